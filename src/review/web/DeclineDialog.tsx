import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { useGo } from '#platform/web/place.ts';
import { Refusal } from '#platform/web/Refusal.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { assignmentContract } from '../domain/assignmentContract.ts';

/** Gives a file of a round back without a conflict; another reviewer takes it. */
export function DeclineDialog({ panelId }: { panelId: string }) {
  const w = useWords();
  const api = useApi(assignmentContract);
  const go = useGo();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const act = useAct(() => api.declineReview({ params: { panelId }, body: { reason } }), { done: () => go('/work/reviews') });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{w('review.decline')}</Button>
      <Dialog title={w('review.decline')} open={open} onClose={() => setOpen(false)} actions={<Button kind="primary" busy={act.running} disabled={reason.trim().length < 2} onClick={() => act.run(undefined)}>{w('review.declineDo')}</Button>}>
        <p>{w('review.declineWhy')}</p>
        <TextField label={w('review.declineReason')} required value={reason} onChange={setReason} maxLength={200} />
        <Refusal of={act.refusal} />
      </Dialog>
    </>
  );
}
