import { useState } from 'react';
import { addDays } from '#platform/clock/workingDays.ts';
import { Button } from '#platform/web/Button.tsx';
import { DateField } from '#platform/web/DateField.tsx';
import { NumberField } from '#platform/web/NumberField.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { ShutButton } from '#platform/web/ShutButton.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useActor, useToday } from '#platform/web/useActor.ts';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { ledgerContract, type Balance, type PoolView } from '../domain/contract.ts';

type LendOf = { pool: PoolView; account: Balance; borrowers: { id: string; label: string }[] };

/** Lending free places within the consortium until a day; shut, with the reason, where the document forbids it or nobody may borrow. */
export function LendForm({ pool, account, borrowers }: LendOf) {
  const w = useWords();
  const api = useApi(ledgerContract);
  const { actor } = useActor();
  const today = useToday();
  const [to, setTo] = useState('');
  const [amount, setAmount] = useState<number | undefined>(1);
  const [returnOn, setReturnOn] = useState('');
  const [note, setNote] = useState('');
  const act = useAct(() => api.lendPlaces({ body: { from: account.id, to, amount: amount ?? 0, returnOn, note } }), { done: () => setNote('') });
  if (actor.role !== 'bureau') return null;
  if (!pool.loans) return <ShutButton beside why={w('ledger.lend.shut', { document: pool.document })}>{w('ledger.lend')}</ShutButton>;
  if (account.free < 1) return <ShutButton beside why={w('ledger.lend.none')}>{w('ledger.lend')}</ShutButton>;
  if (borrowers.length === 0) return <ShutButton beside why={w('ledger.lend.alone', { document: pool.document })}>{w('ledger.lend')}</ShutButton>;
  return (
    <form className="row" onSubmit={(event) => { event.preventDefault(); act.run(undefined); }}>
      <SelectField label={w('ledger.lend.to')} required value={to} onChange={setTo} options={borrowers.map(({ id, label }) => ({ value: id, label }))} />
      <NumberField label={w('ledger.lend.amount')} required value={amount} onChange={setAmount} min={1} max={account.free} />
      <DateField label={w('ledger.lend.returnOn')} required value={returnOn} onChange={setReturnOn} min={addDays(today, 1)} />
      <TextField label={w('ledger.lend.note')} required value={note} onChange={setNote} />
      <Button type="submit" busy={act.running}>{w('ledger.lend')}</Button>
      <Refusal of={act.refusal} />
    </form>
  );
}
