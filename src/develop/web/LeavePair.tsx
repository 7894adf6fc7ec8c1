import { useState } from 'react';
import { AreaField } from '#platform/web/AreaField.tsx';
import { Button } from '#platform/web/Button.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { pairingContract, type PairView } from '../domain/pairingContract.ts';

/** One of the two leaves, or the office ends the pair with its result. */
export function LeavePair({ view }: { view: PairView }) {
  const w = useWords();
  const api = useApi(pairingContract);
  const office = view.side === null;
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [result, setResult] = useState('');
  const params = { pairId: view.pairId };
  const act = useAct(async () => (office ? api.endPair({ params, body: { result, reason } }) : api.declinePair({ params, body: { reason } })), { done: () => setOpen(false) });
  const title = w(office ? 'pairing.end' : 'pairing.decline');
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{title}</Button>
      <Dialog title={title} open={open} onClose={() => setOpen(false)} actions={<Button kind="primary" busy={act.running} onClick={() => act.run(undefined)}>{w(office ? 'pairing.end.send' : 'pairing.decline.send')}</Button>}>
        <div>
          {office ? <SelectField label={w('pairing.end.result')} required value={result} onChange={setResult} options={view.levels.map((each) => ({ value: each, label: each }))} /> : <p className="sub">{w('pairing.decline.what')}</p>}
          <AreaField label={w(office ? 'pairing.end.reason' : 'pairing.decline.reason')} required rows={3} value={reason} onChange={setReason} maxLength={500} />
          <Refusal of={act.refusal} />
        </div>
      </Dialog>
    </div>
  );
}
