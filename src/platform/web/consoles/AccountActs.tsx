import { useState } from 'react';
import { platformContract } from '../../domain/platformContract.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { Mono } from '../Mono.tsx';
import { Refusal } from '../Refusal.tsx';
import { SelectField } from '../SelectField.tsx';
import { TextField } from '../TextField.tsx';
import { useAct } from '../useAct.ts';
import { useApi } from '../useApi.ts';
import { useWords } from '../useWords.ts';
import { accountRoles } from './accountRoles.ts';
import type { AccountRow } from './Accounts.tsx';

type Asked = 'rights' | 'shut' | 'reopen' | 'totp';

/** What may be done with one account; each act says its effect before it happens. */
export function AccountActs({ account }: { account: AccountRow }) {
  const w = useWords();
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  return (
    <span className="row">
      <Button small onClick={() => setAsked('rights')}>{w('console.account.change')}</Button>
      <Button small onClick={() => setAsked('totp')}>{w('console.account.resetTotp')}</Button>
      <Button small onClick={() => setAsked(account.shutAt ? 'reopen' : 'shut')}>{w(account.shutAt ? 'console.account.reopen' : 'console.account.shutOne')}</Button>
      {asked === 'rights' ? <RightsDialog account={account} onClose={close} /> : null}
      {asked === 'totp' ? <TotpDialog account={account} onClose={close} /> : null}
      {asked === 'shut' || asked === 'reopen' ? <ShutDialog account={account} reopen={asked === 'reopen'} onClose={close} /> : null}
    </span>
  );
}

type Told = { account: AccountRow; onClose: () => void };

function RightsDialog({ account, onClose }: Told) {
  const w = useWords();
  const api = useApi(platformContract);
  const [role, setRole] = useState<string>(account.role);
  const [organisationId, setOrganisationId] = useState(account.organisationId);
  const picked = accountRoles.find((each) => each === role);
  const act = useAct(() => api.changeRights({ params: { id: account.id }, body: { role: picked ?? 'talent', organisationId } }), { done: onClose });
  return (
    <Dialog title={`${w('console.account.change')} · ${account.name}`} open onClose={onClose}
      actions={<Button kind="primary" busy={act.running} disabled={!picked} onClick={() => act.run(undefined)}>{w('console.account.change')}</Button>}>
      <Refusal of={act.refusal} />
      <SelectField label={w('console.account.role')} value={role} onChange={setRole} required options={accountRoles.map((value) => ({ value, label: w(`platform.role.${value}`) }))} />
      <TextField label={w('console.account.organisationId')} value={organisationId} onChange={setOrganisationId} />
      <p className="sub">{w('console.account.changeWhy')}</p>
    </Dialog>
  );
}

function ShutDialog({ account, reopen, onClose }: Told & { reopen: boolean }) {
  const w = useWords();
  const api = useApi(platformContract);
  const act = useAct(() => (reopen ? api.reopenAccount : api.shutAccount)({ params: { id: account.id } }), { done: onClose });
  const label = w(reopen ? 'console.account.reopen' : 'console.account.shutOne');
  return (
    <Dialog title={label} open onClose={onClose} actions={<Button kind="primary" busy={act.running} onClick={() => act.run(undefined)}>{label}</Button>}>
      <Refusal of={act.refusal} />
      <p>{w(reopen ? 'console.account.reopenWhy' : 'console.account.shutWhy', { name: account.name })}</p>
    </Dialog>
  );
}

function TotpDialog({ account, onClose }: Told) {
  const w = useWords();
  const api = useApi(platformContract);
  const act = useAct(() => api.resetTotp({ params: { id: account.id } }));
  return (
    <Dialog title={w('console.account.resetTotp')} open onClose={onClose}
      actions={act.value ? null : <Button kind="primary" busy={act.running} onClick={() => act.run(undefined)}>{w('console.account.resetTotp')}</Button>}>
      <Refusal of={act.refusal} />
      {act.value
        ? <><p>{w('console.account.secretNote', { name: account.name })}</p><p><span className="cap">{w('console.account.secret')}</span><br /><Mono>{act.value.secret}</Mono></p></>
        : <p>{w('console.account.resetTotpWhy')}</p>}
    </Dialog>
  );
}
