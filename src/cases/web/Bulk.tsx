import { useState } from 'react';
import { AreaField } from '#platform/web/AreaField.tsx';
import { BulkBar } from '#platform/web/BulkBar.tsx';
import { Button } from '#platform/web/Button.tsx';
import { DataTable } from '#platform/web/DataTable.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { JustChanged } from '#platform/web/JustChanged.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { casesContract, type QueueRow } from '../domain/contract.ts';

/** One action on many cases: what it would do to each is shown before it happens. */
export function Bulk({ rows, leave }: { rows: QueueRow[]; leave: () => void }) {
  const w = useWords();
  const api = useApi(casesContract);
  const [action, setAction] = useState('');
  const [reason, setReason] = useState('');
  const [open, setOpen] = useState(false);
  const first = rows[0]?.id ?? '';
  const sameStage = rows.every(({ stage, programme }) => stage === rows[0]?.stage && programme === rows[0]?.programme);
  const offered = useLoad(['case', first], () => api.viewCase({ params: { caseId: first } }), { when: first !== '' }).value?.offered.filter(({ asks }) => asks.length === 0) ?? [];
  const chosen = offered.find((each) => each.action === action);
  const preview = useAct(() => api.bulkPreview({ body: { caseIds: rows.map(({ id }) => id), action } }), { done: () => setOpen(true) });
  const possible = preview.value?.rows.filter(({ refused }) => !refused) ?? [];
  const act = useAct(() => api.bulkAdvance({ body: { steps: possible.map(({ caseId, seen }) => ({ caseId, seen })), action, ...(reason.trim() ? { reason } : {}) } }), { done: () => { setOpen(false); setAction(''); leave(); } });
  const done = act.value?.rows.filter(({ refused }) => !refused).length ?? 0;
  if (rows.length === 0) return done > 0 ? <JustChanged text={w('cases.bulk.done', { n: done })} /> : null;
  return (
    <>
      <BulkBar count={rows.length} text={sameStage ? undefined : w('cases.bulk.none')}>
        {sameStage ? <SelectField label={w('cases.bulk.action')} required value={action} onChange={setAction} options={offered.map((each) => ({ value: each.action, label: each.label }))} /> : null}
        {chosen ? <Button kind="primary" small busy={preview.running} onClick={() => preview.run(undefined)}>{w('cases.bulk.preview')}</Button> : null}
        <Button small onClick={leave}>{w('cases.bulk.leave')}</Button>
      </BulkBar>
      <Dialog
        title={w('cases.bulk.title', { action: chosen?.label ?? '' })} open={open} onClose={() => setOpen(false)}
        actions={possible.length > 0 && (!chosen?.wantsReason || reason.trim()) ? <Button kind="primary" busy={act.running} onClick={() => act.run(undefined)}>{w('cases.bulk.do', { n: possible.length })}</Button> : null}
      >
        <DataTable
          caption={w('cases.bulk.preview')} rows={preview.value?.rows ?? []} rowKey={(row) => row.caseId}
          columns={[
            { key: 'person', head: w('cases.col.person'), phone: 'main', cell: (row) => <><b>{row.personName}</b> <span className="cap">{row.number}</span></> },
            { key: 'result', head: w('cases.col.now'), phone: 'sub', cell: (row) => (row.refused ? `${w('cases.bulk.cannot')} · ${row.refused.message}` : `${w('cases.bulk.can')} → ${row.toLabel}`) },
          ]}
        />
        {chosen?.wantsReason ? <AreaField label={w('cases.action.reason')} hint={w('cases.action.reasonHint')} required value={reason} onChange={setReason} /> : null}
        <Refusal of={act.refusal ?? preview.refusal} />
      </Dialog>
    </>
  );
}
