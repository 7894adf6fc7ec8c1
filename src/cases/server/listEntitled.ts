import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import { factsOfPeople, maySeePerson, peopleInScope } from '#registry/server/public.ts';
import type { casesContract } from '../domain/contract.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { Programme } from '../domain/programme.ts';
import { assessFacts, assessPerson, policyFor } from './assessCase.ts';
import { openCasesOfPeople } from './case.store.ts';
import { newestVersion, programmeAt } from './programme.store.ts';

type Entitled = Given<typeof casesContract.listEntitled>;
type Ask = { programme: string; category?: string | undefined; after?: string | undefined; limit: number };

/** Who in the actor's scope is entitled or could be, judged today; nobody has to apply first (免申即享 begins here). People who are surely not are left out. */
export async function listEntitled(call: Call, { programme: code, category, after, limit }: Ask): Promise<Answer<Entitled>> {
  const programme = await newestProgramme(call, code);
  if (!programme) return no('notFound');
  const people = await peopleInScope(call, { limit, ...(after ? { after } : {}) });
  const ids = people.map(({ personId }) => personId);
  const facts = await factsOfPeople(call, ids);
  const open = await openCasesOfPeople(call, ids, code);
  const policy = await policyFor(call, programme);
  const rows = people.flatMap(({ personId, name, organisationName }) => {
    const categories = shownCategories(programme, assessFacts(call, programme, policy, facts.get(personId) ?? {}), category);
    const verdict = categories.some((each) => each.verdict === 'yes') ? 'yes' as const : categories.some((each) => each.verdict === 'unknown') ? 'unknown' as const : 'no' as const;
    return verdict === 'no' ? [] : [{ personId, name, organisationName, verdict, categories, openCase: open.get(personId) ?? null }];
  });
  return yes({ rows, next: people.length === limit ? people.at(-1)?.personId ?? null : null });
}

/** Why a person of one's scope is entitled to a category, or what is missing. */
export async function explainEntitled(call: Call, { personId, programme: code, category }: { personId: string; programme: string; category: string }): Promise<Answer<Assessment>> {
  const own = call.actor.role === 'talent' && personId === call.actor.personId;
  const programme = own || (await maySeePerson(call, personId)) ? await newestProgramme(call, code) : undefined;
  const assessed = programme && (await assessPerson(call, programme, personId)).get(category);
  return assessed ? yes(assessed) : no('notFound');
}

async function newestProgramme(call: Call, code: string): Promise<Programme | undefined> {
  const version = await newestVersion(call, code);
  return version === undefined ? undefined : programmeAt(call, code, version);
}

const shownCategories = (programme: Programme, assessed: ReadonlyMap<string, Assessment>, only: string | undefined) =>
  [...assessed].filter(([key, { verdict }]) => (only ? key === only : !programme.categories[key]?.team) && verdict !== 'no').map(([key, { verdict, unverified, lines }]) => ({
    key, label: programme.categories[key]?.label ?? key, verdict, unverified, missing: [...new Set(lines.flatMap((line) => line.missing))],
  }));
