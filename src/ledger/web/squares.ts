/** What the cells of one institution's strip show; `kind` is the place of the pool's kind among the kinds on the page. */
export type Cell = `used-${0 | 1}` | 'held' | 'lent' | 'borrowed' | 'free';
export type Run = { cell: Cell; count: number };

/** Edge of a cell with its gap, in px, and cells in a column. */
export const pitch = 6;
const rows = 6;

/** Pixels a strip of so many cells is wide. */
export const widthOf = (cells: number): number => Math.ceil(cells / rows) * pitch;

/** The area that a run of cells covers in columns of six, filled downwards: at most three rectangles. */
export function runPath(from: number, count: number): string {
  const parts: string[] = [];
  for (let at = from, left = count; left > 0;) {
    const row = at % rows;
    const high = row === 0 && left >= rows ? rows : Math.min(rows - row, left);
    const columns = high === rows ? Math.floor(left / rows) : 1;
    const x = Math.floor(at / rows) * pitch;
    parts.push(`M${x} ${row * pitch}h${columns * pitch}v${high * pitch}h${-columns * pitch}z`);
    at += columns * high;
    left -= columns * high;
  }
  return parts.join('');
}
