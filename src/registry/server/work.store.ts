import { sql, type Selectable } from 'kysely';
import type { Work, WorkCoworker, WorkFile, WorkUse } from '#db/types.ts';
import type { Call } from '#platform/server/call.ts';

export type WorkRow = Selectable<Work>;
export type CoworkerRow = Selectable<WorkCoworker>;
export type WorkFileRow = Selectable<WorkFile>;
export type WorkUseRow = Selectable<WorkUse>;

/** A work as it is written; fingerprints stand beside it. */
export type NewWork = { id: string; personId: string; kind: string; level: string; title: string; abstract: string; madeOn: string; part: string; share: number; details: object; fingerprints: readonly number[] };

/** A co-worker as written; `personId` where the registry knows who is meant. */
export type NewCoworker = Pick<CoworkerRow, 'name' | 'organisation_id' | 'person_id' | 'share' | 'standing' | 'claimed_share' | 'reason' | 'answered_at'>;

/** Works by id, whoever asks; what was dropped is not there. */
export const selectWorks = async ({ tx, regionId }: Call, workIds: readonly string[]): Promise<WorkRow[]> =>
  workIds.length === 0 ? [] : tx.selectFrom('work').selectAll().where('region_id', '=', regionId).where('id', 'in', workIds).where('dropped_at', 'is', null).execute();

/** A person's works, newest first. */
export const worksOfPerson = ({ tx, regionId }: Call, personId: string): Promise<WorkRow[]> =>
  tx.selectFrom('work').selectAll().where('region_id', '=', regionId).where('person_id', '=', personId).where('dropped_at', 'is', null).orderBy('made_on', 'desc').orderBy('id', 'desc').execute();

/** Enters a work, or writes it anew; the fingerprints follow its text. */
export async function writeWork({ tx, regionId, clock }: Call, { id, fingerprints, ...told }: NewWork): Promise<void> {
  const now = clock.now();
  const row = { kind: told.kind, level: told.level, title: told.title, abstract: told.abstract, made_on: told.madeOn, part: told.part, share: told.share, details: JSON.stringify(told.details), changed_at: now };
  await tx.insertInto('work').values({ ...row, region_id: regionId, id, person_id: told.personId, entered_at: now }).onConflict((oc) => oc.columns(['region_id', 'id']).doUpdateSet(row)).execute();
  await tx.deleteFrom('work_fingerprint').where('region_id', '=', regionId).where('work_id', '=', id).execute();
  if (fingerprints.length > 0) await tx.insertInto('work_fingerprint').values(fingerprints.map((fingerprint) => ({ region_id: regionId, fingerprint, work_id: id }))).execute();
}

/** Takes a work off its maker's list; the record stays for what refers to it. */
export const stampDropped = ({ tx, regionId, clock }: Call, workId: string) =>
  tx.updateTable('work').set({ dropped_at: clock.now() }).where('region_id', '=', regionId).where('id', '=', workId).execute();

/** Co-workers of works, in the order told. */
export const coworkersOf = async ({ tx, regionId }: Call, workIds: readonly string[]): Promise<CoworkerRow[]> =>
  workIds.length === 0 ? [] : tx.selectFrom('work_coworker').selectAll().where('region_id', '=', regionId).where('work_id', 'in', workIds).orderBy('work_id').orderBy('position').execute();

/** Writes the co-workers of a work in the place of those before. */
export async function writeCoworkers({ tx, regionId }: Call, workId: string, coworkers: readonly NewCoworker[]): Promise<void> {
  await tx.deleteFrom('work_coworker').where('region_id', '=', regionId).where('work_id', '=', workId).execute();
  if (coworkers.length > 0) await tx.insertInto('work_coworker').values(coworkers.map((each, index) => ({ ...each, region_id: regionId, work_id: workId, position: index + 1 }))).execute();
}

/** Shares ascribed to a person, newest work first, with the works they belong to. */
export const sharesAskedOf = ({ tx, regionId }: Call, personId: string) =>
  tx.selectFrom('work_coworker as c').innerJoin('work as k', (join) => join.onRef('k.region_id', '=', 'c.region_id').onRef('k.id', '=', 'c.work_id'))
    .select(['k.id', 'k.kind', 'k.title', 'k.made_on', 'k.part', 'k.person_id as owner', 'k.share as owner_share', 'c.share', 'c.standing', 'c.claimed_share', 'c.reason'])
    .where('c.region_id', '=', regionId).where('c.person_id', '=', personId).where('k.dropped_at', 'is', null).orderBy('k.id', 'desc').execute();

/** Stamps a co-worker's answer; nothing happens where the person was not asked. */
export const stampShare = ({ tx, regionId, clock }: Call, { workId, personId, ...answer }: { workId: string; personId: string; standing: 'confirmed' | 'disputed'; claimed_share: number | null; reason: string | null }) =>
  tx.updateTable('work_coworker').set({ ...answer, answered_at: clock.now() }).where('region_id', '=', regionId).where('work_id', '=', workId).where('person_id', '=', personId).returning('work_id').executeTakeFirst();

/** People of this folded name who work at an institution: who may be meant as a co-worker. */
export const namesakesAt = ({ tx, regionId }: Call, foldedName: string, organisationId: string): Promise<{ id: string }[]> =>
  tx.selectFrom('person').select('id').where('region_id', '=', regionId).where('folded_name', '=', foldedName).where('organisation_id', '=', organisationId).where('merged_into', 'is', null).limit(2).execute();

/** Evidence files of works. */
export const filesOf = async ({ tx, regionId }: Call, workIds: readonly string[]): Promise<WorkFileRow[]> =>
  workIds.length === 0 ? [] : tx.selectFrom('work_file').selectAll().where('region_id', '=', regionId).where('work_id', 'in', workIds).orderBy('id').execute();

/** Describes a file; the same content of one work is kept once. */
export const insertFile = ({ tx, regionId, clock }: Call, file: { id: string; workId: string; name: string; bytes: number; sha256: string }) =>
  tx.insertInto('work_file').values({ region_id: regionId, work_id: file.workId, id: file.id, name: file.name, bytes: file.bytes, sha256: file.sha256, added_at: clock.now() })
    .onConflict((oc) => oc.columns(['region_id', 'work_id', 'sha256']).doUpdateSet({ name: file.name })).returning('id').executeTakeFirstOrThrow();

/** Works entered before this one that share fingerprints with it, those that share most first. */
export async function sharingFingerprints({ tx, regionId }: Call, workId: string, most: number): Promise<string[]> {
  const found = await sql<{ id: string }>`select k.id from work_fingerprint own
    join work_fingerprint other on other.region_id = own.region_id and other.fingerprint = own.fingerprint and other.work_id <> own.work_id
    join work k on k.region_id = other.region_id and k.id = other.work_id and k.dropped_at is null
    where own.region_id = ${regionId} and own.work_id = ${workId}
      and (k.entered_at, k.id) < (select entered_at, id from work where region_id = ${regionId} and id = ${workId})
    group by k.id order by count(*) desc, k.id limit ${most}`.execute(tx);
  return found.rows.map(({ id }) => id);
}

/** What works were handed in for, released uses left out. */
export const usesOf = async ({ tx, regionId }: Call, workIds: readonly string[]): Promise<WorkUseRow[]> =>
  workIds.length === 0 ? [] : tx.selectFrom('work_use').selectAll().where('region_id', '=', regionId).where('work_id', 'in', workIds).where('state', '<>', 'released').orderBy('entered_at').orderBy('work_id').execute();

/** Enters uses of works for a subject; entered again after a release they are open again. */
export async function insertUses({ tx, regionId, clock }: Call, uses: readonly { workId: string; subject: string; number: string; level: string; year: number }[]): Promise<void> {
  if (uses.length === 0) return;
  await tx.insertInto('work_use').values(uses.map(({ workId, ...use }) => ({ ...use, region_id: regionId, work_id: workId, state: 'entered', entered_at: clock.now() })))
    .onConflict((oc) => oc.columns(['region_id', 'work_id', 'subject']).doUpdateSet({ state: 'entered', decided_at: null })).execute();
}

/** Decides every open use of a subject. */
export const decideUses = ({ tx, regionId, clock }: Call, subject: string, state: 'granted' | 'released') =>
  tx.updateTable('work_use').set({ state, decided_at: clock.now() }).where('region_id', '=', regionId).where('subject', '=', subject).where('state', '=', 'entered').returning('work_id').execute();

/** Works in which any of these people had a part, each with everybody known to have made it; a disputed share counts for nothing. */
export async function selectMakers({ tx, regionId }: Call, personIds: readonly string[]): Promise<{ title: string; personIds: string[] }[]> {
  const found = await sql<{ title: string; personIds: string[] }>`with made as (
      select region_id, id as work_id, person_id from work where region_id = ${regionId} and dropped_at is null
      union select c.region_id, c.work_id, c.person_id from work_coworker c join work k on k.region_id = c.region_id and k.id = c.work_id and k.dropped_at is null
        where c.region_id = ${regionId} and c.person_id is not null and c.standing <> 'disputed')
    select work.title, array_agg(made.person_id order by made.person_id) as "personIds" from made join work on work.region_id = made.region_id and work.id = made.work_id
    where made.work_id in (select work_id from made where person_id = any(${personIds})) group by work.id, work.title having count(*) > 1 order by work.id`.execute(tx);
  return found.rows;
}

/** Works and shares of a merged record belong to the one that stays; who would be a co-worker of his own work stays there by name only. */
export async function moveWorks({ tx, regionId }: Call, from: string, into: string): Promise<void> {
  await tx.updateTable('work').set({ person_id: into }).where('region_id', '=', regionId).where('person_id', '=', from).execute();
  await tx.updateTable('work_coworker').set({ person_id: into }).where('region_id', '=', regionId).where('person_id', '=', from).execute();
  await sql`update work_coworker set person_id = null, standing = 'named', claimed_share = null, reason = null, answered_at = null from work
    where work.region_id = work_coworker.region_id and work.id = work_coworker.work_id and work_coworker.region_id = ${regionId} and work_coworker.person_id = ${into} and work.person_id = ${into}`.execute(tx);
}
