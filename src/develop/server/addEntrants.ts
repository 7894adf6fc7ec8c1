import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { kindByKey } from '#registry/domain/factKind.ts';
import { factKindsOf, factsOfPeople, peopleById } from '#registry/server/public.ts';
import type { PairingPlan, Side } from '../domain/pairingPlan.ts';
import { entriesOf, insertEntries, lockRound, type EntryRow } from './pairing.store.ts';
import { isOpen, lastDay, planOf } from './pairingRecord.ts';

/** Somebody to enter; `places` is how many pupils a master takes, 1 for a pupil. */
export type NewEntrant = { personId: string; side: Side; fields: string[]; places: number; chief?: boolean };

const departmentKey = 'department';

/** Enters masters and pupils; all of them or, with the first fault named, none. */
export async function addEntrants(call: Call, { roundId, entrants }: { roundId: string; entrants: NewEntrant[] }): Promise<Answer<{ added: number; entryIds: string[] }>> {
  const round = await lockRound(call, roundId);
  if (!round) return no('notFound');
  if (!isOpen(call, round)) return no('wishesClosed', { params: { until: lastDay(round) } });
  const before = await entriesOf(call, roundId);
  const people = await peopleById(call, entrants.map(({ personId }) => personId));
  const fault = entrants.map((entrant, at) => faultOf(planOf(round), entrant, { at, before, earlier: entrants.slice(0, at), name: people.get(entrant.personId)?.name })).find((each) => each !== undefined);
  if (fault) return fault;
  const entryIds = await enter(call, roundId, entrants, before);
  await audit(call, { act: 'pairing.enter', subject: roundId, detail: { added: entrants.length } });
  return yes({ added: entrants.length, entryIds });
}

type Among = { at: number; before: readonly EntryRow[]; earlier: readonly NewEntrant[]; name: string | undefined };

function faultOf(plan: PairingPlan, entrant: NewEntrant, { at, before, earlier, name }: Among) {
  const { personId, side, fields, places } = entrant;
  const params = { row: at + 1, name: name ?? personId };
  if (name === undefined) return no('pairingPersonUnknown', { field: 'personId', params: { row: at + 1 } });
  const most = side === 'master' ? plan.pupilsMost : 1;
  if (places < 1 || places > most) return no('pairingPlaces', { field: 'places', params: { ...params, most, given: places } });
  if (fields.some((field) => !plan.fields.some(({ key }) => key === field))) return no('pairingField', { field: 'fields', params: { ...params, fields: plan.fields.map((field) => field.name).join('\u3001') } });
  const twice = before.some((each) => each.person_id === personId && each.side === side) || earlier.some((each) => each.personId === personId && each.side === side);
  return twice ? no('pairingTwice', { field: 'personId', params }) : undefined;
}

async function enter(call: Call, roundId: string, entrants: readonly NewEntrant[], before: readonly EntryRow[]): Promise<string[]> {
  const personIds = entrants.map(({ personId }) => personId);
  const people = await peopleById(call, personIds);
  const facts = await factsOfPeople(call, personIds);
  const departmentKind = kindByKey(factKindsOf(call.region), departmentKey)?.name ?? '';
  const last = { master: numbersIn(before, 'master'), pupil: numbersIn(before, 'pupil') };
  const rows = entrants.map(({ personId, side, fields, places, chief = false }) => ({
    id: call.newId('pen'), round_id: roundId, person_id: personId, side, number: ++last[side], fields: [...new Set(fields)], places, chief,
    organisation_id: people.get(personId)?.organisationId ?? '', department: String(facts.get(personId)?.[departmentKind] ?? ''),
  }));
  await insertEntries(call, rows);
  return rows.map(({ id }) => id);
}

const numbersIn = (entries: readonly EntryRow[], side: Side): number => entries.reduce((most, entry) => (entry.side === side ? Math.max(most, entry.number) : most), 0);

/** A talent enters himself as a pupil. */
export async function joinPairing(call: Call, { roundId, fields }: { roundId: string; fields: string[] }): Promise<Answer<{ entryId: string }>> {
  const added = await addEntrants(call, { roundId, entrants: [{ personId: call.actor.personId, side: 'pupil', fields, places: 1 }] });
  return added.ok ? yes({ entryId: added.value.entryIds[0] ?? '' }) : added;
}
