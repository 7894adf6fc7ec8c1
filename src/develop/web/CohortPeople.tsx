import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { FilterLine } from '#platform/web/FilterLine.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useSearchText } from '#platform/web/place.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords, type Words } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { groups } from '../domain/cohortGroups.ts';
import { promotionContract } from '../domain/promotionContract.ts';
import { growthWords } from './growthWords.ts';

type Row = Given<typeof promotionContract.listCohort>['rows'][number];

/** The people behind one number of the cohort, with the day, what would help, and the reasons a press away. */
export default function CohortPeople() {
  const w = useWords();
  const api = useApi(promotionContract);
  const [policy] = useSearchText('policy');
  const [result] = useSearchText('result');
  const [group, setGroup] = useSearchText('group');
  const list = useLoad(['cohort', policy, result, group], () => api.listCohort({ query: { policy, result, group } }));
  return (
    <Loaded of={list}>
      {({ gives, document, article, year, rows }) => (
        <>
          <PageHead over={<Go to="/work/cohort">{w('develop.cohort.back')}</Go>} title={gives} sub={`${document} ${article} · ${year} · ${w(`develop.group.${group}`)}`} />
          <FilterLine label={w('develop.cohort')} choices={groups.map((key) => ({ key, label: w(`develop.group.${key}`) }))} value={group} onPick={setGroup} />
          <DataTable caption={`${gives} ${w(`develop.group.${group}`)}`} rows={rows} rowKey={({ personId }) => personId} columns={columnsOf(w, policy, result)} empty={<Empty>{w('develop.cohort.listNone')}</Empty>} />
        </>
      )}
    </Loaded>
  );
}

const columnsOf = (w: Words, policy: string, result: string): Column<Row>[] => [
  { key: 'person', head: w('develop.col.person'), phone: 'main', cell: (row) => <><Go to={`/work/people/${row.personId}`}>{row.name}</Go><span className="cap line">{row.organisationName}</span></> },
  { key: 'on', head: w('develop.col.on'), phone: 'aside', cell: (row) => row.on ?? '' },
  { key: 'need', head: w('develop.col.need'), phone: 'under', cell: (row) => (row.need ? growthWords(row.need, w) : '') },
  { key: 'missing', head: w('develop.col.missing'), phone: 'under', cell: (row) => row.missing.join(w('platform.listComma')) },
  { key: 'why', head: w('develop.col.why'), phone: 'aside', cell: (row) => <Go to={`/work/explain/${row.personId}?policy=${policy}&result=${result}`} label={`${w('develop.col.why')} ${row.name}`}>{w('develop.col.why')}</Go> },
];
