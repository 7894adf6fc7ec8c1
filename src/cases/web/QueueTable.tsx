import { Clock } from '#platform/web/Clock.tsx';
import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Dot } from '#platform/web/Dot.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Mono } from '#platform/web/Mono.tsx';
import { useWords } from '#platform/web/useWords.ts';
import type { QueueRow } from '../domain/contract.ts';

/** Cases by their clock, in groups: past due, near, early, without a term. */
export function QueueTable({ rows, exportTo, selected, onSelect }: { rows: QueueRow[]; exportTo: string; selected: ReadonlySet<string>; onSelect: ((selected: Set<string>) => void) | undefined }) {
  const w = useWords();
  const columns: Column<QueueRow>[] = [
    { key: 'due', head: w('cases.col.due'), phone: 'under', cell: (row) => (row.clock ? <Clock clock={row.clock} mine={row.yours} /> : <span className="sub">{w('cases.noTerm')}</span>) },
    { key: 'person', head: w('cases.col.person'), phone: 'main', cell: (row) => <><b>{row.personName}</b><span className="cap line">{row.organisationName}</span></> },
    { key: 'matter', head: w('cases.col.matter'), phone: 'sub', cell: (row) => <>{row.programme}{row.category ? ` · ${row.category}` : ''}<span className="cap line"><Mono>{row.number}</Mono></span></> },
    { key: 'now', head: w('cases.col.now'), phone: 'under', cell: (row) => <>{row.yours ? <Dot /> : null}{row.stageLabel}{row.yours ? <span className="cap"> {w('cases.yours')}</span> : null}</> },
    { key: 'open', head: '', align: 'right', phone: 'aside', cell: (row) => <Go to={`/work/cases/${row.id}`} look={row.state === 'past' && row.yours ? 'smallPrimary' : 'small'} label={`${w('cases.col.open')} ${row.number}`}>{w('cases.col.open')}</Go> },
  ];
  return (
    <DataTable
      caption={w('cases.queue.caption')} columns={columns} rows={rows} rowKey={(row) => row.id} rowName={(row) => `${row.personName} ${row.number}`}
      group={(row) => w(`cases.group.${row.state}`, { n: rows.filter(({ state }) => state === row.state).length })}
      exportTo={exportTo} selected={selected} {...(onSelect ? { onSelect } : {})} empty={<Empty>{w('cases.queue.empty')}</Empty>}
    />
  );
}
