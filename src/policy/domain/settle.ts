import { dropSplice, hasKey, openText, spliced, valueSplice, withValue, written } from './draftText.ts';
import { clauseWords, datedWords, documentWords, packWords, parameterWords } from './keywords.ts';
import type { Policy, PolicyDocument } from './model.ts';

export type MarkKind = 'parameter' | 'clause' | 'result';
/** Something 待核: a value without an official text, or a clause or result nobody has seen written; `article` is the one it cites so far. */
export type Mark = { kind: MarkKind; name: string; article: string };

const rooms: Record<MarkKind, string> = { parameter: packWords.parameters, clause: packWords.clauses, result: packWords.results };

/** Everything 待核 in a policy, with its kind. */
export function marksIn(policy: Policy): Mark[] {
  const of = (kind: MarkKind, entries: Record<string, { unverified: boolean; article?: string; basis?: { article: string } }>): Mark[] =>
    Object.entries(entries).flatMap(([name, { unverified, article, basis }]) => (unverified ? [{ kind, name, article: article ?? basis?.article ?? '' }] : []));
  return [...of('parameter', policy.parameters), ...of('clause', policy.clauses), ...of('result', policy.results)];
}

/** Where a mark stands in the text. */
export const pathOf = ({ kind, name }: Pick<Mark, 'kind' | 'name'>): string[] => [rooms[kind], name];

/** Settles marks by a document that the text declares: the mark goes, the document is cited with the article given, else with the one cited so far. */
export function settled(source: string, marks: readonly Mark[], document: string, article: string): string {
  const text = openText(source);
  return spliced(source, marks.flatMap((mark) => {
    const path = pathOf(mark);
    const basis = [document, article || mark.article].filter(Boolean).join('#');
    return [...valueSplice(text, [...path, clauseWords.basis], written(basis)), ...dropSplice(text, [...path, parameterWords.unverified])];
  }));
}

/** Declares a document that clauses and values may then cite. */
export function withDocument(source: string, key: string, { name, number, date }: PolicyDocument): string {
  const parts = [[documentWords.name, name], [documentWords.number, number], [documentWords.date, date]].flatMap(([word, value]) => (value ? [`${word}: ${written(value)}`] : []));
  return withValue(source, [packWords.documents, key], `{ ${parts.join(', ')} }`);
}

/** Writes another value of a parameter: of its only value, or of one of its dated values. Money as “30万元”, a catalogue as a list. */
export function withParameter(source: string, name: string, value: string | number | boolean | readonly string[], row?: number): string {
  const path = [packWords.parameters, name];
  const at = row === undefined || hasKey(openText(source), [...path, parameterWords.value]) ? [...path, parameterWords.value] : [...path, parameterWords.dated, row, datedWords.value];
  return withValue(source, at, written(value));
}
