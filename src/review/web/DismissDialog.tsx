import { useState } from 'react';
import { AreaField } from '#platform/web/AreaField.tsx';
import { Button } from '#platform/web/Button.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { expertContract } from '../domain/expertContract.ts';
import type { Expert } from './ExpertPage.tsx';

/** Ends an expert's service with a reason; what they have not scored goes to others. */
export function DismissDialog({ expert }: { expert: Expert }) {
  const w = useWords();
  const api = useApi(expertContract);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const act = useAct(() => api.dismissExpert({ params: { expertId: expert.expertId }, body: { reason } }), { done: () => setOpen(false) });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{w('review.dismiss')}</Button>
      <Dialog title={w('review.dismiss.title', { name: expert.name })} open={open} onClose={() => setOpen(false)} actions={reason.trim() ? <Button kind="primary" busy={act.running} onClick={() => act.run(undefined)}>{w('review.dismiss')}</Button> : null}>
        <p>{w('review.dismiss.note', { n: expert.seats.filter(({ state }) => state === 'invited').length })}</p>
        <AreaField label={w('review.dismiss.reason')} required value={reason} onChange={setReason} />
        <Refusal of={act.refusal} />
      </Dialog>
    </>
  );
}
