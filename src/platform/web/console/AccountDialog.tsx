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
import { accountRoles, type AccountRole } from './accountRoles.ts';
import type { Account } from './Accounts.tsx';

/** What the security administrator may change of one account; each change ends its sessions. */
export function AccountDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const w = useWords();
  const api = useApi(platformContract);
  const params = { id: account.id };
  const [role, setRole] = useState<string>(account.role);
  const [organisationId, setOrganisation] = useState(account.organisationId);
  const rights = useAct(() => api.changeRights({ params, body: { role: role as AccountRole, organisationId } }), { done: onClose });
  const lock = useAct(() => (account.shutAt ? api.reopenAccount({ params }) : api.shutAccount({ params })), { done: onClose });
  const code = useAct(() => api.resetTotp({ params }));
  return (
    <Dialog title={w('platform.accounts.changeOf', { name: account.name })} open onClose={onClose}
      actions={<Button kind="primary" busy={rights.running} onClick={() => rights.run(undefined)}>{w('platform.accounts.saveRights')}</Button>}>
      <SelectField label={w('platform.accounts.role')} value={role} onChange={setRole} options={accountRoles.map((each) => ({ value: each, label: w(`platform.role.${each}`) }))} required />
      <TextField label={w('platform.accounts.organisationId')} value={organisationId} onChange={setOrganisation} />
      <Refusal of={rights.refusal ?? lock.refusal ?? code.refusal} />
      <div className="row">
        <Button busy={code.running} onClick={() => code.run(undefined)}>{w('platform.accounts.newCode')}</Button>
        <Button busy={lock.running} onClick={() => lock.run(undefined)}>{w(account.shutAt ? 'platform.accounts.reopen' : 'platform.accounts.shut')}</Button>
      </div>
      {code.value ? <p role="status">{w('platform.accounts.codeOnce')} <Mono>{code.value.secret}</Mono></p> : null}
    </Dialog>
  );
}
