import { clockActor } from '#platform/domain/actor.ts';
import type { Call } from '#platform/server/call.ts';
import { enqueue } from '#platform/server/jobs.ts';
import { factsChanged } from '../domain/factsChanged.ts';

/** Queues, in the transaction that changed facts of people, that what rests on them is judged again; the clock does it, whoever changed them. */
export async function tellFactsChanged(call: Call, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  await enqueue({ ...call, actor: clockActor(call.regionId) }, factsChanged, { personIds });
}
