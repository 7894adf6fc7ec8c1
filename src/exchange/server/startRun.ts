import { done, no, type Answer, type Done } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { enqueue } from '#platform/server/jobs.ts';
import type { ImportMode } from '../domain/contract.ts';
import { findFile, findImport, lockImport, updateImport } from './rosterImport.store.ts';

/** Checks a file again, with the decisions taken since. */
export const checkImport = (call: Call, { importId }: { importId: string }): Promise<Answer<Done>> => startRun(call, importId);

/** Enters the rows; asking again while it runs or after it went in changes nothing. */
export const commitImport = (call: Call, { importId, mode }: { importId: string; mode: ImportMode }): Promise<Answer<Done>> => startRun(call, importId, mode);

async function startRun(call: Call, importId: string, mode?: ImportMode): Promise<Answer<Done>> {
  const row = await findImport(call, importId);
  if (!row) return no('notFound');
  if (mode && (row.stage === 'committing' || row.stage === 'committed')) return done;
  if (row.stage !== 'checked' || (await lockImport(call, importId))?.stage !== 'checked' || (await findFile(call, row.stored_name)) === undefined) return no('importClosed');
  const jobId = await enqueue(call, mode ? 'exchange.commitRoster' : 'exchange.checkRoster', { importId, ...(mode ? { mode } : {}) });
  await updateImport(call, importId, { stage: mode ? 'committing' : 'checking', mode: mode ?? null, job_id: jobId, failure: null });
  await audit(call, { act: mode ? 'import.askCommit' : 'import.askCheck', subject: importId, detail: { mode: mode ?? 'dry' } });
  return done;
}
