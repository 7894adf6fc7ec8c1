import { clockActor, type Actor } from '../domain/actor.ts';
import type { Answer } from '../domain/answer.ts';
import { accountActor } from './account.store.ts';
import type { App, Call } from './call.ts';
import { cancelAsked, claimJob, endJob, extendLease, insertJob, leaseMs, retryJob, writeProgress, type JobRow } from './job.store.ts';

/** What a job's code gets: what was asked and by whom, and how to tell how far it is. */
export type RunningJob<P> = {
  id: string;
  regionId: string;
  askedBy: string;
  /** Who asked, with the rights of today. */
  actor: Actor;
  payload: P;
  progress(done: number, total: number): Promise<void>;
  /** True once somebody asked to stop; a job that saw it and returns has ended as cancelled. */
  cancelled(): Promise<boolean>;
};

/** The value is kept as the job's outcome; a refusal ends it as failed with its reason; throwing makes it try again. */
type Run<P> = (app: App, job: RunningJob<P>) => Promise<unknown>;

const runs = new Map<string, Run<unknown>>();

/** Declares what a kind of job does. It may run again after a crash, so what it does must be safe to repeat. */
export function defineJob<P>(kind: string, run: Run<P>): void {
  if (runs.has(kind)) throw new Error(`job kind declared twice: ${kind}`);
  runs.set(kind, run as Run<unknown>);
}

/** Queues a job in the caller's transaction: it runs only if what asked for it is kept. Gives the job's id. */
export async function enqueue({ tx, regionId, actor, clock, newId }: Call, kind: string, payload: object, { after }: { after?: Date } = {}): Promise<string> {
  const id = newId('job');
  await insertJob(tx, {
    region_id: regionId, id, kind, payload: JSON.stringify(payload), state: 'queued', run_after: after ?? clock.now(), asked_by: actor.accountId, asked_at: clock.now(),
  });
  return id;
}

/** Runs everything that is ready, one after another; gives how many ran. For tests and the demo story. */
export async function runJobsOnce(app: App): Promise<number> {
  let ran = 0;
  while (await runNext(app)) ran += 1;
  return ran;
}

async function runNext(app: App): Promise<boolean> {
  const row = await claimJob(app.db, app.clock.now());
  if (row) await runJob(app, row);
  return row !== undefined;
}

async function runJob(app: App, row: JobRow): Promise<void> {
  const heartbeat = setInterval(() => void extendLease(app.db, row, app.clock.now()).catch(() => {}), leaseMs / 3);
  try {
    await runAndEnd(app, row);
  } catch (error) {
    await retryJob(app.db, row, error instanceof Error ? error.message : String(error), app.clock.now());
  } finally {
    clearInterval(heartbeat);
  }
}

async function runAndEnd(app: App, row: JobRow): Promise<void> {
  const run = runs.get(row.kind);
  const actor = row.asked_by === 'clock' ? clockActor(row.region_id) : await accountActor(app.db, row.region_id, row.asked_by);
  if (!run || !actor) return void (await endJob(app.db, row, { state: 'failed', failure: run ? 'askerShut' : 'jobKindUnknown' }, app.clock.now()));
  const seen = { cancelled: false };
  const outcome = await run(app, runningJob(app, row, actor, seen));
  await endJob(app.db, row, seen.cancelled ? { state: 'cancelled' } : endOf(outcome), app.clock.now());
}

const runningJob = (app: App, row: JobRow, actor: Actor, seen: { cancelled: boolean }): RunningJob<unknown> => ({
  id: row.id, regionId: row.region_id, askedBy: row.asked_by, actor, payload: row.payload,
  progress: async (done, total) => void (await writeProgress(app.db, row, done, total, app.clock.now())),
  cancelled: async () => (seen.cancelled = await cancelAsked(app.db, row)),
});

function endOf(outcome: unknown): { state: 'done' | 'failed'; outcome?: string; failure?: string } {
  if (!isAnswer(outcome)) return { state: 'done', outcome: JSON.stringify(outcome ?? null) };
  if (outcome.ok) return { state: 'done', outcome: JSON.stringify(outcome.value ?? null) };
  return { state: 'failed', failure: outcome.reason, outcome: JSON.stringify(outcome.detail ?? null) };
}

const isAnswer = (value: unknown): value is Answer<unknown> =>
  typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean' && ('value' in value || 'reason' in value);

/** Works through the queue until stopped; `stop` waits for the jobs in hand. */
export function startWorker(app: App, { lanes = 2, pauseMs = 500 } = {}): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const work = Array.from({ length: lanes }, () => lane(app, pauseMs, stopping.signal));
  return { stop: async () => { stopping.abort(); await Promise.all(work); } };
}

async function lane(app: App, pauseMs: number, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const ran = await runNext(app).catch(() => false); // a database that is away is asked again after the pause
    if (!ran) await pause(pauseMs, stopping);
  }
}

const pause = (ms: number, stopping: AbortSignal) => new Promise<void>((resolve) => {
  const timer = setTimeout(resolve, ms);
  stopping.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
});
