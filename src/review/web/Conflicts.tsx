import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { FilterLine } from '#platform/web/FilterLine.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useSearchText } from '#platform/web/place.ts';
import { Tri } from '#platform/web/Tri.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { expertContract } from '../domain/expertContract.ts';
import { PersonChoice } from './PersonChoice.tsx';
import './experts.css';

type Row = Given<typeof expertContract.listConflicts>['rows'][number];
const views = ['all', 'may', 'mayNot'] as const;

/** May X judge Y? Asked before anybody is invited; every reason stands with its source. */
export default function Conflicts() {
  const w = useWords();
  const api = useApi(expertContract);
  const [personId, setPersonId] = useSearchText('person');
  const [subject] = useSearchText('subject');
  const found = useLoad(['conflicts', personId, subject], () => api.listConflicts({ query: { ...(personId ? { personId } : {}), ...(subject ? { subject } : {}) } }), { when: personId !== '' || subject !== '' });
  return (
    <div className="stack">
      <PageHead over={<Go to="/work/experts">{w('review.experts')}</Go>} title={w('review.conflicts')} sub={w('review.conflicts.note')} />
      <div className="conflict-about"><PersonChoice label={w('review.conflicts.about')} onPick={(person) => setPersonId(person.personId)} /></div>
      {personId || subject ? <Loaded of={found}>{({ about, rows }) => <Answers about={about} rows={rows} />}</Loaded> : <Empty>{w('review.conflicts.empty')}</Empty>}
    </div>
  );
}

function Answers({ about, rows }: { about: string[]; rows: Row[] }) {
  const w = useWords();
  const [asked, setView] = useSearchText('view');
  const view = views.find((each) => each === asked) ?? 'all';
  const may = (row: Row) => row.conflicts.length === 0 && row.standing === 'serving';
  const shown = rows.filter((row) => view === 'all' || may(row) === (view === 'may'));
  return (
    <div>
      <h2 className="conflict-of">{w('review.conflicts.of', { name: about.join('、') })}</h2>
      <FilterLine label={w('review.conflicts')} value={view} onPick={setView} choices={views.map((key) => ({ key, label: w(`review.conflicts.${key}`), count: key === 'all' ? rows.length : rows.filter((row) => may(row) === (key === 'may')).length }))} />
      <DataTable caption={w('review.conflicts')} columns={columnsIn(w, may)} rows={shown} rowKey={(row) => row.expertId} empty={<Empty>{w('review.conflicts.none')}</Empty>} />
    </div>
  );
}

const columnsIn = (w: ReturnType<typeof useWords>, may: (row: Row) => boolean): Column<Row>[] => [
  { key: 'may', head: w('review.conflicts.may'), phone: 'aside', width: 90, cell: (row) => <Tri value={may(row) ? 'yes' : 'no'} text={w(may(row) ? 'review.conflicts.yes' : 'review.conflicts.no')} /> },
  { key: 'name', head: w('review.experts.name'), phone: 'main', cell: (row) => <Go to={`/work/experts/${row.expertId}`}>{row.name}</Go> },
  { key: 'organisation', head: w('review.experts.organisation'), phone: 'sub', cell: (row) => row.organisation },
  { key: 'why', head: w('review.conflicts.why'), phone: 'under', cell: (row) => <Why row={row} /> },
  { key: 'load', head: w('review.experts.load'), align: 'right', phone: 'hidden', cell: (row) => row.load },
];

function Why({ row }: { row: Row }) {
  const w = useWords();
  if (row.conflicts.length === 0) return <span className="sub">{w(row.standing === 'serving' ? 'review.conflicts.free' : `review.standing.${row.standing}`)}</span>;
  return (
    <ul className="conflict-reasons">
      {row.conflicts.map(({ kind, source, detail }) => <li key={kind + source}><b>{w(`review.kind.${kind}`)}</b> <span className="cap">{source}{detail ? ` · ${detail}` : ''}</span></li>)}
    </ul>
  );
}
