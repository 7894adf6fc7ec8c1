import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import { peopleById } from '#registry/server/public.ts';
import type { PeopleAsk, PeopleOf, sandboxContract, SandboxPerson } from '../domain/sandboxContract.ts';
import { askAll, kept } from '../domain/sandboxCrowd.ts';
import { looks, type Look } from '../domain/sandboxLooked.ts';
import { farness } from '../domain/sandboxOutside.ts';
import { daysAhead, freshOn } from '../domain/sandboxYears.ts';
import { seesPeople } from './guardSandbox.ts';
import { sandboxTrial, type RegionTrial } from './sandboxTrial.ts';

type Listed = Given<typeof sandboxContract.listSandboxPeople>;

const shownBehind: Record<Exclude<PeopleOf, 'fresh'>, (look: Look, ask: PeopleAsk) => boolean> = {
  gains: ({ move }) => move === 'gains', loses: ({ move }) => move === 'loses', becomesUnknown: ({ move }) => move === 'becomesUnknown',
  entitled: ({ after }) => after === 'yes', outside: ({ missed }) => missed !== undefined,
  lacking: ({ missing }, { fact }) => (fact === undefined ? missing.length > 0 : missing.includes(fact)),
};

/** The people behind one figure, names masked and nobody who has withdrawn consent since the facts were read; nearest first where a threshold was missed. */
export async function listSandboxPeople(call: Call, ask: PeopleAsk & { code: string; version: string }): Promise<Answer<Listed>> {
  if (!seesPeople(call)) return no('notFound');
  const found = await sandboxTrial(call, ask);
  if (!found.ok) return found;
  const all = ask.of === 'fresh' ? freshLooks(found.value, ask) : looksBehind(found.value, ask, ask.of);
  const rows = await named(call, found.value, all.slice(ask.from, ask.from + ask.limit));
  return yes({ rows, total: all.length, next: ask.from + ask.limit < all.length ? ask.from + ask.limit : null });
}

function looksBehind({ trial, people: { crowd } }: RegionTrial, ask: PeopleAsk, of: Exclude<PeopleOf, 'fresh'>): Look[] {
  const institution = ask.organisationId === undefined ? undefined : crowd.institutions.findIndex(({ organisationId }) => organisationId === ask.organisationId);
  const outcomes = kept(askAll(trial.tried, crowd, trial.published.asOf));
  const found = [...looks(trial, crowd, outcomes, { result: ask.result, institution })].filter((look) => shownBehind[of](look, ask));
  return of === 'outside' ? found.toSorted((one, other) => (one.missed ? farness(one.missed) : 0) - (other.missed ? farness(other.missed) : 0)) : found;
}

/** Who is entitled for the first time in a year; `before` says whether the published policy brings them to it by the same year. */
function freshLooks({ trial, people: { crowd }, asOf }: RegionTrial, { year = Number(asOf.slice(0, 4)), years }: PeopleAsk): Look[] {
  const days = daysAhead(asOf, years);
  const earlier = new Set(days.map((day) => Number(day.slice(0, 4))).filter((each) => each <= year).flatMap((each) => freshOn(trial.published.policy, crowd, days, each)));
  return freshOn(trial.tried, crowd, days, year).map((index) => ({ index, result: '', before: earlier.has(index) ? 'yes' : 'no', after: 'yes', move: undefined, missing: [], missed: undefined }));
}

async function named(call: Call, { people: { personIds } }: RegionTrial, shown: readonly Look[]): Promise<SandboxPerson[]> {
  const known = await peopleById(call, shown.map(({ index }) => personIds[index] ?? ''));
  return shown.flatMap(({ index, result, before, after, missing, missed }) => {
    const person = known.get(personIds[index] ?? '');
    if (!person || person.consentWithdrawn) return [];
    return [{ personId: person.personId, name: person.maskedName, institution: person.organisationName, result, before, after, missing, missed: missed ?? null }];
  });
}
