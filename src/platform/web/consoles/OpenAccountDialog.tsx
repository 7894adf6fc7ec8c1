import { useState } from 'react';
import { platformContract, type OpenAccount } from '../../domain/platformContract.ts';
import type { z } from 'zod';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { Refusal } from '../Refusal.tsx';
import { SelectField } from '../SelectField.tsx';
import { TextField } from '../TextField.tsx';
import { useAct } from '../useAct.ts';
import { useActor } from '../useActor.ts';
import { useApi } from '../useApi.ts';
import { useWords } from '../useWords.ts';
import { accountRoles } from './accountRoles.ts';

type Form = Record<'signInName' | 'name' | 'role' | 'password' | 'personId' | 'organisationId', string>;
const blank: Form = { signInName: '', name: '', role: '', password: '', personId: '', organisationId: '' };

/** Asks what an account needs and opens it. */
export function OpenAccountDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const w = useWords();
  const api = useApi(platformContract);
  const [form, setForm] = useState(blank);
  const close = () => { setForm(blank); act.clear(); onClose(); };
  const act = useAct((body: z.input<typeof OpenAccount>) => api.openAccount({ body }), { done: close });
  const role = accountRoles.find((each) => each === form.role);
  const set = (name: keyof Form) => (value: string) => setForm({ ...form, [name]: value });
  return (
    <Dialog title={w('console.account.openOne')} open={open} onClose={close}
      actions={<Button kind="primary" busy={act.running} disabled={!role} onClick={() => { if (role) act.run({ ...form, role }); }}>{w('console.account.openOne')}</Button>}>
      <Refusal of={act.refusal} />
      <AccountFields form={form} set={set} refusedField={act.refusal?.field} />
    </Dialog>
  );
}

function AccountFields({ form, set, refusedField }: { form: Form; set: (name: keyof Form) => (value: string) => void; refusedField: string | undefined }) {
  const w = useWords();
  const { actor } = useActor();
  const error = (name: string) => (refusedField === name ? w('reason.invalidInput') : undefined);
  return (
    <div className="stack">
      <TextField label={w('console.account.signInName')} value={form.signInName} onChange={set('signInName')} error={error('signInName')} autoComplete="off" required />
      <TextField label={w('console.account.name')} value={form.name} onChange={set('name')} required />
      <SelectField label={w('console.account.role')} value={form.role} onChange={set('role')} error={error('role')} required options={accountRoles.map((value) => ({ value, label: w(`platform.role.${value}`) }))} />
      <TextField label={w('console.account.password')} type="password" value={form.password} onChange={set('password')} hint={w('console.account.passwordHint')} autoComplete="new-password" required />
      <TextField label={w('console.account.organisationId')} value={form.organisationId} onChange={set('organisationId')} error={error('organisationId')}
        hint={w('console.account.organisationHint', { example: `${actor.regionId}-zxyy` })} />
      <TextField label={w('console.account.personId')} value={form.personId} onChange={set('personId')} hint={w('console.account.personHint')} />
    </div>
  );
}
