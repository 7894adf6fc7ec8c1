/** A cell as the file holds it. A number keeps the digits the file gives; dates come as 'YYYY-MM-DD'. */
export type Cell = { kind: 'text' | 'number' | 'date' | 'flag' | 'fault'; text: string };

/** A row of the file; `row` counts from 1 as Excel shows it. Empty cells are undefined. */
export type FileRow = { sheet: string; row: number; cells: readonly (Cell | undefined)[] };

/** A cell somebody typed. */
export const textCell = (text: string): Cell => ({ kind: 'text', text });
