import { anniversary, dayText, serialDay } from './calendar.ts';
import { countOf, flipped, numberOf, truthOf, type Person } from './evaluate.ts';
import type { Comparison, Node, Policy } from './model.ts';
import { factsIn } from './walk.ts';

/** One threshold that somebody missed: what it says, what the person has, what it asks, and by how much it was missed. */
export type Miss = { clause: string; text: string; fact: string; have: string; need: string; short: number; unit: 'day' | 'rank' | 'number' | 'item' };

type Holder = { clause: string; text: string };
type At = { policy: Policy; person: Person };

/** The single thresholds that, each by itself, keep a condition from what is wanted; none where two things fail or the one is no matter of more or less. */
function missesOf(node: Node, want: boolean, holder: Holder, at: At): Miss[] {
  const { policy, person } = at;
  if (truthOf(node, person) !== (want ? 0 : 2)) return [];
  switch (node.op) {
    case 'not': return missesOf(node.part, !want, holder, at);
    case 'clause': return missesOf(policy.rules[node.name] as Node, want, { clause: node.name, text: policy.clauses[node.name]?.text ?? '' }, at);
    case 'all':
    case 'any': return (node.op === 'all') === want ? onlyOne(node.parts, want, holder, at) : node.parts.flatMap((part) => missesOf(part, want, holder, at));
    case 'choose': return throughException(node, want, holder, at);
    case 'compare': return measured(node, want, holder, at);
    default: return [];
  }
}

function onlyOne(parts: readonly Node[], want: boolean, holder: Holder, at: At): Miss[] {
  const open = parts.filter((part) => truthOf(part, at.person) !== (want ? 2 : 0));
  return open.length === 1 ? missesOf(open[0] as Node, want, holder, at) : [];
}

/** Either the branch that is taken fails by one threshold, or the exception was missed by one and would do. */
function throughException({ test, then, otherwise }: Node & { op: 'choose' }, want: boolean, holder: Holder, at: At): Miss[] {
  const taken = truthOf(test, at.person);
  if (taken === 1) return [];
  const exception = then.op === 'clause' ? then.name : holder.clause;
  const within = missesOf(taken === 2 ? then : otherwise, want, holder, at);
  const wouldDo = taken === 0 && truthOf(then, at.person) === (want ? 2 : 0);
  return [...within, ...(wouldDo ? missesOf(test, true, { clause: exception, text: at.policy.clauses[exception]?.whenText ?? '' }, at) : [])];
}

const opposite: Record<Comparison, Comparison> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<', '=': '!=', '!=': '=' };
type Measure = Pick<Miss, 'have' | 'need' | 'short' | 'unit'>;

function measured(node: Node & { op: 'compare' }, want: boolean, holder: Holder, at: At): Miss[] {
  const turned = node.right.op === 'count' || node.left.op === 'constant' || node.left.op === 'parameter' || node.left.op === 'asOf';
  const subject = turned ? node.right : node.left;
  const by = turned ? flipped[node.by] : node.by;
  const bound = numberOf(turned ? node.left : node.right, at.person);
  const fact = factsIn(subject)[0];
  if (bound === undefined || fact === undefined) return [];
  const measure = measureOf(subject, want ? by : opposite[by], bound, at);
  return measure ? [{ clause: holder.clause, text: holder.text.slice(node.span.from, node.span.to), fact, ...measure }] : [];
}

function measureOf(subject: Node, by: Comparison, bound: number, at: At): Measure | undefined {
  if (by === '!=') return undefined;
  if (subject.op === 'years') return yearsMissed(subject, by, bound, at.person);
  if (subject.op === 'count') {
    const { least, most } = countOf(subject, at.person);
    const have = by.startsWith('<') ? most : least;
    return Number.isFinite(have) ? { have: String(have), need: String(nextTo(by, bound)), short: Math.abs(nextTo(by, bound) - have), unit: 'item' } : undefined;
  }
  const value = numberOf(subject, at.person);
  if (value === undefined) return undefined;
  if (subject.type.kind === 'date') return { have: dayText(value), need: dayText(bound), short: Math.abs(serialDay(value) - serialDay(bound)) + (by === '<' || by === '>' ? 1 : 0), unit: 'day' };
  return subject.type.kind === 'enumeration' ? ranksMissed(subject.type.domain, value, nextTo(by, bound), at) : { have: String(value), need: String(nextTo(by, bound)), short: Math.abs(nextTo(by, bound) - value), unit: 'number' };
}

/** The nearest whole number that a comparison lets pass. */
const nextTo = (by: Comparison, bound: number): number => (by === '>' ? bound + 1 : by === '<' ? bound - 1 : bound);

function ranksMissed(domain: string, value: number, need: number, { policy }: At): Measure | undefined {
  const found = policy.dictionary.enumerations[domain];
  const label = found?.values[need];
  return found?.ordered && label !== undefined ? { have: found.values[value] ?? '', need: label, short: Math.abs(need - value), unit: 'rank' } : undefined;
}

/** Completed years are missed by days: until the year is full, or since it was. */
function yearsMissed({ since, until }: Node & { op: 'years' }, by: Comparison, bound: number, person: Person): Measure | undefined {
  const [from, to] = [numberOf(since, person), numberOf(until, person)];
  if (from === undefined || to === undefined || by === '=') return undefined;
  const have = Math.floor((to - from) / 10000);
  const need = nextTo(by, bound);
  const short = by.startsWith('>') ? serialDay(anniversary(from, need)) - serialDay(to) : serialDay(to) - serialDay(anniversary(from, need + 1)) + 1;
  return { have: String(have), need: String(need), short, unit: 'day' };
}

/** The threshold that somebody with a no missed, when it is the only thing: the nearest of them. */
export function missOf(policy: Policy, result: string, person: Person): Miss | undefined {
  const found = policy.results[result];
  if (!found) return undefined;
  return missesOf(found.when, true, { clause: result, text: found.text }, { policy, person }).toSorted((one, other) => farness(one) - farness(other))[0];
}

const daysInYear = 365;

/** How far a miss is, so that days, ranks and numbers can be put in one order: a year, a rank, an item and a tenth of a number are alike. */
export function farness({ short, unit, need }: Miss): number {
  if (unit === 'day') return short / daysInYear;
  return unit === 'number' ? short / Math.max(1, Math.floor(Number(need) / 10)) : short;
}

/** Just outside: one threshold, missed by no more than a year, a rank, an item or a tenth. */
export const justOutside = (miss: Miss | undefined): miss is Miss => miss !== undefined && farness(miss) <= 1;
