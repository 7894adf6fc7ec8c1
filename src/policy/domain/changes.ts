import { dayText } from './calendar.ts';
import { differences } from './differences.ts';
import { functionWords } from './keywords.ts';
import type { Parameter, Policy } from './model.ts';
import { moneyParameters } from './moneyParameters.ts';
import { resultsOn } from './sandbox.ts';

/** What a number counts: completed years of age, completed years since a day, money in fen, items of a list. */
export type Unit = 'age' | 'years' | 'fen' | 'items' | '';
/** A value from a day on; '' where it holds since ever. */
export type Dated = { from: string; value: string };

/**
 * One thing that a version says differently from another, ready to be put into words. A parameter has its dated values and unit, all else its text.
 * `settled`: what was 待核 now cites a document; `open`: the other way round. A catalogue also says which entries came and went.
 */
export type Change = {
  kind: 'title' | 'force' | 'document' | 'parameter' | 'clause' | 'result' | 'composition';
  name: string; change: 'added' | 'removed' | 'changed' | 'settled' | 'opened';
  before: Dated[]; after: Dated[]; unit: Unit; results: string[]; entered: string[]; left: string[]; basis: string;
  /** 待核 on the side named: such values are told to the office only. */
  openBefore: boolean; openAfter: boolean;
};

const plain = { unit: '' as Unit, results: [], entered: [], left: [], basis: '', openBefore: false, openAfter: false };
const once = (text: string | undefined): Dated[] => (text === undefined ? [] : [{ from: '', value: text }]);
const sinceEver = '0001-01-01';

/** What one version of a policy says differently from another: title, days, documents, values, clauses, results, composition. */
export function changesBetween(before: Policy, after: Policy): Change[] {
  return [...headChanges(before, after), ...documentChanges(before, after), ...parameterChanges(before, after), ...ruleChanges(before, after), ...settledRules(before, after)];
}

function headChanges(before: Policy, after: Policy): Change[] {
  const heads = [{ kind: 'title' as const, was: before.title, is: after.title }, { kind: 'force' as const, was: before.from, is: after.from }];
  return heads.flatMap(({ kind, was, is }) => (was === is ? [] : [{ ...plain, kind, name: '', change: 'changed' as const, before: once(was), after: once(is) }]));
}

function documentChanges(before: Policy, after: Policy): Change[] {
  const said = (policy: Policy): Record<string, string> => Object.fromEntries(Object.values(policy.documents).map(({ name, number }) => [name, [name, number].filter(Boolean).join(' ')]));
  return changedIn(said(before), said(after)).map((each) => ({ ...plain, kind: 'document' as const, ...each }));
}

type Texts = Record<string, string>;

function changedIn(old: Texts, fresh: Texts): Pick<Change, 'name' | 'change' | 'before' | 'after'>[] {
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].flatMap((name) => {
    const [was, is] = [old[name], fresh[name]];
    return was === is ? [] : [{ name, change: was === undefined ? 'added' as const : is === undefined ? 'removed' as const : 'changed' as const, before: once(was), after: once(is) }];
  });
}

function parameterChanges(before: Policy, after: Policy): Change[] {
  const names = [...new Set([...Object.keys(before.parameters), ...Object.keys(after.parameters)])];
  return names.flatMap((name) => {
    const [was, is] = [before.parameters[name], after.parameters[name]];
    const [old, fresh] = [datedOf(was, before), datedOf(is, after)];
    const same = JSON.stringify(old) === JSON.stringify(fresh);
    if (same && was && is && was.unverified === is.unverified) return [];
    const policy = is ? after : before;
    const change = !was ? 'added' : !is ? 'removed' : !same ? 'changed' : is.unverified ? 'opened' : 'settled';
    return [{
      kind: 'parameter', name, change, before: old, after: fresh, unit: unitOf(policy, name), results: [...resultsOn(policy, [name])], ...entries(was, is, old, fresh),
      basis: basisOf(after, is), openBefore: was?.unverified ?? false, openAfter: is?.unverified ?? false,
    }];
  });
}

function datedOf(parameter: Parameter | undefined, { dictionary }: Policy): Dated[] {
  if (!parameter) return [];
  const of = parameter.type.kind === 'catalogue' ? parameter.type.of : parameter.type;
  const one = (value: number): string => (of.kind === 'date' ? dayText(value) : of.kind === 'enumeration' ? (dictionary.enumerations[of.domain]?.values[value] ?? '') : String(value));
  return parameter.values.map(({ from, value }) => ({ from: from === sinceEver ? '' : from, value: Array.isArray(value) ? value.map(one).join('、') : one(value) }));
}

/** Which entries of a catalogue came and which went, by its latest values. */
function entries(was: Parameter | undefined, is: Parameter | undefined, old: Dated[], fresh: Dated[]): Pick<Change, 'entered' | 'left'> {
  if (was?.type.kind !== 'catalogue' || is?.type.kind !== 'catalogue') return { entered: [], left: [] };
  const [one, other] = [old, fresh].map((dated) => (dated.at(-1)?.value ?? '').split('、').filter(Boolean));
  return { entered: (other ?? []).filter((each) => !one?.includes(each)), left: (one ?? []).filter((each) => !other?.includes(each)) };
}

function basisOf({ documents }: Policy, parameter: Parameter | undefined): string {
  const { document, article } = parameter?.basis ?? { document: '', article: '' };
  return [documents[document]?.name ?? '', article].filter(Boolean).join(' ');
}

const years = Object.keys(functionWords).filter((word) => functionWords[word] === 'years');
const counts = Object.keys(functionWords).filter((word) => functionWords[word] === 'count');

/** What a parameter counts, read from what the rules compare it with. */
function unitOf(policy: Policy, name: string): Unit {
  if (moneyParameters(policy).has(name)) return 'fen';
  const rules = [...Object.values(policy.clauses), ...Object.values(policy.results)].map(({ text }) => text).join('\n');
  const compared = (word: string) => new RegExp(`${word}\\((?:[^()]|\\[[^\\]]*\\])*\\)\\s*[<>=!]+\\s*${name}(?![\\p{L}\\p{N}_])`, 'u').test(rules);
  const word = years.find(compared);
  if (word) return word === years[0] ? 'age' : 'years';
  return counts.some(compared) ? 'items' : '';
}

/** Clauses, results and composition whose text changed. */
function ruleChanges(before: Policy, after: Policy): Change[] {
  return differences(before, after).flatMap(({ kind, name, change, before: was, after: is }) => {
    if (kind === 'parameter') return [];
    return [{ ...plain, kind, name, change, before: once(was), after: once(is), openBefore: ruleAt(before, kind, name)?.unverified ?? false, openAfter: ruleAt(after, kind, name)?.unverified ?? false }];
  });
}

const ruleAt = (policy: Policy, kind: string, name: string) => (kind === 'clause' ? policy.clauses[name] : kind === 'result' ? policy.results[name] : undefined);

/** Clauses and results that say the same and are no longer, or now are, 待核. */
function settledRules(before: Policy, after: Policy): Change[] {
  const textual = new Set(differences(before, after).map(({ kind, name }) => `${kind} ${name}`));
  return (['clause', 'result'] as const).flatMap((kind) => Object.keys(kind === 'clause' ? after.clauses : after.results).flatMap((name) => {
    const [was, is] = [ruleAt(before, kind, name), ruleAt(after, kind, name)];
    if (!was || !is || was.unverified === is.unverified || textual.has(`${kind} ${name}`)) return [];
    const basis = [after.documents[is.document]?.name ?? '', is.article].filter(Boolean).join(' ');
    return [{ ...plain, kind, name, change: is.unverified ? 'opened' as const : 'settled' as const, before: once(was.text), after: once(is.text), basis, openBefore: was.unverified, openAfter: is.unverified }];
  }));
}

/** The same without values that are 待核: the public never reads those as promises; a value that has nothing left to say is left out. */
export const withoutGuesses = (changes: readonly Change[]): Change[] => changes.flatMap((change) => {
  if (change.kind !== 'parameter' || !(change.openBefore || change.openAfter)) return [change];
  const shown = { ...change, before: change.openBefore ? [] : change.before, after: change.openAfter ? [] : change.after, entered: [], left: [] };
  return shown.before.length + shown.after.length > 0 ? [shown] : [];
});
