import { addDays, anniversary, dayNumber, dayText, realDay } from './calendar.ts';
import { parametersOn, personOn, truthOf, verdicts } from './evaluate.ts';
import type { Person } from './evaluate.ts';
import type { Facts, Node, Policy, Verdict } from './model.ts';
import { allUnder } from './reach.ts';
import { walk } from './walk.ts';

/** How a verdict changes by the passing of time alone. */
export type Timeline = { now: Verdict; becomes?: string; changes: { on: string; verdict: Verdict }[] };

/** Every date that expressions speak of for this person: facts, list items, constants, parameters. */
export function datesIn(nodes: readonly Node[], person: Person): number[] {
  const dates = new Set<number | undefined>();
  for (const node of nodes.flatMap((each) => [...walk(each)])) {
    if (node.op === 'count') {
      const list = person.values[node.list];
      const fields = node.where ? [...walk(node.where)].filter((each) => each.op === 'field' && each.type.kind === 'date') : [];
      if (typeof list === 'object') for (const item of list.items) fields.forEach((field) => dates.add(field.op === 'field' ? item[field.name] : undefined));
    } else if (node.type.kind === 'date') {
      if (node.op === 'fact') dates.add(person.values[node.name] as number | undefined);
      if (node.op === 'parameter') dates.add(person.parameters[node.name] as number | undefined);
      if (node.op === 'constant') dates.add(node.value);
    }
  }
  return [...dates].filter((date) => date !== undefined);
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

/** From which days a result's verdict changes if nothing but time changes, and the first day it is yes. */
export function timeline(policy: Policy, result: string, facts: Facts, asOf: string, years = 40): Timeline {
  const person = personOn(policy, facts, asOf);
  const when = policy.results[result]?.when;
  if (!when) throw new Error(`no such result: ${result}`);
  const until = person.asOf + years * 10000;
  const changed = Object.values(policy.parameters).flatMap(({ values }) => values.map(({ from }) => dayNumber(from) ?? 0)).filter((day) => day > person.asOf && day <= until);
  const days = [...new Set([...turningDays(datesIn(allUnder(policy, [when]), person), person.asOf, until), ...changed])].sort((a, b) => a - b);
  let last = truthOf(when, person);
  const line: Timeline = { now: verdicts[last] as Verdict, changes: [] };
  for (const day of days) {
    const truth = truthOf(when, { ...person, asOf: day, parameters: parametersOn(policy, dayText(day)), known: new Map() });
    if (truth !== last) line.changes.push({ on: dayText(day), verdict: verdicts[truth] as Verdict });
    last = truth;
  }
  const becomes = line.now === 'yes' ? undefined : line.changes.find(({ verdict }) => verdict === 'yes')?.on;
  return becomes ? { ...line, becomes } : line;
}
