import { createHash } from 'node:crypto';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { enqueue } from '#platform/server/jobs.ts';
import { openRosterFile } from './fileKind.ts';
import { keepFile } from './rosterFile.ts';
import { insertImport } from './rosterImport.store.ts';
import { rosterTemplate } from './rosterTemplate.ts';

const longestShownName = 200;

/** Takes a roster file of the actor's institution and queues its dry run; a file that cannot be read is refused at once with what it is. */
export async function uploadRoster(call: Call, { shownName, content }: { shownName: string; content: Buffer }): Promise<Answer<{ importId: string }>> {
  if (call.actor.organisationId === '') return no('notYourRole');
  const opened = openRosterFile(content);
  if (!opened.ok) return opened;
  const importId = call.newId('imp');
  const { id, version } = rosterTemplate(call.region);
  const jobId = await enqueue(call, 'exchange.checkRoster', { importId });
  await insertImport(call.tx, {
    region_id: call.regionId, id: importId, organisation_id: call.actor.organisationId, template_id: id, template_version: version,
    shown_name: shownOf(shownName), stored_name: await keepFile(call, content), file_bytes: content.length,
    file_hash: createHash('sha256').update(content).digest('base64url'), stage: 'checking', job_id: jobId, asked_by: call.actor.accountId, asked_at: call.clock.now(),
  });
  await audit(call, { act: 'import.upload', subject: importId, detail: { bytes: content.length, kind: opened.value.kind } });
  return yes({ importId });
}

// Names are shown as they came, but what a screen or a database cannot take is left out.
const shownOf = (name: string): string => Array.from(name.toWellFormed().replace(/\p{Cc}|\p{Cf}/gu, '')).slice(0, longestShownName).join('');
