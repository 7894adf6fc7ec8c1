import { dropSplice, hasKey, lengthAt, openText, spliced, valueSplice, withValue, written, type OpenText, type Splice } from './draftText.ts';
import { documentWords, forceWords, packWords, resultWords, testWords, verdictWords } from './keywords.ts';
import type { Policy } from './model.ts';

/**
 * The text of a version that follows another: its own version and first day, the one before named as replaced.
 * Tests that named no day were meant for the first day of the version before and go on naming that one.
 */
export function successorText(before: Policy, version: string, from: string): string {
  const text = openText(before.source);
  const told = spliced(before.source, [...datedTests(text, before.from), ...valueSplice(text, [packWords.version], JSON.stringify(version)), ...forceSplices(text, from)]);
  return withReplaced(told, `${before.code}@${before.version}`);
}

/** The text with another first day, and without a last one: a version ends when the next begins. */
export function withForce(source: string, from: string): string {
  const text = openText(source);
  return spliced(source, forceSplices(text, from));
}

const forceSplices = (text: OpenText, from: string): Splice[] =>
  [...valueSplice(text, [packWords.force, forceWords.from], from), ...dropSplice(text, [packWords.force, forceWords.to])];

function withReplaced(source: string, name: string): string {
  if (hasKey(openText(source), [packWords.replaces])) return withValue(source, [packWords.replaces], name);
  return source.replace(new RegExp(`^${packWords.force}:`, 'm'), (found) => `${packWords.replaces}: ${name}\n${found}`);
}

const datedTests = (text: OpenText, day: string): Splice[] => Array.from({ length: lengthAt(text, [packWords.tests]) }, (_, index) => [packWords.tests, index]).flatMap((path) => {
  const dated = hasKey(text, [...path, testWords.asOf]) || hasKey(text, [...path, testWords.like]);
  return dated ? [] : valueSplice(text, [...path, testWords.asOf], day);
});

/** What an officer names to begin a policy that has no version yet. */
export type NewPolicy = { code: string; title: string; version: string; from: string; document: string; result: string };

/** The shortest whole text of a new policy: one document, one result that everybody has, one test; the officer writes on from there. */
export function newText({ code, title, version, from, document, result }: NewPolicy): string {
  const given = `{ ${resultWords.basis}: ${newDocument}, ${resultWords.when}: true, ${resultWords.qualification}: ${written(result)} }`;
  return [
    `${packWords.code}: ${code}`, `${packWords.title}: ${written(title)}`, `${packWords.version}: ${JSON.stringify(version)}`, `${packWords.force}: { ${forceWords.from}: ${from} }`,
    `${packWords.documents}:`, `  ${newDocument}: { ${documentWords.name}: ${written(document)} }`,
    `${packWords.results}:`, `  ${result}: ${given}`,
    `${packWords.tests}:`, `  - { ${testWords.name}: ${written(result)}, ${testWords.facts}: {}, ${testWords.expected}: { ${result}: ${verdictWords.yes} } }`, '',
  ].join('\n');
}

const newDocument = 'basis';
