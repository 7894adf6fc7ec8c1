/** One cell, one place, in columns of six: solid used, slashed held, 黛 lent, hollow free. Words stand beside it. */
export function OccupancySquares({ used, held = 0, lent = 0, free, most = 240 }: { used: number; held?: number; lent?: number; free: number; most?: number }) {
  const scale = Math.min(1, most / Math.max(1, used + held + lent + free));
  const cells = [['used', used], ['held', held], ['lent', lent], ['free', free]] as const;
  const marks = cells.flatMap(([mark, count]) => Array<string>(count > 0 ? Math.max(1, Math.round(count * scale)) : 0).fill(mark));
  const columns = Array.from({ length: Math.ceil(marks.length / 6) }, (_none, index) => marks.slice(index * 6, index * 6 + 6));
  return (
    <span className="squares" aria-hidden="true">
      {columns.map((column, at) => <span key={at} className="column">{column.map((mark, row) => <i key={row} className={mark} />)}</span>)}
    </span>
  );
}
