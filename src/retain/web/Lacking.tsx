import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useSearchText } from '#platform/web/place.ts';
import { downloadOf, useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords, type Words } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { entitlementContract } from '../domain/entitlementContract.ts';

type Row = Given<typeof entitlementContract.peopleLacking>['rows'][number];

/** Who lacks one fact, and what it would settle for each. */
export default function Lacking() {
  const w = useWords();
  const api = useApi(entitlementContract);
  const [fact] = useSearchText('fact');
  const lacking = useLoad(['lacking', fact], () => api.peopleLacking({ query: { fact } }));
  return (
    <Loaded of={lacking}>
      {({ ask, evidence, rows }) => (
        <>
          <PageHead over={<Go to="/work/unlocks">{w('retain.unlocks')}</Go>} title={w('retain.lacking', { fact })} sub={w('retain.lacking.sub', { ask, evidence: evidence.join(w('platform.listComma')) || w('retain.lacking.noEvidence') })} />
          <DataTable caption={w('retain.lacking', { fact })} rows={rows} rowKey={({ personId }) => personId} columns={columnsOf(w)} exportTo={downloadOf('/api/retain/unlocks/people/export', { fact })} empty={<Empty>{w('retain.lacking.none')}</Empty>} />
        </>
      )}
    </Loaded>
  );
}

const columnsOf = (w: Words): Column<Row>[] => [
  { key: 'person', head: w('retain.sheet.name'), phone: 'main', cell: ({ personId, name, organisationName }) => <><Go to={`/work/people/${personId}`}>{name}</Go><span className="cap line">{organisationName}</span></> },
  { key: 'alone', head: w('retain.sheet.settlesAlone'), phone: 'under', cell: (row) => <Settled row={row} alone /> },
  { key: 'among', head: w('retain.sheet.settlesAmong'), phone: 'under', cell: (row) => <Settled row={row} alone={false} /> },
];

function Settled({ row: { personId, name, results }, alone }: { row: Row; alone: boolean }) {
  const w = useWords();
  const those = results.filter((each) => each.alone === alone);
  return <>{those.map(({ policy, result, gives }, index) => <span key={`${policy} ${result}`}>{index > 0 ? w('platform.listComma') : ''}<Go to={`/work/explain/${personId}?policy=${policy}&result=${result}`} label={`${name} ${gives} ${w('retain.lacking.why')}`}>{gives}</Go></span>)}</>;
}
