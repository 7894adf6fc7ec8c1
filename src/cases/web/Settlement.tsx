import { Button } from '#platform/web/Button.tsx';
import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { JustChanged } from '#platform/web/JustChanged.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useParam } from '#platform/web/place.ts';
import { Refusal } from '#platform/web/Refusal.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { casesContract } from '../domain/contract.ts';

type Row = Given<typeof casesContract.previewSettlement>['rows'][number];

/** What a meeting's result does to each case of its round, row by row, then for real. */
export default function Settlement() {
  const w = useWords();
  const reviewRoundId = useParam('reviewRoundId');
  const api = useApi(casesContract);
  const preview = useLoad(['settlement', reviewRoundId], () => api.previewSettlement({ params: { reviewRoundId } }));
  const possible = preview.value?.rows.filter(({ refused }) => !refused) ?? [];
  const act = useAct(() => api.settleRound({ params: { reviewRoundId }, body: { steps: possible.map(({ caseId, seen }) => ({ caseId, seen })) } }));
  const settled = act.value?.rows.filter(({ refused }) => !refused).length ?? 0;
  return (
    <div className="stack">
      <PageHead over={w('cases.settlement')} title={preview.value?.heading ?? w('cases.settlement')} sub={w('cases.settlement.note')} aside={settled > 0 ? <JustChanged text={w('cases.settlement.done', { n: settled })} /> : null} />
      <Loaded of={preview}>{({ rows }) => <Rows rows={rows} />}</Loaded>
      <Refusal of={act.refusal} />
      {possible.length > 0 ? <p><Button kind="primary" busy={act.running} onClick={() => act.run(undefined)}>{w('cases.settlement.take', { n: possible.length })}</Button></p> : null}
    </div>
  );
}

function Rows({ rows }: { rows: Row[] }) {
  const w = useWords();
  const columns: Column<Row>[] = [
    { key: 'file', head: w('cases.settlement.file'), align: 'right', width: 84, phone: 'aside', cell: (row) => row.file },
    { key: 'person', head: w('cases.col.person'), phone: 'main', cell: (row) => <><Go to={`/work/cases/${row.caseId}`}>{row.personName}</Go> <span className="cap">{row.number}</span></> },
    { key: 'meeting', head: w('cases.settlement.meeting'), phone: 'sub', cell: (row) => (row.counts ? w('cases.settlement.counts', row.counts) : '—') },
    { key: 'then', head: w('cases.settlement.then'), phone: 'under', cell: (row) => (row.refused ? <span className="sub">{row.refused.message}</span> : <>{row.label} → {row.toLabel}{row.reason ? <span className="cap line">{w('cases.settlement.reason')} · {row.reason}</span> : null}</>) },
  ];
  return <DataTable caption={w('cases.settlement')} columns={columns} rows={rows} rowKey={(row) => row.caseId} empty={<Empty>{w('cases.settlement.none')}</Empty>} />;
}
