import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { NumberField } from '#platform/web/NumberField.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { ShutButton } from '#platform/web/ShutButton.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useActor } from '#platform/web/useActor.ts';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { ledgerContract, type PoolView } from '../domain/contract.ts';

/** Lending free places to another institution of the pool; shut, with the reason, where the document forbids it. */
export function LendForm({ pool, account }: { pool: PoolView; account: PoolView['whole'] }) {
  const w = useWords();
  const api = useApi(ledgerContract);
  const { actor } = useActor();
  const [to, setTo] = useState('');
  const [amount, setAmount] = useState<number | undefined>(1);
  const [note, setNote] = useState('');
  const act = useAct(() => api.lendPlaces({ body: { from: account.id, to, amount: amount ?? 0, note } }), { done: () => setNote('') });
  if (actor.role !== 'bureau') return null;
  if (!pool.loans) return <ShutButton beside why={w('ledger.lend.shut', { document: pool.document })}>{w('ledger.lend')}</ShutButton>;
  if (account.free < 1) return <ShutButton beside why={w('ledger.lend.none')}>{w('ledger.lend')}</ShutButton>;
  const others = pool.children.filter((row) => row.id !== account.id).map((row) => ({ value: row.id, label: row.organisation }));
  return (
    <form className="row" onSubmit={(event) => { event.preventDefault(); act.run(undefined); }}>
      <SelectField label={w('ledger.lend.to')} required value={to} onChange={setTo} options={others} />
      <NumberField label={w('ledger.lend.amount')} required value={amount} onChange={setAmount} min={1} max={account.free} />
      <TextField label={w('ledger.lend.note')} required value={note} onChange={setNote} />
      <Button type="submit" busy={act.running}>{w('ledger.lend')}</Button>
      <Refusal of={act.refusal} />
    </form>
  );
}
