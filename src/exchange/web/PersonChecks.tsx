import { Button } from '#platform/web/Button.tsx';
import { DataTable } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useActor } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { shortDate } from '#platform/web/written.ts';
import { exchangeContract, type PersonCheck } from '../domain/contract.ts';

/** People whom one institution's roster names while they work at another: the bureau moves them or does not. */
export default function PersonChecks() {
  const w = useWords();
  const api = useApi(exchangeContract);
  const { today } = useActor();
  const load = useLoad(['exchange', 'checks'], () => api.listPersonChecks());
  const settle = useAct(({ checkId, move }: { checkId: string; move: boolean }) => api.settlePersonCheck({ params: { checkId }, body: { move } }));
  const acts = ({ checkId, name }: PersonCheck) => (
    <span className="row">
      <Button small aria-label={w('exchange.checks.moveNamed', { name })} onClick={() => settle.run({ checkId, move: true })}>{w('exchange.checks.move')}</Button>
      <Button small aria-label={w('exchange.checks.keepNamed', { name })} onClick={() => settle.run({ checkId, move: false })}>{w('exchange.checks.keep')}</Button>
    </span>
  );
  return (
    <div className="stack">
      <PageHead title={w('exchange.checks')} sub={w('exchange.checks.sub')} />
      <Section title={w('exchange.checks.waiting')}>
        <Refusal of={settle.refusal} />
        <Loaded of={load}>{(rows) => (
          <DataTable
            caption={w('exchange.checks')}
            columns={[
              { key: 'name', head: w('exchange.checks.name'), phone: 'main', cell: (row) => <Go to={`/work/people/${row.personId}`}>{row.name}</Go> },
              { key: 'at', head: w('exchange.checks.at'), phone: 'under', cell: (row) => row.at },
              { key: 'asking', head: w('exchange.checks.asking'), phone: 'under', cell: (row) => row.asking },
              { key: 'from', head: w('exchange.checks.from'), phone: 'under', cell: (row) => row.from },
              { key: 'when', head: w('exchange.when'), phone: 'aside', cell: (row) => shortDate(row.askedAt.slice(0, 10), today) },
              { key: 'act', head: w('exchange.act'), phone: 'under', cell: acts },
            ]}
            rows={rows}
            rowKey={(row) => row.checkId}
            empty={<Empty>{w('exchange.checks.empty')}</Empty>}
          />
        )}</Loaded>
      </Section>
    </div>
  );
}
