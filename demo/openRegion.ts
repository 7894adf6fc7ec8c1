import { expectYes } from '#platform/domain/answer.ts';
import type { Actor } from '#platform/domain/actor.ts';
import { openAccount } from '#platform/server/accounts.ts';
import { perform, performAsClock, type App } from '#platform/server/call.ts';
import type { Region } from '#platform/server/regionFiles.ts';
import { addPeople, openOrganisations, organisationTree } from '#registry/server/public.ts';
import { addExpert } from '#review/server/public.ts';
import type { Cast, CastPerson } from './cast.ts';
import { crowdOf, crowdSource, demoIdNumber } from './crowd.ts';

/** The cast by their keys, as actors, for the story to act with. */
export type Stage = { region: Region; actors: ReadonlyMap<string, Actor>; crowd: ReadonlyMap<string, string[]> };

/** Fills a region with its organisations, its crowd and its cast, by the real actions. */
export async function openRegion(app: App, region: Region, cast: Cast): Promise<Stage> {
  expectYes(await performAsClock(app, region.id, openOrganisations, {}));
  const today = app.clock.today();
  const institutions = await perform(app, clockOf(region), async (call) => ({ ok: true as const, value: await organisationTree(call) }), {});
  const crowd = new Map<string, string[]>();
  for (const institution of expectYes(institutions)) {
    const people = crowdOf(institution, today, region.id).map((person, index) => ({
      cause: `demo:${institution.id}:${index}`, idNumber: person.idNumber, name: person.name, phone: person.phone,
      facts: Object.entries(person.facts).map(([kind, value]) => ({ kind, value })),
      employment: { organisationId: institution.id, from: person.arrived, post: person.post }, source: 'import' as const, evidence: crowdSource.evidence,
    }));
    crowd.set(institution.id, expectYes(await performAsClock(app, region.id, addPeople, { people })).personIds);
  }
  return { region, actors: await openCast(app, region, cast), crowd };
}

const clockOf = (region: Region): Actor => ({ accountId: 'clock', personId: '', role: 'clock', regionId: region.id, organisationId: '', organisationPath: '' });

async function openCast(app: App, region: Region, cast: Cast): Promise<Map<string, Actor>> {
  const actors = new Map<string, Actor>();
  for (const { key, name, role, organisation } of cast.accounts) actors.set(key, await openDemoAccount(app, region, { key, name, role, organisation, personId: '' }));
  const personIds = await addCastPeople(app, region, cast.people);
  for (const [index, person] of cast.people.entries()) {
    const personId = personIds[index] ?? '';
    actors.set(person.key, await openDemoAccount(app, region, { ...person, personId }));
    if (person.expert) await enterExpert(app, region, person, personId);
  }
  return actors;
}

async function addCastPeople(app: App, region: Region, people: readonly CastPerson[]): Promise<string[]> {
  const entries = people.map((person, index) => ({
    cause: `demo:cast:${region.id}:${person.key}`, idNumber: demoIdNumber(person.birth, 450 + index, person.sex === crowdSource.male), name: person.name,
    phone: `1380000${String(1000 + index)}`, source: person.organisation ? ('authority' as const) : ('self' as const), evidence: crowdSource.castEvidence,
    facts: Object.entries(factsOf(person, region)).map(([kind, value]) => ({ kind, value })),
    employment: person.organisation ? { organisationId: `${region.id}-${person.organisation}`, from: person.arrived, post: String(person.facts[crowdSource.postFact] ?? '') } : undefined,
  }));
  return expectYes(await performAsClock(app, region.id, addPeople, { people: entries })).personIds;
}

function factsOf(person: CastPerson, region: Region): Record<string, string | number | boolean> {
  const level = person.organisation ? levelOf(region, person.organisation) : undefined;
  const { arrived = '', institution = '' } = crowdSource.facts;
  return {
    ...crowdSource.always, ...person.facts, ...(person.organisation ? { [arrived]: person.arrived } : {}), ...(level ? { [institution]: level } : {}),
  };
}

function levelOf(region: Region, organisation: string): string | undefined {
  const all = (entries: Region['organisations']): Region['organisations'] => entries.flatMap((entry) => [entry, ...all(entry.children ?? [])]);
  return all(region.organisations).find((entry) => entry.id === organisation)?.level;
}

async function openDemoAccount(app: App, region: Region, { key, name, role, organisation, personId }: { key: string; name: string; role: Actor['role']; organisation: string; personId: string }): Promise<Actor> {
  const organisationId = organisation ? `${region.id}-${organisation}` : '';
  const { id } = expectYes(await performAsClock(app, region.id, openAccount, { signInName: key, name, role, personId, organisationId, demo: true }));
  const row = await app.db.selectFrom('account').select('organisation_path').where('region_id', '=', region.id).where('id', '=', id).executeTakeFirstOrThrow();
  return { accountId: id, personId, role, regionId: region.id, organisationId, organisationPath: row.organisation_path };
}

async function enterExpert(app: App, region: Region, { expert, organisation }: CastPerson, personId: string): Promise<void> {
  if (!expert) return;
  const year = Number(app.clock.today().slice(0, 4));
  expectYes(await performAsClock(app, region.id, addExpert, {
    personId, organisationId: `${region.id}-${organisation}`, fields: expert.fields, level: expert.level, external: false, from: `${year - 1}-01-01`, to: `${year + 1}-12-31`,
  }));
}
