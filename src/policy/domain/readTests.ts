import { expectedWords, packWords, testWords, verdictWords } from './keywords.ts';
import type { Loading } from './loading.ts';
import type { Facts, FactValue, PolicyTest } from './model.ts';
import { nearest } from './nearest.ts';
import { encode } from './values.ts';

type Path = readonly string[];

function readFacts(loading: Loading, path: Path, written: Record<string, unknown>): Facts {
  const { dictionary } = loading.scope;
  for (const [name, value] of Object.entries(written)) {
    const kind = dictionary.facts[name];
    const near = nearest(name, Object.keys(dictionary.facts));
    if (!kind) loading.problems.push(loading.yaml.problemAtKey(path, name, 'policyNameUnknown', { found: name, near }));
    else if (encode(value as FactValue, kind.type, dictionary) === undefined) {
      loading.problems.push(loading.yaml.problemAt([...path, name], 'policyValueType', { found: name, near: '' }));
    }
  }
  return written as Facts;
}

function readExpected(loading: Loading, path: Path, expected: Record<string, unknown>): void {
  const verdicts = new Set<unknown>(Object.values(verdictWords));
  const { results } = loading.text;
  for (const [name, value] of Object.entries(expected)) {
    if (name === expectedWords.total) continue;
    const known = name === expectedWords.missing ? Object.keys(value as object) : [name];
    for (const each of known.filter((result) => !results[result])) {
      loading.problems.push(loading.yaml.problemAtKey(path, name, 'policyResultUnknown', { found: each, near: nearest(each, Object.keys(results)) }));
    }
    if (name !== expectedWords.missing && !verdicts.has(value)) loading.problems.push(loading.yaml.problemAt([...path, name], 'policyVerdict', { found: String(value) }));
  }
}

/** The tests written in the file; 同 takes another test's facts and day over, 去 leaves some out. Unless they name a day, they are judged for the first day in force. */
export function readTests(loading: Loading): PolicyTest[] {
  const { text, yaml } = loading;
  const before = new Map<string, { facts: Facts; asOf: string }>();
  return text.tests.map((test, index) => {
    const path = [packWords.tests, String(index)];
    const like = test.like ? before.get(test.like) : { facts: {}, asOf: text.force.from };
    if (!like) loading.problems.push(yaml.problemAt([...path, testWords.like], 'policyTestUnknown', { found: test.like ?? '', near: nearest(test.like ?? '', [...before.keys()]) }));
    const facts: Facts = { ...like?.facts, ...readFacts(loading, [...path, testWords.facts], test.facts ?? {}) };
    for (const name of test.without ?? []) delete facts[name];
    const asOf = test.asOf ?? like?.asOf ?? text.force.from;
    before.set(test.name, { facts, asOf });
    readExpected(loading, [...path, testWords.expected], test.expected);
    return {
      name: test.name, asOf, expected: test.expected, line: yaml.problemAt(path, '').line, facts,
    };
  });
}
