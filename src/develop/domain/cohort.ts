import type { ResultOf } from '#policy/domain/inForce.ts';
import { verdictsOn } from '#policy/domain/verdictsOn.ts';
import { decide, explain, timeline, type Facts, type Verdict } from '#policy/domain/policy.ts';
import { little, type Group } from './cohortGroups.ts';
import { grown, isNone } from './growth.ts';
import type { Growth } from './growthShape.ts';
import { effectOf, needOf } from './promotion.ts';

/** One person of the cohort: from which day, what posting or study would help, which facts are missing. */
export type Member = { index: number; group: Group; on: string | null; need: Growth | null; missing: string[] };

const quarters = ['q1', 'q2', 'q3', 'q4'] as const;
const ends = ['03-31', '06-30', '09-30', '12-31'];

/** The cohort of a goal for the year after a day. Everybody is judged on the last days of this year and of each quarter; only who belongs to it is looked at closer. */
export function cohortOf(goal: ResultOf, people: readonly Facts[], today: string): Member[] {
  const year = Number(today.slice(0, 4));
  const days = [`${year}-12-31`, ...ends.map((end) => `${year + 1}-${end}`)];
  return people.flatMap((facts, index): Member[] => {
    const verdicts = verdictsOn(goal.policy, goal.name, facts, days);
    const member = memberOf({ goal, facts, index, today, start: `${year}-12-31`, last: `${year + 1}-12-31`, verdicts });
    return member ? [member] : [];
  });
}

type Looked = { goal: ResultOf; facts: Facts; index: number; today: string; start: string; last: string; verdicts: Verdict[] };

function memberOf({ goal, facts, index, today, start, last, verdicts }: Looked): Member | undefined {
  const member = { index, on: null, need: null, missing: [] };
  if (verdicts[0] === 'yes') return { ...member, group: 'already' };
  const quarter = verdicts.slice(1).findIndex((verdict) => verdict === 'yes');
  if (quarter >= 0) return { ...member, group: quarters[quarter] as Group, on: timeline(goal.policy, goal.name, facts, start, 1).becomes ?? null };
  if (verdicts.at(-1) === 'unknown') return { ...member, group: 'unknown', missing: decide(goal.policy, facts, last).results[goal.name]?.missing ?? [] };
  const helped = verdictsOn(goal.policy, goal.name, grown(facts, goal.policy.dictionary, little), [last]);
  if (helped[0] !== 'yes') return undefined;
  const need = needOf(goal.policy, explain(goal.policy, goal.name, facts, last).ways);
  if (isNone(need) || need.postingDays > little.postingDays || need.studyMonths > little.studyMonths) return undefined;
  return { ...member, group: 'near', need, on: effectOf(goal, facts, today, need).from };
}
