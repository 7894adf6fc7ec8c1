import type { Cell, FileRow } from '../domain/cell.ts';

/** The rows of a CSV text (RFC 4180; comma, semicolon or tab, whichever the first line has most). Quoted line breaks count as one row. */
export function* rowsOfCsv(text: string, sheet = 'CSV'): Generator<FileRow> {
  const separator = separatorOf(text);
  const cells: (Cell | undefined)[] = [];
  for (let at = text.startsWith('\uFEFF') ? 1 : 0, row = 1; at < text.length;) {
    const quoted = text.charAt(at) === '"' ? readQuoted(text, at) : undefined;
    const end = quoted?.end ?? plainEnd(text, at, separator);
    const value = quoted?.value ?? text.slice(at, end);
    cells.push(value === '' ? undefined : { kind: 'text', text: value });
    if (text.charAt(end) === separator) {
      at = end + 1;
      if (at < text.length) continue;
    }
    yield { sheet, row, cells: [...cells] };
    cells.length = 0;
    row += 1;
    at = Math.max(at, text.startsWith('\r\n', end) ? end + 2 : end + 1);
  }
}

const separatorOf = (text: string): string => {
  const line = text.slice(0, Math.max(text.search(/[\r\n]/), 0) || 2000);
  return [',', ';', '\t'].toSorted((a, b) => line.split(b).length - line.split(a).length)[0] ?? ',';
};

function plainEnd(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === separator || character === '\n' || character === '\r') return at;
  }
  return text.length;
}

function readQuoted(text: string, from: number): { value: string; end: number } {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charAt(at + 1) !== '"') return { value: text.slice(from + 1, at).replaceAll('""', '"'), end: at + 1 };
  }
  return { value: text.slice(from + 1), end: text.length };
}
