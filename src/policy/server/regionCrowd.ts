import type { Call } from '#platform/server/call.ts';
import { factsOfPeople, peopleInScope } from '#registry/server/public.ts';
import { Table } from '../domain/kernel/table.ts';
import type { Facts, Policy } from '../domain/policy.ts';
import type { Crowd } from '../domain/sandboxCrowd.ts';
import { standingOf, type Standing } from '../domain/standing.ts';
import { databaseOf } from './regionCrowd.store.ts';

/** The people of a region as they were read at an instant, in memory; names are never part of it. */
export type RegionCrowd = { crowd: Crowd; personIds: string[]; day: string; readAt: Date; standings: Map<string, Standing> };

const atOnce = 500;
const freshMinutes = 5;
const mostCrowds = 4;
const mostStandings = 12;
/** Columns of what was tried stay beside those of facts; beyond so many bytes a person the table begins anew. */
const bytesPerPerson = 500;

// The database, the region and the day of the facts name a crowd.
const crowds = new Map<string, RegionCrowd>();

/** Everybody in the region with the facts in force on a day, kept for some minutes so that a slider is answered from memory; `fresh` reads them again. */
export async function regionCrowd(call: Call, day: string, fresh = false): Promise<RegionCrowd> {
  const key = `${await databaseOf(call)} ${call.regionId} ${day}`;
  const before = crowds.get(key);
  const usable = before && !fresh && call.clock.now().getTime() - before.readAt.getTime() < freshMinutes * 60_000;
  const found = usable ? before : await readCrowd(call, day);
  crowds.delete(key);
  crowds.set(key, found); // the last asked for stands last
  for (const oldest of [...crowds.keys()].slice(0, -mostCrowds)) crowds.delete(oldest);
  if (found.crowd.table.bytes > found.crowd.size * bytesPerPerson + 2 ** 20) found.crowd.table = new Table(found.crowd.size);
  return found;
}

async function readCrowd(call: Call, day: string): Promise<RegionCrowd> {
  const personIds: string[] = [];
  const facts: Facts[] = [];
  const places: number[] = [];
  const institutions = new Map<string, { at: number; name: string }>();
  for (let after = '';;) {
    const people = await peopleInScope(call, { after, limit: atOnce });
    const known = await factsOfPeople(call, people.map(({ personId }) => personId), day);
    for (const { personId, organisationId, organisationName } of people) {
      if (!institutions.has(organisationId)) institutions.set(organisationId, { at: institutions.size, name: organisationName });
      personIds.push(personId);
      facts.push((known.get(personId) ?? {}) as Facts);
      places.push(institutions.get(organisationId)?.at ?? 0);
    }
    if (people.length < atOnce) break;
    after = people.at(-1)?.personId ?? '';
  }
  const crowd: Crowd = {
    size: personIds.length, factsOf: (index) => facts[index] ?? {}, institutionOf: Uint16Array.from(places), table: new Table(personIds.length),
    institutions: [...institutions].map(([organisationId, { name }]) => ({ organisationId, name })),
  };
  return { crowd, personIds, day, readAt: call.clock.now(), standings: new Map() };
}

/** Where everybody stands under a policy on a day; worked out once a text and day while the crowd is kept. */
export function standingIn({ crowd, standings }: RegionCrowd, policy: Policy, asOf: string): Standing {
  const key = `${asOf} ${policy.code}@${policy.version}\n${policy.source}`;
  const before = standings.get(key);
  if (before) return before;
  const standing = standingOf(policy, crowd, asOf);
  if (standings.size >= mostStandings) standings.clear();
  standings.set(key, standing);
  return standing;
}
