import { completeWord, itemsWord, operatorWords, parameterWords } from '../domain/keywords.ts';

/** A run of characters of one kind: a key, a text in quotation marks, a comment, an operator, a number or day, a 待核 mark, all else. */
export type Run = { kind: 'key' | 'text' | 'note' | 'operator' | 'number' | 'open' | ''; text: string };

const words = [...Object.keys(operatorWords), completeWord, itemsWord].join('|');
const pieces = new RegExp(
  [
    String.raw`(?<note>(?:^|(?<=\s))#.*)`,
    String.raw`(?<open>${parameterWords.unverified}(?=:))`,
    String.raw`(?<key>(?:^\s*(?:- )?|(?<=[{,\[]\s?))[\p{L}_][^:{}\[\],'"#]*(?=:(?:\s|$)))`,
    String.raw`(?<text>"[^"]*")`,
    String.raw`(?<number>\d{4}-\d{2}-\d{2}|\d+(?:\.\d+)?\p{L}*)`,
    String.raw`(?<operator>(?<=\s)(?:${words})(?=\s)|[<>=!]=?)`,
  ].join('|'), 'gu');

/** One line of a policy text cut into runs that together are the line. */
export function runsOf(line: string): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const found of line.matchAll(pieces)) {
    if (found.index > at) runs.push({ kind: '', text: line.slice(at, found.index) });
    const [kind] = Object.entries(found.groups ?? {}).find(([, text]) => text !== undefined) ?? [''];
    runs.push({ kind: kind as Run['kind'], text: found[0] });
    at = found.index + found[0].length;
  }
  return at < line.length ? [...runs, { kind: '', text: line.slice(at) }] : runs;
}
