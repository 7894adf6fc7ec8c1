import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { indicatorsIn, type EvaluationIndex, type Figures } from './evaluationIndex.ts';

/** One line of a pasted table: whose figures, and which. */
export type FigureLine = { line: number; name: string; figures: Figures };

const widest = 60;

/** A table copied from Excel: the first line names the columns, name first, then indicators; empty cells say nothing. */
export function readFigureTable(index: EvaluationIndex, text: string): Answer<FigureLine[]> {
  const rows = text.split(/\r?\n/).map((row, at) => ({ line: at + 1, cells: row.split('\t').map((cell) => cell.trim()) })).filter(({ cells }) => cells.some(Boolean));
  const [head, ...lines] = rows;
  if (!head || lines.length === 0) return no('figureTableEmpty', { field: 'text' });
  const byName = new Map(indicatorsIn(index.elements).map((indicator) => [indicator.name, indicator]));
  const unknown = head.cells.slice(1).find((cell) => !byName.has(cell));
  if (unknown !== undefined || head.cells.length < 2) return no('figureTableHead', { field: 'text', params: { given: (unknown ?? '').slice(0, widest), names: [...byName.keys()].join('\u3001') } });
  return readLines(head.cells.slice(1).map((cell) => byName.get(cell)!), lines);
}

function readLines(columns: readonly { key: string; name: string; rule: { kind: string } }[], lines: readonly { line: number; cells: string[] }[]): Answer<FigureLine[]> {
  const read: FigureLine[] = [];
  for (const { line, cells: [name = '', ...cells] } of lines) {
    if (!name) return no('figureLineName', { field: 'text', params: { line } });
    if (read.some((each) => each.name === name)) return no('figureLineTwice', { field: 'text', params: { line, name } });
    const figures: Figures = {};
    for (const [at, { key, name: column, rule }] of columns.entries()) {
      const cell = cells[at] ?? '';
      if (cell === '') continue;
      if (rule.kind !== 'choice' && !/^\d{1,9}$/.test(cell)) return no('figureLineNumber', { field: 'text', params: { line, name: column, given: cell.slice(0, widest) } });
      figures[key] = rule.kind === 'choice' ? cell : Number(cell);
    }
    read.push({ line, name, figures });
  }
  return yes(read);
}
