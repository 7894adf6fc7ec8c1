import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { assignmentContract } from '../domain/assignmentContract.ts';
import type { RoundView } from './RoundCockpit.tsx';

/** Takes late seats back and fills them; what would move is shown before it happens. */
export function LateSeats({ view, seats, label }: { view: RoundView; seats: { panelId: string; expertId: string }[]; label: string }) {
  const w = useWords();
  const api = useApi(assignmentContract);
  const [open, setOpen] = useState(false);
  const params = { reviewRoundId: view.reviewRoundId };
  const preview = useLoad(['reassignment', view.reviewRoundId, seats], () => api.previewReassignment({ params, body: { seats } }), { when: open });
  const act = useAct(() => api.reassignSeats({ params, body: { seats } }), { done: () => setOpen(false) });
  return (
    <>
      <Button small onClick={() => setOpen(true)}>{label}</Button>
      <Dialog title={label} open={open} onClose={() => setOpen(false)} actions={<Button kind="primary" busy={act.running} disabled={!preview.value} onClick={() => act.run(undefined)}>{w('review.reassign.do')}</Button>}>
        <Loaded of={preview}>
          {({ given, taken, unfilled }) => (
            <>
              <p>{w('review.reassign.how', { vacated: seats.length, given: given.length, taken: taken.length, unfilled })}</p>
              <p className="cap">{w('review.reassign.rule')}</p>
            </>
          )}
        </Loaded>
        <Refusal of={act.refusal} />
      </Dialog>
    </>
  );
}
