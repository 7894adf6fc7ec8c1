import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { DateField } from '#platform/web/DateField.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useToday } from '#platform/web/useActor.ts';
import { useWords } from '#platform/web/useWords.ts';

/** First and last day away, and why. */
export function AbsenceForm({ busy, onGive }: { busy: boolean; onGive: (away: { from: string; to: string; reason: string }) => void }) {
  const w = useWords();
  const today = useToday();
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  const [reason, setReason] = useState('');
  return (
    <div className="tie-form">
      <DateField label={w('review.away.from')} required value={from} onChange={setFrom} />
      <DateField label={w('review.away.to')} required value={to} onChange={setTo} />
      <TextField label={w('review.away.reason')} required value={reason} onChange={setReason} />
      {reason.trim() && from && to ? <Button busy={busy} onClick={() => onGive({ from, to, reason })}>{w('review.away.add')}</Button> : null}
    </div>
  );
}
