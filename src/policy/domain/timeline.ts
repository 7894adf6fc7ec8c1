import { addDays, anniversary, dayNumber, dayText, realDay } from './calendar.ts';
import { parametersOn, personOn, truthOf, verdicts } from './evaluate.ts';
import type { Person } from './evaluate.ts';
import type { Facts, Node, Policy, Verdict } from './model.ts';
import { allUnder } from './reach.ts';
import { walk } from './walk.ts';

/** How a verdict changes by the passing of time alone. */
export type Timeline = { now: Verdict; becomes?: string; changes: { on: string; verdict: Verdict }[] };

/** The nodes that speak of dates: what a verdict's turning points hang on. */
const datedIn = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((each) => [...walk(each)]).filter((node) => (node.op === 'count' ? fieldsOf(node).length > 0 : node.type.kind === 'date' && node.op !== 'asOf'));

const fieldsOf = ({ where }: Node & { op: 'count' }): string[] =>
  where ? [...walk(where)].flatMap((node) => (node.op === 'field' && node.type.kind === 'date' ? [node.name] : [])) : [];

function datesOf(node: Node, person: Person): (number | undefined)[] {
  if (node.op === 'fact') return [person.values[node.name] as number | undefined];
  if (node.op === 'parameter') return [person.parameters[node.name] as number | undefined];
  if (node.op === 'constant') return [node.value];
  const list = node.op === 'count' ? person.values[node.list] : undefined;
  return typeof list === 'object' && node.op === 'count' ? fieldsOf(node).flatMap((field) => list.items.map((item) => item[field])) : [];
}

/** Every date that expressions speak of for this person: facts, list items, constants, parameters. */
export const datesIn = (nodes: readonly Node[], person: Person): number[] => datesAmong(datedIn(nodes), person);

const datesAmong = (dated: readonly Node[], person: Person): number[] => [...new Set(dated.flatMap((node) => datesOf(node, person)))].filter((date) => date !== undefined);

const datedByResult = new WeakMap<Node, Node[]>();

/** The dated nodes under a result, clauses followed; worked out once a result. */
function datedUnder(policy: Policy, when: Node): Node[] {
  const kept = datedByResult.get(when) ?? datedIn(allUnder(policy, [when]));
  datedByResult.set(when, kept);
  return kept;
}

/** The days after one day and up to another on which expressions over these dates can change: the dates, their anniversaries, and the days after. */
export function turningDays(dates: readonly number[], after: number, until: number): number[] {
  const days = new Set<number>();
  const add = (day: number): void => void (day > after && day <= until && days.add(day));
  const [first, last] = [Math.floor(after / 10000), Math.floor(until / 10000)];
  for (const date of dates) {
    add(date);
    add(addDays(date, 1));
    for (let year = first; year <= last; year += 1) {
      const years = year - Math.floor(date / 10000);
      if (years >= 0) add(anniversary(date, years));
      else add(addDays(realDay(date + years * 10000), 1));
    }
  }
  return [...days].sort((a, b) => a - b);
}

/** Dates that parameters have on any day: a deadline of a later year matters from then on. */
const laterDates = (policy: Policy): number[] =>
  Object.values(policy.parameters).flatMap(({ type, values }) => (type.kind === 'date' ? values.flatMap(({ value }) => value) : []));

/** From which days a result's verdict changes if nothing but time changes, and the first day it is yes. */
export function timeline(policy: Policy, result: string, facts: Facts, asOf: string, years = 40): Timeline {
  const person = personOn(policy, facts, asOf);
  const when = policy.results[result]?.when;
  if (!when) throw new Error(`no such result: ${result}`);
  const until = person.asOf + years * 10000;
  const changed = Object.values(policy.parameters).flatMap(({ values }) => values.map(({ from }) => dayNumber(from) ?? 0)).filter((day) => day > person.asOf && day <= until);
  const days = [...new Set([...turningDays([...datesAmong(datedUnder(policy, when), person), ...laterDates(policy)], person.asOf, until), ...changed])].sort((a, b) => a - b);
  let last = truthOf(when, person);
  const line: Timeline = { now: verdicts[last] as Verdict, changes: [] };
  for (const day of days) {
    person.asOf = day;
    person.known.clear();
    if (changed.includes(day)) person.parameters = parametersOn(policy, dayText(day));
    const truth = truthOf(when, person);
    if (truth !== last) line.changes.push({ on: dayText(day), verdict: verdicts[truth] as Verdict });
    last = truth;
  }
  const becomes = line.now === 'yes' ? undefined : line.changes.find(({ verdict }) => verdict === 'yes')?.on;
  return becomes ? { ...line, becomes } : line;
}
