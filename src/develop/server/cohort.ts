import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import type { Download } from '#platform/server/serve.ts';
import { exportSheet } from '#exchange/server/public.ts';
import type { ResultOf } from '#policy/domain/inForce.ts';
import type { Facts } from '#policy/domain/policy.ts';
import { policiesOn } from '#policy/server/public.ts';
import { factsOfPeople, peopleInScope } from '#registry/server/public.ts';
import { cohortOf, type Member } from '../domain/cohort.ts';
import { groups } from '../domain/cohortGroups.ts';
import { goalsOf } from '../domain/promotion.ts';
import type { promotionContract } from '../domain/promotionContract.ts';
import { goalNamed } from './ownPromotion.ts';

type Contract = typeof promotionContract;
type Person = { personId: string; name: string; organisationName: string };
type Listed = Given<Contract['listCohort']>['rows'][number];

/** People judged at once: few portions, little memory. */
const portion = 2_000;

/** How many people in reach become eligible for each goal in which quarter of next year, and who misses by little. */
export async function viewCohort(call: Call): Promise<Answer<Given<Contract['viewCohort']>>> {
  const goals = goalsOf(await policiesOn(call, call.clock.today()));
  const counts = new Map(goals.map((goal) => [goal, Object.fromEntries(groups.map((group) => [group, 0]))]));
  let total = 0;
  for await (const { people, facts } of everybody(call)) {
    total += people.length;
    for (const goal of goals) for (const { group } of cohortOf(goal, facts, call.clock.today())) { const row = counts.get(goal); if (row) row[group] = (row[group] ?? 0) + 1; }
  }
  return yes({ year: nextYear(call), people: total, goals: goals.map((goal) => ({ ...goalNamed(goal), counts: counts.get(goal) ?? {} })) });
}

/** The people behind one number, by the day on which they may apply. */
export async function listCohort(call: Call, { policy, result, group }: { policy: string; result: string; group: string }): Promise<Answer<Given<Contract['listCohort']>>> {
  const goal = goalsOf(await policiesOn(call, call.clock.today())).find((each) => each.policy.code === policy && each.name === result);
  if (!goal) return no('notFound');
  const rows = (await membersOf(call, goal)).filter((row) => row.group === group);
  return yes({ ...goalNamed(goal), year: nextYear(call), rows: rows.toSorted((one, other) => (one.on ?? '9').localeCompare(other.on ?? '9') || one.personId.localeCompare(other.personId)) });
}

/** Everybody of the cohort over all goals as Excel; who may apply already is left to the first page. */
export async function exportCohort(call: Call): Promise<Answer<Download>> {
  const { say } = call;
  const keys = ['name', 'organisation', 'goal', 'group', 'on', 'postingDays', 'studyMonths', 'missing'];
  const rows: (string | number | null)[][] = [];
  for (const goal of goalsOf(await policiesOn(call, call.clock.today())))
    for (const { name, organisationName, group, on, need, missing } of await membersOf(call, goal))
      rows.push([name, organisationName, goalNamed(goal).gives, say(`develop.group.${group}`), on, need?.postingDays ?? null, need?.studyMonths ?? null, missing.join('\u3001')]);
  const columns = keys.map((key) => ({ name: say(`develop.sheet.${key}`), note: say(`develop.sheet.${key}Note`), width: key === 'goal' || key === 'missing' ? 36 : 14 }));
  return exportSheet(call, { list: 'cohort', title: say('develop.cohort.sheet', { year: nextYear(call) }), columns, rows });
}

const nextYear = ({ clock }: Call): number => Number(clock.today().slice(0, 4)) + 1;

async function membersOf(call: Call, goal: ResultOf): Promise<Listed[]> {
  const rows: Listed[] = [];
  for await (const { people, facts } of everybody(call))
    for (const member of cohortOf(goal, facts, call.clock.today())) rows.push(listed(people[member.index], member));
  return rows;
}

function listed(person: Person | undefined, { group, on, need, missing }: Member): Listed {
  if (!person) throw new Error('a member of nobody');
  return { personId: person.personId, name: person.name, organisationName: person.organisationName, group, on, need, missing };
}

async function* everybody(call: Call): AsyncGenerator<{ people: Person[]; facts: Facts[] }> {
  for (let after = ''; ;) {
    const people = await peopleInScope(call, { after, limit: portion });
    const known = await factsOfPeople(call, people.map(({ personId }) => personId));
    if (people.length > 0) yield { people, facts: people.map(({ personId }) => (known.get(personId) ?? {}) as Facts) };
    if (people.length < portion) return;
    after = people.at(-1)?.personId ?? '';
  }
}
