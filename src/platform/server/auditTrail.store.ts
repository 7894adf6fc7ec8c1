import { sql, type Selectable } from 'kysely';
import type { AuditEntry, AuditHead } from '#db/types.ts';
import type { Db, Tx } from './database.ts';
import { leafHash } from './merkle.ts';

export type EntryRow = Selectable<AuditEntry>;
export type HeadRow = Selectable<AuditHead>;

/** A transaction may take this long to commit; an entry older than that when its neighbours were sealed was put in later. */
export const settleMs = 600_000;

/** The canonical text of an entry, hashed: any changed character changes it. */
export const entryHash = ({ region_id, id, account_id, role, act, subject, detail, happened_at }: EntryRow): string =>
  leafHash(JSON.stringify([region_id, id, account_id, role, act, subject, sorted(detail), happened_at.toISOString()]));

const sorted = (detail: unknown) => Object.entries(detail ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1));

/** One sequencer at a time works on a region; a second one finds the door shut and leaves. */
export async function takeSequencer(tx: Tx, regionId: string): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`select pg_try_advisory_xact_lock(7003, hashtext(${regionId})) as free`.execute(tx);
  return rows[0]?.free ?? false;
}

export const lastHead = (db: Db, regionId: string): Promise<HeadRow | undefined> =>
  db.selectFrom('audit_head').selectAll().where('region_id', '=', regionId).orderBy('position', 'desc').limit(1).executeTakeFirst();

const unsealed = (db: Db, regionId: string) =>
  db.selectFrom('audit_entry').selectAll('audit_entry').where('audit_entry.region_id', '=', regionId)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('audit_leaf').select('position')
      .whereRef('audit_leaf.region_id', '=', 'audit_entry.region_id').whereRef('audit_leaf.entry_id', '=', 'audit_entry.id'))));

/** Entries that wait for their place, oldest first. */
export const entriesToSeal = (db: Db, regionId: string, since: Date | undefined, limit: number): Promise<EntryRow[]> =>
  unsealed(db, regionId).$if(since !== undefined, (query) => query.where('happened_at', '>', since ?? null)).orderBy('id').limit(limit).execute();

/** Entries without a place that should have had one long ago. */
export const entriesPutIn = (db: Db, regionId: string, before: Date): Promise<EntryRow[]> =>
  unsealed(db, regionId).where('happened_at', '<=', before).orderBy('id').limit(1_000).execute();

export const insertHead = (tx: Tx, head: Omit<HeadRow, 'peaks'> & { peaks: string }) => tx.insertInto('audit_head').values(head).execute();

export const insertLeaves = (tx: Tx, leaves: { region_id: string; position: number; entry_id: string; leaf_hash: string; head_position: number }[]) =>
  sql`insert into audit_leaf (region_id, position, entry_id, leaf_hash, head_position)
    select region_id, position, entry_id, leaf_hash, head_position from json_populate_recordset(null::audit_leaf, ${JSON.stringify(leaves)}::json)`.execute(tx);

export const headRows = (db: Db, regionId: string, after = 0): Promise<HeadRow[]> =>
  db.selectFrom('audit_head').selectAll().where('region_id', '=', regionId).where('position', '>', after).orderBy('position').execute();

/** Leaves with their entries, in their places; an entry that is gone leaves nulls. */
export const leavesFrom = (db: Db, regionId: string, position: number, limit: number) =>
  db.selectFrom('audit_leaf').leftJoin('audit_entry', (join) => join.onRef('audit_entry.region_id', '=', 'audit_leaf.region_id').onRef('audit_entry.id', '=', 'audit_leaf.entry_id'))
    .select(['audit_leaf.position', 'audit_leaf.entry_id', 'audit_leaf.leaf_hash', 'audit_entry.id', 'audit_entry.account_id', 'audit_entry.role', 'audit_entry.act',
      'audit_entry.subject', 'audit_entry.detail', 'audit_entry.happened_at', 'audit_leaf.region_id'])
    .where('audit_leaf.region_id', '=', regionId).where('audit_leaf.position', '>=', position).orderBy('audit_leaf.position').limit(limit).execute();

/** What an auditor may ask for. */
export type TrailFilter = { act?: string | undefined; subject?: string | undefined; account?: string | undefined; from?: Date | undefined; until?: Date | undefined; after?: string | undefined };

/** Lines of the trail, newest first. */
export const trailRows = (db: Db, regionId: string, { act, subject, account, from, until, after }: TrailFilter, limit: number) =>
  db.selectFrom('audit_entry').leftJoin('audit_leaf', (join) => join.onRef('audit_leaf.region_id', '=', 'audit_entry.region_id').onRef('audit_leaf.entry_id', '=', 'audit_entry.id'))
    .selectAll('audit_entry').select('audit_leaf.position').where('audit_entry.region_id', '=', regionId)
    .$if(Boolean(act), (query) => query.where('audit_entry.act', 'like', `${(act ?? '').replace(/[\\%_]/g, '\\$&')}%`))
    .$if(Boolean(subject), (query) => query.where('audit_entry.subject', '=', subject ?? ''))
    .$if(Boolean(account), (query) => query.where('audit_entry.account_id', '=', account ?? ''))
    .$if(from !== undefined, (query) => query.where('audit_entry.happened_at', '>=', from ?? null))
    .$if(until !== undefined, (query) => query.where('audit_entry.happened_at', '<', until ?? null))
    .$if(Boolean(after), (query) => query.where('audit_entry.id', '<', after ?? ''))
    .orderBy('audit_entry.id', 'desc').limit(limit).execute();
