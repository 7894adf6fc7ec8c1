import { useState } from 'react';
import { AreaField } from '#platform/web/AreaField.tsx';
import { Button } from '#platform/web/Button.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { NumberField } from '#platform/web/NumberField.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import type { RefusalValue } from '#platform/web/refusalValue.ts';
import { SelectField } from '#platform/web/SelectField.tsx';
import { Unverified } from '#platform/web/Unverified.tsx';
import { useWords } from '#platform/web/useWords.ts';
import type { CaseView, Offered, TakeStep } from '../domain/contract.ts';

const fenPerYuan = 100;

/** What an action asks before it happens: a reason, the approved amount, the category. */
export function StepDialog({ asking, view, refusal, busy, close, take }: {
  asking: Offered; view: CaseView; refusal: RefusalValue | undefined; busy: boolean; close: () => void; take: (step: Omit<TakeStep, 'seen'>) => void;
}) {
  const w = useWords();
  const [reason, setReason] = useState('');
  const [yuan, setYuan] = useState<number | undefined>();
  const [category, setCategory] = useState(view.category);
  const wantsAmount = asking.asks.includes('amount');
  const complete = (!asking.wantsReason || reason.trim() !== '') && (!wantsAmount || yuan !== undefined);
  const step = (more: Partial<TakeStep> = {}) => take({
    action: asking.action, ...(reason.trim() ? { reason } : {}), ...(wantsAmount && yuan !== undefined ? { amountFen: Math.round(yuan * fenPerYuan) } : {}),
    ...(asking.asks.includes('category') && category ? { category } : {}), ...more,
  });
  return (
    <Dialog
      title={asking.label} open onClose={close}
      actions={(
        <>
          {refusal?.reason === 'supportDuplicate' ? <Button busy={busy} onClick={() => step({ difference: true })}>{w('cases.action.difference')}</Button> : null}
          {complete ? <Button kind="primary" busy={busy} onClick={() => step()}>{w('cases.action.confirm')}</Button> : null}
        </>
      )}
    >
      {asking.asks.includes('category') ? <SelectField label={w('cases.action.category')} required value={category} onChange={setCategory} options={view.categories.map(({ key, label }) => ({ value: key, label }))} /> : null}
      {wantsAmount ? <NumberField label={w('cases.action.amount')} required min={0} value={yuan} onChange={setYuan} hint={<>{w('cases.action.amountHint')} <Unverified /></>} /> : null}
      {asking.wantsReason ? <AreaField label={w('cases.action.reason')} required maxLength={2000} value={reason} onChange={setReason} hint={w('cases.action.reasonHint')} /> : null}
      <Refusal of={refusal} />
    </Dialog>
  );
}
