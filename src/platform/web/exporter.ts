import { createContext } from 'react';

/** A list as a page shows it. */
export type Shown = { title: string; heads: string[]; rows: string[][] };
/** Hands a list out as a file; throws a RefusalError on no. */
export type Exporter = (shown: Shown, language: string) => Promise<void>;

/** Who makes files of lists; the slice that can gives it. */
export const ExporterContext = createContext<Exporter | undefined>(undefined);

/** What a table shows as text: heads that have a name, and every row below them; marks for readers only and buttons are left out. */
export function shownIn(table: HTMLTableElement, title: string): Shown {
  const heads = [...table.querySelectorAll('thead > tr > *')].map((cell) => (cell.classList.contains('pick') ? '' : textOf(cell)));
  const kept = heads.flatMap((head, at) => (head === '' ? [] : [at]));
  const rows = [...table.querySelectorAll('tbody > tr:not(.group)')].map((row) => [...row.children].map(textOf));
  return { title, heads: kept.map((at) => heads[at] ?? ''), rows: rows.map((row) => kept.map((at) => row[at] ?? '')) };
}

function textOf(cell: Element): string {
  const copy = cell.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('.reader-only, button, [aria-hidden=true]')) hidden.remove();
  const parts = [...copy.childNodes].map((node) => node.textContent?.trim() ?? '').filter(Boolean);
  return parts.join(' ').replace(/\s+/g, ' ');
}
