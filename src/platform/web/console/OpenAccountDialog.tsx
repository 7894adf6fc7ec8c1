import { useState } from 'react';
import { platformContract } from '../../domain/platformContract.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { Refusal } from '../Refusal.tsx';
import { SelectField } from '../SelectField.tsx';
import { TextField } from '../TextField.tsx';
import { useAct } from '../useAct.ts';
import { useApi } from '../useApi.ts';
import { useWords } from '../useWords.ts';
import { accountRoles, type AccountRole } from './accountRoles.ts';

const blank = { signInName: '', name: '', role: '', password: '', personId: '', organisationId: '' };

/** Opens an account with a first password. */
export function OpenAccountDialog({ onClose }: { onClose: () => void }) {
  const w = useWords();
  const api = useApi(platformContract);
  const [entered, setEntered] = useState(blank);
  const set = (field: keyof typeof blank) => (value: string) => setEntered((before) => ({ ...before, [field]: value }));
  const open = useAct(() => api.openAccount({ body: { ...entered, role: entered.role as AccountRole } }), { done: onClose });
  return (
    <Dialog title={w('platform.accounts.open')} open onClose={onClose} actions={<Button kind="primary" busy={open.running} onClick={() => open.run(undefined)}>{w('platform.accounts.open')}</Button>}>
      <TextField label={w('platform.signIn.login')} value={entered.signInName} onChange={set('signInName')} autoComplete="off" required />
      <TextField label={w('platform.accounts.name')} value={entered.name} onChange={set('name')} required />
      <SelectField label={w('platform.accounts.role')} value={entered.role} onChange={set('role')} options={accountRoles.map((each) => ({ value: each, label: w(`platform.role.${each}`) }))} required />
      <TextField label={w('platform.accounts.firstPassword')} hint={w('platform.accounts.passwordHint')} type="password" autoComplete="new-password" value={entered.password} onChange={set('password')} required />
      <TextField label={w('platform.accounts.organisationId')} value={entered.organisationId} onChange={set('organisationId')} />
      <TextField label={w('platform.accounts.personId')} value={entered.personId} onChange={set('personId')} />
      <Refusal of={open.refusal} />
    </Dialog>
  );
}
