import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Figure } from '#platform/web/Figure.tsx';
import { FigureStrip } from '#platform/web/FigureStrip.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Mono } from '#platform/web/Mono.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useSearchText } from '#platform/web/place.ts';
import { Section } from '#platform/web/Section.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { writtenFen } from '#platform/web/written.ts';
import { ledgerContract, type Move } from '../domain/contract.ts';
import { LendForm } from './LendForm.tsx';
import './ledger.css';

/** One account: what it has, and every transfer with its cause. */
export default function Account() {
  const w = useWords();
  const api = useApi(ledgerContract);
  const [id] = useSearchText('id');
  const found = useLoad(['ledger', 'account', id], () => api.viewAccount({ query: { id } }));
  return (
    <Loaded of={found}>
      {({ pool, account, moves }) => {
        const shown = (amount: number) => (pool.unit === 'fen' ? writtenFen(amount, w) : amount);
        return (
          <div className="stack">
            <PageHead over={pool.document} title={account.organisation || w('ledger.whole')} sub={pool.title} />
            <FigureStrip>
              <Figure label={w('ledger.granted')} value={shown(account.granted)} />
              <Figure label={w('ledger.used')} value={shown(account.used)} />
              <Figure label={w('ledger.held')} value={shown(account.held)} />
              <Figure label={w('ledger.free')} value={shown(account.free)} />
            </FigureStrip>
            {account.organisation ? <LendForm pool={pool} account={account} /> : null}
            <Section title={w('ledger.moves')}>
              <DataTable caption={w('ledger.moves')} columns={columnsOf(w)} rows={moves} rowKey={(row) => row.transferId} empty={<Empty>{w('ledger.latest.none')}</Empty>} />
            </Section>
          </div>
        );
      }}
    </Loaded>
  );
}

const columnsOf = (w: ReturnType<typeof useWords>): Column<Move>[] => [
  { key: 'on', head: w('ledger.on'), phone: 'sub', cell: (row) => row.on },
  { key: 'amount', head: w('ledger.amount'), phone: 'main', cell: (row) => w(`ledger.kind.${row.kind}`, { n: row.unit === 'fen' ? writtenFen(row.amount, w) : row.amount }) },
  { key: 'state', head: w('ledger.state'), phone: 'aside', cell: (row) => w(`ledger.state.${row.state}`) },
  { key: 'cause', head: w('ledger.cause'), phone: 'under', cell: (row) => <Mono>{row.cause}</Mono> },
];
