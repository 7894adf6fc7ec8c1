import { pitch, runPath, widthOf, type Cell, type Run } from './squares.ts';

const high = 6 * pitch;

/** One cell, one place: counted squares in columns of six; what is borrowed stands apart. Words stand beside them. */
export function Squares({ runs }: { runs: readonly Run[] }) {
  const own = runs.filter(({ cell }) => cell !== 'borrowed');
  const borrowed = runs.find(({ cell }) => cell === 'borrowed')?.count ?? 0;
  const total = own.reduce((sum, { count }) => sum + count, 0);
  const apart = widthOf(total) + 2 * pitch;
  const width = borrowed ? apart + widthOf(borrowed) : widthOf(total);
  const starts = own.map((_run, index) => own.slice(0, index).reduce((sum, { count }) => sum + count, 0));
  return (
    <svg className="pool-squares" width={width} viewBox={`0 0 ${Math.max(1, width)} ${high}`} aria-hidden="true">
      {own.map(({ cell, count }, index) => <path key={cell} fill={`url(#square-${cell})`} d={runPath(starts[index] ?? 0, count)} />)}
      {borrowed ? <path fill="url(#square-borrowed)" transform={`translate(${apart} 0)`} d={runPath(0, borrowed)} /> : null}
    </svg>
  );
}

/** Three cells of a kind, for the legend. */
export function SquareKey({ cell }: { cell: Cell }) {
  return <svg className="square-key" width={3 * pitch} height={2 * pitch} aria-hidden="true"><path fill={`url(#square-${cell})`} d={`M0 0h${3 * pitch}v${2 * pitch}h${-3 * pitch}z`} /></svg>;
}

const full = { width: 5, height: 5 };
const edged = { x: 0.5, y: 0.5, width: 4, height: 4 };

/** The marks that the squares of a page are filled with; stands once on the page. */
export function SquareMarks() {
  return (
    <svg width="0" height="0" className="square-marks" aria-hidden="true">
      <defs>
        <Mark cell="used-0"><rect {...full} style={{ fill: 'var(--xl-d1)' }} /></Mark>
        <Mark cell="used-1"><rect {...full} style={{ fill: 'var(--xl-d2)' }} /></Mark>
        <Mark cell="held">
          <rect {...edged} style={{ fill: 'var(--xl-sheet)', stroke: 'var(--xl-d1)' }} />
          <path d="M.5 4.5L4.5 .5" style={{ stroke: 'var(--xl-d1)', strokeWidth: 1.4 }} />
        </Mark>
        <Mark cell="lent"><rect {...full} style={{ fill: 'var(--xl-d3)' }} /></Mark>
        <Mark cell="borrowed"><rect {...edged} style={{ fill: 'var(--xl-d4)', stroke: 'var(--xl-d3)' }} /></Mark>
        <Mark cell="free"><rect {...edged} style={{ fill: 'none', stroke: 'var(--xl-field)', strokeOpacity: 0.6 }} /></Mark>
      </defs>
    </svg>
  );
}

const Mark = ({ cell, children }: { cell: Cell; children: React.ReactNode }) => <pattern id={`square-${cell}`} width={pitch} height={pitch} patternUnits="userSpaceOnUse">{children}</pattern>;
