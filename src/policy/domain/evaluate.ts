import { completedYears, dayNumber } from './calendar.ts';
import type { Comparison, Facts, Node, Policy, Verdict } from './model.ts';
import { encodeFacts } from './values.ts';
import type { Encoded, EncodedList } from './values.ts';

/** 0 no, 1 unknown, 2 yes: and is the least, or the greatest, not 2 − x. */
export type Truth = 0 | 1 | 2;
export const verdicts: readonly Verdict[] = ['no', 'unknown', 'yes'];

type ParameterValues = Record<string, number | number[] | undefined>;
/** One person on one day, in numbers. */
export type Person = {
  values: Record<string, Encoded | undefined>; asOf: number; parameters: ParameterValues; rules: Record<string, Node>; known: Map<string, Truth>;
  item: Record<string, number | undefined> | undefined;
};

const parametersByDay = new WeakMap<Policy, Map<string, ParameterValues>>();

/** The parameters in force on a day. */
export function parametersOn(policy: Policy, asOf: string): ParameterValues {
  const days = parametersByDay.get(policy) ?? new Map<string, ParameterValues>();
  parametersByDay.set(policy, days);
  const kept = days.get(asOf);
  if (kept) return kept;
  const values: ParameterValues = {};
  for (const [name, parameter] of Object.entries(policy.parameters)) values[name] = parameter.values.findLast(({ from }) => from <= asOf)?.value;
  if (days.size > 1000) days.clear();
  days.set(asOf, values);
  return values;
}

/** A person ready to be judged; throws when the day does not exist. */
export function personOn(policy: Policy, facts: Facts, asOf: string): Person {
  const day = dayNumber(asOf);
  if (day === undefined) throw new Error(`no such day: ${asOf}`);
  return { values: encodeFacts(facts, policy.facts, policy.dictionary), asOf: day, parameters: parametersOn(policy, asOf), rules: policy.rules, known: new Map(), item: undefined };
}

export function compares(by: Comparison, left: number, right: number): boolean {
  switch (by) {
    case '<': return left < right;
    case '<=': return left <= right;
    case '>': return left > right;
    case '>=': return left >= right;
    case '=': return left === right;
    case '!=': return left !== right;
  }
}

/** The verdict of a condition for a person. */
export function truthOf(node: Node, person: Person): Truth {
  switch (node.op) {
    case 'all': return all(node.parts, person);
    case 'any': return any(node.parts, person);
    case 'not': return (2 - truthOf(node.part, person)) as Truth;
    case 'known': return isKnown(node.part, person) ? 2 : 0;
    case 'compare': return comparison(node, person);
    case 'oneOf': return membership(node, person);
    case 'clause': return clause(node.name, person);
    case 'choose': return choice(node, person);
    default: {
      const value = numberOf(node, person);
      return value === undefined ? 1 : value ? 2 : 0;
    }
  }
}

function all(parts: Node[], person: Person): Truth {
  let least: Truth = 2;
  for (const part of parts) {
    const truth = truthOf(part, person);
    if (truth === 0) return 0;
    if (truth < least) least = truth;
  }
  return least;
}

function any(parts: Node[], person: Person): Truth {
  let greatest: Truth = 0;
  for (const part of parts) {
    const truth = truthOf(part, person);
    if (truth === 2) return 2;
    if (truth > greatest) greatest = truth;
  }
  return greatest;
}

function clause(name: string, person: Person): Truth {
  const kept = person.known.get(name);
  if (kept !== undefined) return kept;
  const truth = truthOf(person.rules[name] as Node, person);
  person.known.set(name, truth);
  return truth;
}

function choice({ test, then, otherwise }: Node & { op: 'choose' }, person: Person): Truth {
  const truth = truthOf(test, person);
  if (truth !== 1) return truthOf(truth === 2 ? then : otherwise, person);
  const one = truthOf(then, person);
  return one === truthOf(otherwise, person) ? one : 1;
}

function isKnown(node: Node, person: Person): boolean {
  if (node.type.kind === 'boolean') return truthOf(node, person) !== 1;
  if (node.op === 'count') {
    const { least, most } = countOf(node, person);
    return least === most;
  }
  return numberOf(node, person) !== undefined;
}

function membership({ item, among }: Node & { op: 'oneOf' }, person: Person): Truth {
  const value = item.type.kind === 'boolean' ? halved(truthOf(item, person)) : numberOf(item, person);
  const list = Array.isArray(among) ? among : among.op === 'parameter' ? person.parameters[among.name] : undefined;
  if (value === undefined || !Array.isArray(list)) return 1;
  return list.includes(value) ? 2 : 0;
}

const halved = (truth: Truth): number | undefined => (truth === 1 ? undefined : truth / 2);

function comparison(node: Node & { op: 'compare' }, person: Person): Truth {
  const { left, right, by } = node;
  if (left.op === 'count') return between(countOf(left, person), by, numberOf(right, person));
  if (right.op === 'count') return between(countOf(right, person), flipped[by], numberOf(left, person));
  const truths = left.type.kind === 'boolean';
  const one = truths ? halved(truthOf(left, person)) : numberOf(left, person);
  const other = truths ? halved(truthOf(right, person)) : numberOf(right, person);
  return one === undefined || other === undefined ? 1 : compares(by, one, other) ? 2 : 0;
}

export const flipped: Record<Comparison, Comparison> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '=': '=', '!=': '!=' };

/** A number known only to lie between two ends, compared. */
function between({ least, most }: { least: number; most: number }, by: Comparison, bound: number | undefined): Truth {
  if (bound === undefined) return 1;
  if (by === '=' || by === '!=') {
    const equal = least === most && least === bound ? 2 : least <= bound && bound <= most ? 1 : 0;
    return (by === '=' ? equal : 2 - equal) as Truth;
  }
  const ends = Number(compares(by, least, bound)) + Number(compares(by, most, bound));
  return ends as Truth;
}

/** How many items of a list count: at least those surely counted; without a complete list there is no upper end. */
export function countOf({ list, where }: Node & { op: 'count' }, person: Person): { least: number; most: number } {
  const found = person.values[list] as EncodedList | undefined;
  if (!found) return { least: 0, most: Infinity };
  let least = 0;
  let most = 0;
  for (const item of found.items) {
    person.item = item;
    const truth = where ? truthOf(where, person) : 2;
    if (truth > 0) most += 1;
    if (truth === 2) least += 1;
  }
  person.item = undefined;
  return { least, most: found.complete ? most : Infinity };
}

/** The number an expression stands for; undefined while a fact it needs is missing. */
export function numberOf(node: Node, person: Person): number | undefined {
  switch (node.op) {
    case 'constant': return node.value;
    case 'asOf': return person.asOf;
    case 'parameter': return person.parameters[node.name] as number | undefined;
    case 'fact': return person.values[node.name] as number | undefined;
    case 'field': return person.item?.[node.name];
    case 'arithmetic': return arithmetic(node, person);
    case 'years': {
      const since = numberOf(node.since, person);
      const until = numberOf(node.until, person);
      return since === undefined || until === undefined ? undefined : completedYears(since, until);
    }
    default: throw new Error(`no number: ${node.op}`);
  }
}

function arithmetic({ by, left, right }: Node & { op: 'arithmetic' }, person: Person): number | undefined {
  const one = numberOf(left, person);
  const other = numberOf(right, person);
  if (one === undefined || other === undefined) return undefined;
  return by === '+' ? one + other : by === '-' ? one - other : one * other;
}
