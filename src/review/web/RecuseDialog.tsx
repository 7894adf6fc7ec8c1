import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { useGo } from '#platform/web/place.ts';
import { Refusal } from '#platform/web/Refusal.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { reviewContract } from '../domain/contract.ts';

const kinds = ['mentor', 'coAuthor', 'relative', 'interest'] as const;

/** Stepping aside: the relation is named, another expert takes the seat. */
export function RecuseDialog({ panelId }: { panelId: string }) {
  const w = useWords();
  const go = useGo();
  const api = useApi(reviewContract);
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<string>('');
  const chosen = kinds.find((each) => each === kind);
  const act = useAct((given: (typeof kinds)[number]) => api.recuse({ params: { panelId }, body: { kind: given } }), { done: () => go('/work/reviews') });
  return (
    <>
      <Button small onClick={() => setOpen(true)}>{w('review.recuse')}</Button>
      <Dialog
        title={w('review.recuse')} open={open} onClose={() => setOpen(false)}
        actions={chosen ? <Button kind="primary" busy={act.running} onClick={() => act.run(chosen)}>{w('review.recuse')}</Button> : null}
      >
        <p>{w('review.recuseWhy')}</p>
        <SelectField label={w('review.recuse')} required value={kind} onChange={setKind} options={kinds.map((value) => ({ value, label: w(`review.kind.${value}`) }))} />
        <Refusal of={act.refusal} />
      </Dialog>
    </>
  );
}
