import { Clock } from '#platform/web/Clock.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { useToday } from '#platform/web/useActor.ts';
import { useWords } from '#platform/web/useWords.ts';
import { shortDate, writtenFen } from '#platform/web/written.ts';
import type { Move } from '../domain/contract.ts';

/** Transfers as lines: day, what happened where and why; a hold shows when it ends. */
export function Moves({ rows, empty }: { rows: Move[]; empty: string }) {
  const today = useToday();
  if (rows.length === 0) return <Empty>{empty}</Empty>;
  return (
    <ul className="ledger-moves">
      {rows.map((row) => (
        <li key={row.transferId}>
          <span className="nw">{shortDate(row.on, today)}</span>
          <span>
            <Go to={`/work/ledger/account?id=${encodeURIComponent(row.account)}`}>{row.organisation || row.pool}</Go>{' '}
            <MoveWords row={row} />
            <small><MoveCause row={row} /></small>
            {row.clock ? <Clock clock={row.clock} mine={false} /> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What a transfer did, in words. */
export function MoveWords({ row }: { row: Move }) {
  const w = useWords();
  const n = row.unit === 'fen' ? writtenFen(row.amount, w) : row.amount;
  if (row.kind === 'lent') return w(row.loan ? 'ledger.kind.lentTo' : 'ledger.kind.returnedTo', { n, to: row.to });
  return w(row.state === 'held' ? 'ledger.kind.held' : `ledger.kind.${row.kind}`, { n });
}

/** Why a transfer was made, opening the case where there is one, and how it ended. */
export function MoveCause({ row }: { row: Move }) {
  const w = useWords();
  const today = useToday();
  const told = row.note || w('ledger.cause.none');
  const ended = row.state === 'voided' || row.state === 'expired' ? ` · ${w(`ledger.state.${row.state}`)}` : '';
  return (
    <>
      {row.link ? <Go to={row.link}>{told}</Go> : told}{ended}
      {row.loan ? ` · ${w(row.loan.left ? 'ledger.loan.until' : 'ledger.loan.returned', { day: shortDate(row.loan.returnOn, today) })}` : ''}
    </>
  );
}
