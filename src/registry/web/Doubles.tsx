import { Button } from '#platform/web/Button.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { IdentityChecks } from './IdentityChecks.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { registryContract } from '../domain/contract.ts';

type Pair = Given<typeof registryContract.listDoubles>[number];

/** Pairs of records that may be one person; the officer decides, nothing merges by itself. */
export default function Doubles() {
  const w = useWords();
  const api = useApi(registryContract);
  const doubles = useLoad(['registry', 'doubles'], () => api.listDoubles());
  return (
    <div className="stack">
      <PageHead title={w('registry.doubles')} sub={w('registry.doubles.sub')} />
      <Loaded of={doubles}>
        {(pairs) => (pairs.length === 0 ? <Empty>{w('registry.doubles.empty')}</Empty> : <>{pairs.map((pair) => <PairSection key={pair.doubleId} pair={pair} />)}</>)}
      </Loaded>
      <IdentityChecks />
    </div>
  );
}

function PairSection({ pair }: { pair: Pair }) {
  const w = useWords();
  const api = useApi(registryContract);
  const params = { doubleId: pair.doubleId };
  const merge = useAct((keep: string) => api.mergePeople({ params, body: { keep } }));
  const apart = useAct((_: object) => api.keepApart({ params }));
  return (
    <Section title={pair.people.map((person) => person.name).join(' / ')} note={w(`registry.doubles.reason.${pair.reason}`)}>
      <div className="halves">
        {pair.people.map((person) => (
          <div key={person.personId}>
            <Go to={`/work/people/${person.personId}`}>{person.name}</Go> <span className="mono">{person.maskedIdNumber}</span>
            <p className="cap">{person.organisationName} · {w('registry.doubles.entered', { on: person.enteredOn })}</p>
            <Button small busy={merge.running} onClick={() => merge.run(person.personId)}>{w('registry.doubles.keep', { name: person.name, id: person.maskedIdNumber.slice(-2) })}</Button>
          </div>
        ))}
      </div>
      <p className="row"><Button small busy={apart.running} onClick={() => apart.run({})}>{w('registry.doubles.apart')}</Button></p>
      <Refusal of={merge.refusal ?? apart.refusal} />
    </Section>
  );
}
