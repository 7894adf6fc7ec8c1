import { Button } from '#platform/web/Button.tsx';
import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Figure } from '#platform/web/Figure.tsx';
import { FigureStrip } from '#platform/web/FigureStrip.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useSearchText } from '#platform/web/place.ts';
import { Section } from '#platform/web/Section.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useActor } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { writtenFen } from '#platform/web/written.ts';
import { ledgerContract, type Move } from '../domain/contract.ts';
import { LendForm } from './LendForm.tsx';
import { MoveCause, MoveWords } from './Moves.tsx';
import './ledger.css';

/** One account: what it has, and every transfer with its cause. */
export default function Account() {
  const w = useWords();
  const api = useApi(ledgerContract);
  const [id] = useSearchText('id');
  const found = useLoad(['ledger', 'account', id], () => api.viewAccount({ query: { id } }));
  return (
    <Loaded of={found}>
      {({ pool, account, moves, borrowers }) => {
        const shown = (amount: number) => (pool.unit === 'fen' ? writtenFen(amount, w) : amount);
        return (
          <div className="stack">
            <PageHead over={pool.document} title={account.organisation || w('ledger.whole')} sub={pool.title} />
            <FigureStrip>
              <Figure label={w('ledger.granted')} value={shown(account.granted)} />
              <Figure label={w('ledger.used')} value={shown(account.used)} />
              <Figure label={w('ledger.held')} value={shown(account.held)} />
              {pool.loans ? <Figure label={w(account.lent < 0 ? 'ledger.loans.in' : 'ledger.lent')} value={shown(Math.abs(account.lent))} /> : null}
              <Figure label={w('ledger.free')} value={shown(account.free)} />
            </FigureStrip>
            {account.organisation && pool.unit === 'post' ? <div className="row"><LendForm pool={pool} account={account} borrowers={borrowers} /></div> : null}
            <Section title={w('ledger.moves')}>
              <DataTable caption={w('ledger.moves')} columns={pool.loans ? [...columnsOf(w), returnColumn(w, account.id)] : columnsOf(w)} rows={moves} rowKey={(row) => row.transferId} empty={<Empty>{w('ledger.latest.none')}</Empty>} />
            </Section>
          </div>
        );
      }}
    </Loaded>
  );
}

type Words = ReturnType<typeof useWords>;

const columnsOf = (w: Words): Column<Move>[] => [
  { key: 'on', head: w('ledger.on'), phone: 'sub', cell: (row) => row.on },
  { key: 'amount', head: w('ledger.amount'), phone: 'main', cell: (row) => <MoveWords row={row} /> },
  { key: 'state', head: w('ledger.state'), phone: 'aside', cell: (row) => w(`ledger.state.${row.state}`) },
  { key: 'cause', head: w('ledger.cause'), phone: 'under', cell: (row) => <MoveCause row={row} /> },
];

const returnColumn = (w: Words, accountId: string): Column<Move> => ({
  key: 'return', head: w('ledger.return'), phone: 'hidden', cell: (row) => (row.loan?.left ? <ReturnLoan row={row} lender={row.account === accountId} /> : null),
});

/** Ends a running loan early; offered to the bureau, refused while the borrower has the places in use. */
function ReturnLoan({ row, lender }: { row: Move; lender: boolean }) {
  const w = useWords();
  const api = useApi(ledgerContract);
  const { actor } = useActor();
  const back = useAct(() => api.returnPlaces({ params: { transferId: row.transferId }, body: {} }));
  if (actor.role !== 'bureau') return null;
  return <><Button small busy={back.running} onClick={() => back.run(undefined)}>{w(lender ? 'ledger.return.takeBack' : 'ledger.return.giveBack')}</Button><Refusal of={back.refusal} /></>;
}
