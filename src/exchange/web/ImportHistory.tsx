import { Button } from '#platform/web/Button.tsx';
import { DataTable } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useActor } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { shortDate } from '#platform/web/written.ts';
import { exchangeContract } from '../domain/contract.ts';

const shown = 20;

/** Earlier imports of the institution, newest first. */
export function ImportHistory({ openId, stage, onOpen }: { openId: string; stage: string | undefined; onOpen: (importId: string) => void }) {
  const w = useWords();
  const api = useApi(exchangeContract);
  const { today } = useActor();
  const load = useLoad(['exchange', 'imports', openId, stage], () => api.listImports({ query: { limit: shown } }));
  return (
    <Section title={w('exchange.history')}>
      <Loaded of={load}>{({ rows }) => (
        <DataTable
          caption={w('exchange.history')}
          columns={[
            { key: 'file', head: w('exchange.file'), phone: 'main', cell: (row) => row.fileName },
            { key: 'when', head: w('exchange.when'), phone: 'aside', width: 110, cell: (row) => shortDate(row.askedAt.slice(0, 10), today) },
            { key: 'rows', head: w('exchange.rowsColumn'), align: 'right', phone: 'under', width: 90, cell: (row) => row.counts.rows },
            { key: 'result', head: w('exchange.result'), phone: 'under', cell: (row) => (row.stage === 'committed' ? w('exchange.committed', row.counts) : w(`exchange.stage.${row.stage}`)) },
            { key: 'open', head: w('exchange.open'), phone: 'under', width: 90, cell: (row) => (row.importId === openId ? null : <Button small aria-label={`${w('exchange.open')} ${row.fileName}`} onClick={() => onOpen(row.importId)}>{w('exchange.open')}</Button>) },
          ]}
          rows={rows}
          rowKey={(row) => row.importId}
          empty={<Empty>{w('exchange.historyEmpty')}</Empty>}
        />
      )}</Loaded>
    </Section>
  );
}
