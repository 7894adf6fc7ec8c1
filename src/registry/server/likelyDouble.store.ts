import { sql } from 'kysely';
import type { Call } from '#platform/server/call.ts';

/** Two records that may be one person, waiting for a decision. */
export type OpenDouble = { doubleId: string; personId: string; otherPersonId: string; reason: string; proposedAt: Date };

/** Records everybody who shares name and birth date, or phone and name, with one of these people; pairs known before stay as decided. */
export async function proposeDoubles({ tx, regionId, actor, clock, newId }: Call, personIds: readonly string[]): Promise<number> {
  if (personIds.length === 0) return 0;
  const found = await sql<{ a: string; b: string; reason: string }>`
    select distinct on (least(p.id, o.id), greatest(p.id, o.id)) least(p.id, o.id) as a, greatest(p.id, o.id) as b,
      case when o.birth_date = p.birth_date then 'sameNameAndBirth' else 'samePhoneAndName' end as reason
    from person p join person o on o.region_id = p.region_id and o.folded_name = p.folded_name and o.id <> p.id
      and (o.birth_date = p.birth_date or (p.phone_index <> '' and o.phone_index = p.phone_index))
    where p.region_id = ${regionId} and p.id = any(${personIds}) and p.merged_into is null and o.merged_into is null
      and not exists (select 1 from likely_double d where d.region_id = ${regionId} and d.person_id = least(p.id, o.id) and d.other_person_id = greatest(p.id, o.id))`.execute(tx);
  if (found.rows.length === 0) return 0;
  await tx.insertInto('likely_double').values(found.rows.map(({ a, b, reason }) => ({
    region_id: regionId, id: newId('dbl'), person_id: a, other_person_id: b, reason, state: 'open', proposed_by: actor.accountId, proposed_at: clock.now(),
  }))).onConflict((conflict) => conflict.columns(['region_id', 'person_id', 'other_person_id']).doNothing()).execute();
  return found.rows.length;
}

/** Pairs that wait for a decision, newest first; of one person where named. */
export async function selectOpenDoubles({ tx, regionId }: Call, personId?: string): Promise<OpenDouble[]> {
  const found = await sql<OpenDouble>`select id as "doubleId", person_id as "personId", other_person_id as "otherPersonId", reason, proposed_at as "proposedAt" from likely_double
    where region_id = ${regionId} and state = 'open' ${personId ? sql`and (person_id = ${personId} or other_person_id = ${personId})` : sql``}
    order by proposed_at desc, id desc limit 200`.execute(tx);
  return found.rows;
}

/** One pair that waits, locked for its decision. */
export async function lockOpenDouble({ tx, regionId }: Call, doubleId: string): Promise<OpenDouble | undefined> {
  const found = await sql<OpenDouble>`select id as "doubleId", person_id as "personId", other_person_id as "otherPersonId", reason, proposed_at as "proposedAt" from likely_double
    where region_id = ${regionId} and id = ${doubleId} and state = 'open' for update`.execute(tx);
  return found.rows[0];
}

/** Closes the other pairs of a record that was merged: what they asked is asked of the one that stays. */
export const closeDoublesOf = ({ tx, regionId, actor, clock }: Call, personId: string) =>
  tx.updateTable('likely_double').set({ state: 'merged', decided_by: actor.accountId, decided_at: clock.now() }).where('region_id', '=', regionId).where('state', '=', 'open')
    .where((row) => row.or([row('person_id', '=', personId), row('other_person_id', '=', personId)])).execute();

/** Writes the decision on a pair. */
export const stampDouble = ({ tx, regionId, actor, clock }: Call, doubleId: string, state: 'merged' | 'distinct') =>
  tx.updateTable('likely_double').set({ state, decided_by: actor.accountId, decided_at: clock.now() }).where('region_id', '=', regionId).where('id', '=', doubleId).execute();
