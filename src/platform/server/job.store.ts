import { sql, type Insertable, type Selectable } from 'kysely';
import type { Job } from '#db/types.ts';
import type { Db } from './database.ts';

/** A job row as the database holds it. */
export type JobRow = Selectable<Job>;
type Key = Pick<JobRow, 'region_id' | 'id'>;

export const insertJob = (db: Db, row: Insertable<Job>) => db.insertInto('job').values(row).execute();

/** How long a worker may stay silent before another one takes its job over. */
export const leaseMs = 30_000;
const mostAttempts = 3;
const leaseFrom = (now: Date) => new Date(now.getTime() + leaseMs);

/** Takes the next job that is ready, or whose worker fell silent; two workers never take the same one. */
export async function claimJob(db: Db, now: Date): Promise<JobRow | undefined> {
  const ready = db.selectFrom('job').select(['region_id', 'id']).where((eb) => eb.or([
    eb.and([eb('state', '=', 'queued'), eb('run_after', '<=', now)]),
    eb.and([eb('state', '=', 'running'), eb('lease_until', '<', now)]),
  ])).orderBy('run_after').limit(1).forUpdate().skipLocked();
  return db.with('ready', () => ready).updateTable('job').from('ready')
    .set({ state: 'running', attempts: sql`job.attempts + 1`, lease_until: leaseFrom(now) })
    .whereRef('job.region_id', '=', 'ready.region_id').whereRef('job.id', '=', 'ready.id')
    .returningAll('job').executeTakeFirst();
}

// The attempt number fences: a worker that was given up for dead can no longer write.
const held = (db: Db, { region_id, id, attempts }: JobRow) =>
  db.updateTable('job').where('region_id', '=', region_id).where('id', '=', id).where('state', '=', 'running').where('attempts', '=', attempts);

export const extendLease = (db: Db, job: JobRow, now: Date) => held(db, job).set({ lease_until: leaseFrom(now) }).execute();

export const writeProgress = (db: Db, job: JobRow, done: number, total: number, now: Date) =>
  held(db, job).set({ progress_done: done, progress_total: total, lease_until: leaseFrom(now) }).execute();

export const endJob = (db: Db, job: JobRow, end: { state: 'done' | 'failed' | 'cancelled'; outcome?: string; failure?: string }, now: Date) =>
  held(db, job).set({ ...end, lease_until: null, ended_at: now }).execute();

/** Puts a job that threw back in the queue, later each time; after the third time it has failed. */
export const retryJob = (db: Db, job: JobRow, failure: string, now: Date) =>
  job.attempts >= mostAttempts
    ? endJob(db, job, { state: 'failed', failure }, now)
    : held(db, job).set({ state: 'queued', failure, lease_until: null, run_after: new Date(now.getTime() + job.attempts * 5_000) }).execute();

/** A job of a kind that waits or runs. */
export const liveJobOf = (db: Db, kind: string) =>
  db.selectFrom('job').selectAll().where('kind', '=', kind).where('state', 'in', ['queued', 'running']).executeTakeFirst();

export const findJobRow = (db: Db, { region_id, id }: Key) =>
  db.selectFrom('job').selectAll().where('region_id', '=', region_id).where('id', '=', id).executeTakeFirst();

/** Cancels a queued job at once; asks a running one to stop. */
export const askCancel = (db: Db, { region_id, id }: Key, now: Date) =>
  db.updateTable('job').where('region_id', '=', region_id).where('id', '=', id).where('state', 'in', ['queued', 'running'])
    .set((eb) => ({
      cancel_asked: true,
      state: eb.case().when('state', '=', 'queued').then('cancelled').else('running').end(),
      ended_at: eb.case().when('state', '=', 'queued').then(now).else(eb.ref('ended_at')).end(),
    })).execute();

export const cancelAsked = async (db: Db, job: JobRow): Promise<boolean> => (await findJobRow(db, job))?.cancel_asked ?? true;

/** Jobs of a region, newest first, for the system console. */
export const jobRows = (db: Db, regionId: string, { state, before, limit }: { state?: string; before?: string; limit: number }) =>
  db.selectFrom('job').selectAll().where('region_id', '=', regionId)
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc').limit(limit).execute();
