import { no, yes, type Answer } from '../domain/answer.ts';
import { JobView } from '../domain/platformContract.ts';
import { audit } from './audit.ts';
import type { Call } from './call.ts';
import { askCancel, findJobRow, jobRows, type JobRow } from './job.store.ts';

/** How far a job is; who did not ask for it finds none. */
export async function showJob({ tx, regionId, actor }: Call, { id }: { id: string }): Promise<Answer<JobView>> {
  const row = await findJobRow(tx, { region_id: regionId, id });
  return row?.asked_by === actor.accountId ? yes(viewOf(row)) : no('notFound');
}

/** Stops a job that one asked for: at once when it waits, at its next look when it runs. */
export async function cancelJob(call: Call, { id }: { id: string }): Promise<Answer<{ id: string }>> {
  const { tx, regionId, actor, clock } = call;
  const row = await findJobRow(tx, { region_id: regionId, id });
  if (row?.asked_by !== actor.accountId) return no('notFound');
  await askCancel(tx, row, clock.now());
  await audit(call, { act: 'job.cancel', subject: id });
  return yes({ id });
}

/** All jobs of the region, newest first, without what they found out. */
export async function listJobs({ tx, regionId }: Call, { state, after, limit }: { state?: JobView['state'] | undefined; after?: string | undefined; limit: number }) {
  const rows = await jobRows(tx, regionId, { state, before: after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  return yes({ rows: shown.map(viewOf), next: rows.length > limit ? shown.at(-1)?.id ?? null : null });
}

const viewOf = (row: JobRow): JobView => ({
  id: row.id, kind: row.kind, state: JobView.shape.state.parse(row.state), done: row.progress_done, total: row.progress_total, outcome: row.outcome,
  failure: row.failure, attempts: row.attempts, askedBy: row.asked_by, askedAt: row.asked_at, endedAt: row.ended_at,
});
