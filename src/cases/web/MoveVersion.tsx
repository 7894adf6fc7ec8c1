import { useState } from 'react';
import { AreaField } from '#platform/web/AreaField.tsx';
import { Button } from '#platform/web/Button.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { useActor } from '#platform/web/useActor.ts';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { casesContract, type CaseView } from '../domain/contract.ts';

/** Says that a newer version of the programme is out; the bureau may move the case to it, with a reason. */
export function MoveVersion({ view }: { view: CaseView }) {
  const w = useWords();
  const { actor } = useActor();
  const api = useApi(casesContract);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { newest, version } = view.programme;
  const act = useAct(() => api.moveToVersion({ params: { caseId: view.id }, body: { version: newest, seen: view.seen, reason } }), { done: () => setOpen(false) });
  if (newest <= version || view.outcome) return null;
  return (
    <p className="row">
      <span className="sub">{w('cases.newer', { version: newest, pinned: version })}</span>
      {actor.role === 'bureau' ? <Button small onClick={() => setOpen(true)}>{w('cases.move', { version: newest })}</Button> : null}
      <Dialog title={w('cases.move', { version: newest })} open={open} onClose={() => setOpen(false)} actions={reason.trim() ? <Button kind="primary" busy={act.running} onClick={() => act.run(undefined)}>{w('cases.action.confirm')}</Button> : null}>
        <AreaField label={w('cases.action.reason')} required maxLength={2000} value={reason} onChange={setReason} hint={w('cases.action.reasonHint')} />
        <Refusal of={act.refusal} />
      </Dialog>
    </p>
  );
}
