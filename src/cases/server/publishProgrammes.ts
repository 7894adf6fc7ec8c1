import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { addVersion, publishedChecksum } from './programme.store.ts';
import { readProgrammes } from './programmeFiles.ts';

/** Publishes every programme of the region's files that is not yet; a published version never changes, and a faulty definition is refused. */
export async function publishProgrammes(call: Call, _: object = {}): Promise<Answer<{ published: string[] }>> {
  const published: string[] = [];
  for (const { programme, problems, checksum, file } of readProgrammes(call.region)) {
    if (!programme || problems.length > 0) return no('definitionFaulty', { params: { file: file.split('/').slice(-2).join('/'), problem: problems[0] ?? '' } });
    const before = await publishedChecksum(call, programme.code, programme.version);
    if (before === checksum) continue;
    if (before) return no('programmeChanged', { params: { programme: programme.title, version: programme.version } });
    await addVersion(call, programme, checksum);
    await audit(call, { act: 'programme.publish', subject: `${programme.code}@${programme.version}` });
    published.push(`${programme.code}@${programme.version}`);
  }
  return yes({ published });
}
