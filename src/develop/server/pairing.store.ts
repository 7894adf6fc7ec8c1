import { sql, type Insertable, type Selectable, type Updateable } from 'kysely';
import type { PairingEntry, PairingPair, PairingRound } from '#db/types.ts';
import type { Call } from '#platform/server/call.ts';

export type EntryRow = Selectable<PairingEntry>;
export type PairRecord = Selectable<PairingPair>;
export type RoundRow = Selectable<PairingRound>;

export const insertRound = ({ tx, regionId }: Call, round: Omit<Insertable<PairingRound>, 'region_id'>) =>
  tx.insertInto('pairing_round').values({ ...round, region_id: regionId }).execute();

/** The rounds of the region, newest first, with how many are in them. */
export const selectRounds = ({ tx, regionId }: Call) =>
  tx.selectFrom('pairing_round as r').selectAll('r').where('r.region_id', '=', regionId)
    .select([
      sql<number>`(select count(*) from pairing_entry e where e.region_id = r.region_id and e.round_id = r.id and e.side = 'master')`.as('masters'),
      sql<number>`(select count(*) from pairing_entry e where e.region_id = r.region_id and e.round_id = r.id and e.side = 'pupil')`.as('pupils'),
      sql<number>`(select count(*) from pairing_pair p where p.region_id = r.region_id and p.round_id = r.id and p.state = 'live')`.as('pairs'),
    ]).orderBy('r.opened_at', 'desc').orderBy('r.id', 'desc').execute();

export const findRound = ({ tx, regionId }: Call, id: string) =>
  tx.selectFrom('pairing_round').selectAll().where('region_id', '=', regionId).where('id', '=', id).executeTakeFirst();

/** The round, locked: entering, running and re-matching wait for one another. */
export const lockRound = ({ tx, regionId }: Call, id: string) =>
  tx.selectFrom('pairing_round').selectAll().where('region_id', '=', regionId).where('id', '=', id).forUpdate().executeTakeFirst();

export const changeRound = ({ tx, regionId }: Call, id: string, change: Updateable<PairingRound>) =>
  tx.updateTable('pairing_round').set(change).where('region_id', '=', regionId).where('id', '=', id).execute();

export const insertEntries = async ({ tx, regionId, clock }: Call, entries: readonly Omit<Insertable<PairingEntry>, 'region_id' | 'entered_at'>[]): Promise<void> => {
  if (entries.length) await tx.insertInto('pairing_entry').values(entries.map((entry) => ({ ...entry, region_id: regionId, entered_at: clock.now() }))).execute();
};

export const entriesOf = ({ tx, regionId }: Call, roundId: string) =>
  tx.selectFrom('pairing_entry').selectAll().where('region_id', '=', regionId).where('round_id', '=', roundId).orderBy('side').orderBy('number').execute();

export const entriesOfPerson = ({ tx, regionId }: Call, personId: string) =>
  tx.selectFrom('pairing_entry').selectAll().where('region_id', '=', regionId).where('person_id', '=', personId).orderBy('entered_at', 'desc').orderBy('side').execute();

/** One's own entry, locked; another's does not exist. */
export const lockOwnEntry = ({ tx, regionId, actor }: Call, id: string) =>
  tx.selectFrom('pairing_entry').selectAll().where('region_id', '=', regionId).where('id', '=', id).where('person_id', '=', actor.personId).forUpdate().executeTakeFirst();

export const changeEntry = ({ tx, regionId }: Call, id: string, change: Updateable<PairingEntry>) =>
  tx.updateTable('pairing_entry').set(change).where('region_id', '=', regionId).where('id', '=', id).execute();

/** Lists of many entries in one statement; each is a draft and handed in alike. */
export async function handInLists({ tx, regionId, clock }: Call, lists: readonly { own: string; wishes: readonly string[] }[]): Promise<void> {
  await sql`update pairing_entry set draft = told.list, wishes = told.list, handed_in_at = ${clock.now()}::timestamptz
    from (select id, array(select jsonb_array_elements_text(list)) as list from jsonb_to_recordset(${JSON.stringify(lists.map(({ own, wishes }) => ({ id: own, list: wishes })))}::jsonb) as each (id text, list jsonb)) told
    where region_id = ${regionId} and pairing_entry.id = told.id`.execute(tx);
}

export const insertPairs = async ({ tx, regionId, clock }: Call, pairs: readonly Omit<Insertable<PairingPair>, 'region_id' | 'made_at' | 'state'>[]): Promise<void> => {
  if (pairs.length) await tx.insertInto('pairing_pair').values(pairs.map((pair) => ({ ...pair, region_id: regionId, made_at: clock.now(), state: 'live' }))).execute();
};

/** Every pair there ever was in a round, in the order they were left. */
export const pairsOfRound = ({ tx, regionId }: Call, roundId: string) =>
  tx.selectFrom('pairing_pair').selectAll().where('region_id', '=', regionId).where('round_id', '=', roundId).orderBy('left_at').orderBy('id').execute();

/** A pair with both people; the caller judges who may see it. */
export const findPair = ({ tx, regionId }: Call, id: string) =>
  tx.selectFrom('pairing_pair as p').selectAll('p').where('p.region_id', '=', regionId).where('p.id', '=', id)
    .innerJoin('pairing_entry as m', (join) => join.onRef('m.region_id', '=', 'p.region_id').onRef('m.id', '=', 'p.master_id'))
    .innerJoin('pairing_entry as u', (join) => join.onRef('u.region_id', '=', 'p.region_id').onRef('u.id', '=', 'p.pupil_id'))
    .select(['m.person_id as master_person_id', 'u.person_id as pupil_person_id']).executeTakeFirst();

export const changePair = ({ tx, regionId }: Call, id: string, change: Updateable<PairingPair>) =>
  tx.updateTable('pairing_pair').set(change).where('region_id', '=', regionId).where('id', '=', id).execute();

/** Ends live pairs in one statement, because their pupils move. */
export const leaveAsMoved = async ({ tx, regionId, clock }: Call, pairIds: readonly string[]): Promise<void> => {
  if (pairIds.length) await tx.updateTable('pairing_pair').set({ state: 'moved', left_at: clock.now(), left_by: 'office' }).where('region_id', '=', regionId).where('id', 'in', pairIds).execute();
};

export const markRefilled = async ({ tx, regionId, clock }: Call, pairIds: readonly string[]): Promise<void> => {
  if (pairIds.length) await tx.updateTable('pairing_pair').set({ refilled_at: clock.now() }).where('region_id', '=', regionId).where('id', 'in', pairIds).execute();
};
