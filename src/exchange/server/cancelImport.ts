import { done, no, type Answer, type Done } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { askCancel } from '#platform/server/job.store.ts';
import { deleteFile, findImport, jobState, lockImport, updateImport } from './rosterImport.store.ts';

/** Stops an import. One that runs is asked to stop and settles itself; any other is closed at once and its file deleted. */
export async function cancelImport(call: Call, { importId }: { importId: string }): Promise<Answer<Done>> {
  const seen = await findImport(call, importId);
  if (!seen) return no('notFound');
  if (seen.stage === 'committed') return no('importClosed');
  if (seen.stage === 'cancelled' || seen.stage === 'refused') return done;
  await audit(call, { act: 'import.askCancel', subject: importId });
  await askCancel(call.tx, { region_id: call.regionId, id: seen.job_id }, call.clock.now());
  // A running job holds the import's row until it ends: waiting for it here would be waiting for what is to be stopped.
  if (seen.stage !== 'checked' && (await jobState(call, seen.job_id)) === 'running') return done;
  const row = await lockImport(call, importId);
  if (!row || row.stage !== seen.stage) return no('importClosed');
  const entering = row.stage === 'committing';
  await updateImport(call, importId, { stage: entering ? 'checked' : 'cancelled' });
  if (!entering) await deleteFile(call, row.stored_name);
  return done;
}
