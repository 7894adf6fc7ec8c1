import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { useToday } from '#platform/web/useActor.ts';
import { useWords } from '#platform/web/useWords.ts';
import { shortDate, writtenFen } from '#platform/web/written.ts';
import type { Move } from '../domain/contract.ts';

/** Transfers as lines: day, what happened where, and until when it is held. */
export function Moves({ rows, empty }: { rows: Move[]; empty: string }) {
  const w = useWords();
  const today = useToday();
  if (rows.length === 0) return <Empty>{empty}</Empty>;
  return (
    <ul className="ledger-moves">
      {rows.map((row) => (
        <li key={row.transferId}>
          <span className="nw">{shortDate(row.on, today)}</span>
          <span>
            <Go to={`/work/ledger/account?id=${encodeURIComponent(row.account)}`}>{row.organisation || row.pool}</Go>{' '}
            {w(`ledger.kind.${row.kind}`, { n: row.unit === 'fen' ? writtenFen(row.amount, w) : row.amount })}
            <small>{row.organisation ? `${row.pool} · ` : ''}{w(`ledger.state.${row.state}`)}{row.state === 'held' && row.until ? ` · ${w('ledger.until', { day: shortDate(row.until, today) })}` : ''}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}
