import { platformContract } from '../../domain/platformContract.ts';
import { Button } from '../Button.tsx';
import { ProgressLine } from '../ProgressLine.tsx';
import { Refusal } from '../Refusal.tsx';
import { Section } from '../Section.tsx';
import { useSession } from '../useActor.ts';
import { useAct } from '../useAct.ts';
import { useApi, type Api } from '../useApi.ts';
import { useLoad } from '../useLoad.ts';
import { useWords } from '../useWords.ts';

type DemoAccount = Awaited<ReturnType<Api<typeof platformContract>['demoAccounts']>>['accounts'][number];

const roleOrder: readonly string[] = ['bureau', 'employer', 'talent', 'reviewer', 'leader', 'specialist', 'systemAdmin', 'securityAdmin', 'auditor'];

/** The people of the demonstration, by region; in production there are none. */
export function DemoAccounts({ onSignedIn }: { onSignedIn: () => void }) {
  const w = useWords();
  const api = useApi(platformContract);
  const demo = useLoad(['demoAccounts'], () => api.demoAccounts(), { every: 5_000 });
  const telling = demo.value?.telling;
  const enter = useAct((accountId: string) => api.signInAsDemo({ body: { accountId } }), { done: onSignedIn });
  const { regionName } = useSession();
  const accounts = (demo.value?.accounts ?? []).toSorted((a, b) => Number(b.regionName === regionName) - Number(a.regionName === regionName) || roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role));
  const regions = Map.groupBy(accounts, (account) => account.regionName);
  if (regions.size === 0) return null;
  return (
    <Section title={w('platform.signIn.demo')} note={w('platform.signIn.demoNote')}>
      <Refusal of={enter.refusal} />
      {telling ? <ProgressLine label={w('platform.signIn.telling')} done={telling.done} total={telling.total} /> : null}
      <div className="demo-regions">
        {[...regions].map(([region, people]) => (
          <div key={region}>
            <h3>{region}</h3>
            <ul>{people.map((account) => <DemoPerson key={account.accountId} account={account} busy={enter.running} onEnter={() => enter.run(account.accountId)} />)}</ul>
          </div>
        ))}
      </div>
    </Section>
  );
}

function DemoPerson({ account, busy, onEnter }: { account: DemoAccount; busy: boolean; onEnter: () => void }) {
  const w = useWords();
  return (
    <li className="demo-person">
      <span><b>{account.name}</b><span className="cap">{w(`platform.role.${account.role}`)}{account.organisationName ? ` · ${account.organisationName}` : ''}</span></span>
      <Button small busy={busy} onClick={onEnter} aria-label={w('platform.signIn.as', { name: account.name })}>{w('platform.signIn')}</Button>
    </li>
  );
}
