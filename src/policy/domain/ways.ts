import { dayNumber, dayText, serialDay } from './calendar.ts';
import { countOf, flipped, numberOf, parametersOn, truthOf } from './evaluate.ts';
import type { Person } from './evaluate.ts';
import { missingFor } from './missing.ts';
import type { Comparison, Node, Policy } from './model.ts';
import { datesIn, turningDays } from './timeline.ts';
import { factsIn, walk } from './walk.ts';

/** One thing to do: supply a fact, wait, improve something, or (the office) settle a 待核 value. */
export type Step = {
  act: 'supply' | 'wait' | 'improve' | 'settle'; fact: string; clause: string; text: string; short?: number; unit?: 'day' | 'rank' | 'number' | 'item'; on?: string; need?: string;
};
/** Steps that together make the result yes; cost only orders the ways. */
export type Way = { cost: number; steps: Step[] };

const widest = 4;
const farthestYears = 40;
type Holder = { clause: string; text: string };
type Search = { policy: Policy; person: Person };

const cheapest = (ways: Way[]): Way[] => [...ways].sort((a, b) => a.cost - b.cost || a.steps.length - b.steps.length).slice(0, widest);
const single = (cost: number, step: Step): Way[] => [{ cost, steps: [step] }];

/** Both of two sets of ways at once; a step that serves both is paid once. */
function together(one: Way[], other: Way[]): Way[] {
  if (one.length === 1 && one[0]?.cost === 0) return other;
  return cheapest(one.flatMap((a) => other.map((b) => {
    const fresh = b.steps.filter((step) => !a.steps.some((each) => each.act === 'supply' && step.act === 'supply' && each.fact === step.fact));
    return { cost: a.cost + (b.cost * fresh.length) / Math.max(1, b.steps.length), steps: [...a.steps, ...fresh] };
  })));
}

function search(node: Node, want: boolean, holder: Holder, at: Search): Way[] {
  const { policy, person } = at;
  if (truthOf(node, person) === (want ? 2 : 0)) return [{ cost: 0, steps: [] }];
  if (node.op === 'not') return search(node.part, !want, holder, at);
  if (node.op === 'clause') return search(policy.rules[node.name] as Node, want, { clause: node.name, text: policy.clauses[node.name]?.text ?? '' }, at);
  if (node.op === 'all' || node.op === 'any') {
    const ways = node.parts.map((part) => search(part, want, holder, at));
    return (node.op === 'all') === want ? ways.reduce(together) : cheapest(ways.flat());
  }
  if (node.op === 'choose') return throughException(node, want, holder, at);
  return leaf(node, want, holder, at);
}

function throughException(node: Node & { op: 'choose' }, want: boolean, holder: Holder, at: Search): Way[] {
  const exception = node.then.op === 'clause' ? node.then.name : holder.clause;
  const condition: Holder = { clause: exception, text: at.policy.clauses[exception]?.whenText ?? '' };
  const taken = together(search(node.test, true, condition, at), search(node.then, want, condition, at));
  const left = together(search(node.test, false, condition, at), search(node.otherwise, want, holder, at));
  return cheapest([...taken, ...left]);
}

function leaf(node: Node, want: boolean, holder: Holder, at: Search): Way[] {
  const told = { clause: holder.clause, text: holder.text.slice(node.span.from, node.span.to) };
  if (truthOf(node, at.person) === 1) return supply(node, told, at.person);
  return [...wait(node, want, told, at.person), ...improve(node, want, told, at)];
}

type Told = { clause: string; text: string };

function supply(node: Node, told: Told, person: Person): Way[] {
  const { facts, parameters } = missingFor(node, person);
  const steps: Step[] = [
    ...[...facts].map((fact): Step => ({ act: 'supply', fact, ...told })), ...[...parameters].map((fact): Step => ({ act: 'settle', fact, ...told })),
  ];
  return [{ cost: facts.size + 2 * parameters.size, steps }];
}

/** The first day on which a condition over dates holds, if nothing else changes. */
function wait(node: Node, want: boolean, told: Told, person: Person): Way[] {
  if (![...walk(node)].some((each) => each.op === 'asOf')) return [];
  const days = turningDays(datesIn([node], person), person.asOf, person.asOf + farthestYears * 10000);
  const day = days.find((each) => truthOf(node, { ...person, asOf: each, known: new Map() }) === (want ? 2 : 0));
  if (day === undefined) return [];
  const short = serialDay(day) - serialDay(person.asOf);
  return single(5 + short / 30, { act: 'wait', fact: factsIn(node)[0] ?? '', ...told, short, unit: 'day', on: dayText(day) });
}

const opposite: Record<Comparison, Comparison> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<', '=': '!=', '!=': '=' };

/** What would have to grow: a number, a rank, the items of a list, or a yes-or-no fact. What can only shrink is no way. */
function improve(node: Node, want: boolean, told: Told, at: Search): Way[] {
  if (node.op === 'fact') return single(30, { act: 'improve', fact: node.name, ...told });
  if (node.op === 'oneOf') return node.item.op === 'fact' && want ? single(300, { act: 'improve', fact: node.item.name, ...told }) : [];
  if (node.op !== 'compare') return [];
  const turned = node.right.op === 'count' || (node.left.op !== 'fact' && node.left.op !== 'count');
  const subject = turned ? node.right : node.left;
  const by = turned ? flipped[node.by] : node.by;
  const bound = numberOf(turned ? node.left : node.right, at.person);
  if (bound === undefined || (subject.op !== 'fact' && subject.op !== 'count')) return [];
  return grow(subject, want ? by : opposite[by], bound, told, at);
}

function grow(subject: Node & { op: 'fact' | 'count' }, by: Comparison, bound: number, told: Told, { policy, person }: Search): Way[] {
  const { type } = subject;
  if (type.kind === 'date' || by === '<' || by === '<=') return [];
  const fact = subject.op === 'fact' ? subject.name : subject.list;
  if (type.kind === 'boolean') return single(30, { act: 'improve', fact, ...told });
  const ordered = type.kind === 'enumeration' ? policy.dictionary.enumerations[type.domain]?.ordered : true;
  if (!ordered) return by === '=' ? single(300, { act: 'improve', fact, ...told }) : [];
  const have = subject.op === 'fact' ? (numberOf(subject, person) ?? 0) : countOf(subject, person).least;
  const short = bound + (by === '>' || by === '!=' ? 1 : 0) - have;
  if (short <= 0) return [];
  if (type.kind === 'enumeration') {
    const need = policy.dictionary.enumerations[type.domain]?.values[have + short];
    return need ? single(40 * short, { act: 'improve', fact, ...told, short, unit: 'rank', need }) : [];
  }
  const unit = subject.op === 'count' ? 'item' : 'number';
  return single((unit === 'item' ? 20 : 10) + 2 * short, { act: 'improve', fact, ...told, short, unit, need: String(have + short) });
}

/** Whether a way still leads to yes on the last day it waits for: what holds today may have lapsed by then, as an age limit does. */
function lasts(way: Way, start: (at: Search) => Way[], { policy, person }: Search): boolean {
  const days = way.steps.flatMap(({ on }) => (on ? [on] : [])).sort();
  const last = days.at(-1);
  if (!last) return true;
  const then = { ...person, asOf: dayNumber(last) ?? person.asOf, parameters: parametersOn(policy, last), known: new Map() };
  const same = (one: Step) => way.steps.some((each) => each.act === one.act && each.fact === one.fact && each.text === one.text);
  return start({ policy, person: then }).some(({ steps }) => steps.every(same));
}

/** Up to four cheapest ways to make a result yes; none when it is yes already or no way is known. */
export function waysTo(policy: Policy, result: string, person: Person): Way[] {
  const found = policy.results[result];
  if (!found || truthOf(found.when, person) === 2) return [];
  const start = (at: Search): Way[] => search(found.when, true, { clause: result, text: found.text }, at);
  const at = { policy, person };
  return start(at).filter((way) => lasts(way, start, at));
}
