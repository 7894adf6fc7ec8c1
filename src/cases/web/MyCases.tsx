import { Clock } from '#platform/web/Clock.tsx';
import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Dot } from '#platform/web/Dot.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Section } from '#platform/web/Section.tsx';
import type { Given } from '#platform/domain/contract.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { casesContract } from '../domain/contract.ts';
import { OpenRounds } from './OpenRounds.tsx';
import './cases.css';

type Row = Given<typeof casesContract.listMine>['rows'][number];

/** My applications, and what is open to apply for. */
export default function MyCases() {
  const w = useWords();
  const api = useApi(casesContract);
  const mine = useLoad(['myCases'], () => api.listMine());
  const columns: Column<Row>[] = [
    { key: 'matter', head: w('cases.col.matter'), phone: 'main', cell: (row) => <><b>{row.programme}</b>{row.category ? ` · ${row.category}` : ''}<span className="cap line">{row.number}</span></> },
    { key: 'now', head: w('cases.col.now'), phone: 'sub', cell: (row) => <>{row.yours ? <Dot /> : null}{row.stageLabel}{row.yours ? <span className="cap"> {w('cases.yours')}</span> : null}</> },
    { key: 'due', head: w('cases.col.due'), phone: 'under', cell: (row) => (row.clock ? <Clock clock={row.clock} mine={row.yours} /> : row.usualDays === null || row.outcome ? null : <span className="sub">{w('cases.usual', { n: row.usualDays })}</span>) },
    { key: 'open', head: '', align: 'right', phone: 'aside', cell: (row) => <Go to={`/my/cases/${row.id}`} look={row.yours ? 'primary' : 'button'} label={`${w(row.yours ? 'cases.mine.continue' : 'cases.mine.open')} ${row.number}`}>{w(row.yours ? 'cases.mine.continue' : 'cases.mine.open')}</Go> },
  ];
  return (
    <div className="plain-page stack">
      <PageHead title={w('cases.mine')} sub={w('cases.mine.sub')} />
      <Loaded of={mine}>{({ rows }) => <DataTable caption={w('cases.mine')} columns={columns} rows={rows} rowKey={(row) => row.id} empty={<Empty>{w('cases.mine.empty')}</Empty>} />}</Loaded>
      <Section title={w('cases.mine.programmes')}><OpenRounds /></Section>
    </div>
  );
}
