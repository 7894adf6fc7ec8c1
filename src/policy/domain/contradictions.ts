import { addDays, dayNumber, dayText, realDay } from './calendar.ts';
import { personOn, truthOf } from './evaluate.ts';
import { completeWord, itemsWord } from './keywords.ts';
import type { FactValue, Facts, Node, Policy, Scalar, Type } from './model.ts';
import { allUnder } from './reach.ts';
import { factsIn, walk } from './walk.ts';

/** Two exceptions to one clause that both apply to somebody and disagree. */
export type Contradiction = { base: string; exceptions: [string, string]; witness: Facts };

const mostTried = 20_000;

/** Numbers that expressions compare with; the values around them are where verdicts change. */
function boundsIn(nodes: readonly Node[], policy: Policy): number[] {
  const bounds = new Set<number>();
  for (const node of nodes.flatMap((each) => [...walk(each)])) {
    if (node.type.kind !== 'integer') continue;
    if (node.op === 'constant' && node.value !== undefined) bounds.add(node.value);
    if (node.op === 'parameter') policy.parameters[node.name]?.values.forEach(({ value }) => typeof value === 'number' && bounds.add(value));
  }
  return [...bounds];
}

function scalarsFor(type: Type, bounds: readonly number[], asOf: number, policy: Policy): Scalar[] {
  if (type.kind === 'boolean') return [true, false];
  if (type.kind === 'enumeration') return policy.dictionary.enumerations[type.domain]?.values ?? [];
  if (type.kind === 'integer') return [...new Set(bounds.flatMap((bound) => [bound - 1, bound, bound + 1]))].filter((value) => value >= 0);
  const anniversaries = bounds.filter((bound) => bound >= 0 && bound < 120).flatMap((bound) => [bound, bound + 1].map((years) => realDay(asOf - years * 10000)));
  return [...new Set([asOf, ...anniversaries].flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))].map(dayText);
}

function listsFor(items: Record<string, Type>, bounds: readonly number[], asOf: number, policy: Policy): FactValue[] {
  const best: Record<string, Scalar> = {};
  for (const [name, type] of Object.entries(items)) {
    const value = scalarsFor(type, bounds, asOf, policy).at(type.kind === 'boolean' ? 0 : -1);
    if (value !== undefined) best[name] = value;
  }
  const most = Math.max(1, ...bounds.filter((bound) => bound < 20));
  return [0, 1, most].map((length) => ({ [completeWord]: true, [itemsWord]: Array.from({ length }, () => best) }));
}

/** All combinations of the values around every bound, thinned evenly and repeatably when there are too many. */
function* combinations(choices: [string, FactValue[]][]): Generator<Facts> {
  const all = choices.reduce((product, [, values]) => product * Math.max(1, values.length), 1);
  const stride = Math.max(1, Math.floor(all / mostTried) | 1);
  for (let index = 0; index < all; index += stride) {
    const facts: Facts = {};
    let rest = index;
    for (const [name, values] of choices) {
      facts[name] = values[rest % values.length];
      rest = Math.floor(rest / values.length);
    }
    yield facts;
  }
}

function search(policy: Policy, base: string, [one, other]: [string, string], asOf: string): Contradiction[] {
  const nodes = [one, other].flatMap((name) => [policy.clauses[name]?.when, policy.rules[name]]).filter((node) => node !== undefined);
  const under = allUnder(policy, nodes);
  const bounds = boundsIn(under, policy);
  const day = dayNumber(asOf) ?? 0;
  const choices = [...new Set(under.flatMap(factsIn))].map((name): [string, FactValue[]] => {
    const type = policy.dictionary.facts[name]?.type ?? { kind: 'boolean' };
    return [name, type.kind === 'list' ? listsFor(type.items, bounds, day, policy) : scalarsFor(type, bounds, day, policy)];
  });
  for (const witness of combinations(choices)) {
    const person = personOn(policy, witness, asOf);
    const truths = nodes.map((node) => truthOf(node, person));
    if (truths[0] === 2 && truths[2] === 2 && Math.abs((truths[1] ?? 0) - (truths[3] ?? 0)) === 2) return [{ base, exceptions: [one, other], witness }];
  }
  return [];
}

/** Looks for a person to whom two exceptions of one clause both apply with different answers. */
export function contradictions(policy: Policy, asOf: string = policy.from): Contradiction[] {
  return Object.keys(policy.clauses).flatMap((base) => {
    const exceptions = Object.keys(policy.clauses).filter((name) => policy.clauses[name]?.exceptionTo === base);
    return exceptions.flatMap((one, index) => exceptions.slice(index + 1).flatMap((other) => search(policy, base, [one, other], asOf)));
  });
}
