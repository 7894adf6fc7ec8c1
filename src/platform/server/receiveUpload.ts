import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { no, yes, type Answer } from '../domain/answer.ts';
import type { Upload } from './serve.ts';

/** An uploaded file with the text fields beside it; `discard` removes it when the request ends. */
export type Received = { upload: Upload & { hash: string }; fields: Record<string, string>; discard(): Promise<void> };

/** Streams the one file of a request to a random path; a file over the limit is refused, never kept. */
export async function receiveUpload(request: FastifyRequest): Promise<Answer<Received>> {
  if (!request.isMultipart()) return no('fileNeeded');
  const part = await request.file();
  if (!part) return no('fileNeeded');
  const file = path.join(os.tmpdir(), `xinglin-${randomUUID()}`);
  const discard = () => rm(file, { force: true });
  const hash = createHash('sha256');
  let bytes = 0;
  const count = new Transform({ transform(chunk: Buffer, _encoding, done) { bytes += chunk.length; hash.update(chunk); done(null, chunk); } });
  await pipeline(part.file, count, createWriteStream(file));
  if (part.file.truncated) {
    await discard();
    return no('fileSize', { params: { limit: 60 } });
  }
  return yes({ upload: { shownName: part.filename, path: file, bytes, hash: hash.digest('base64url') }, fields: fieldsOf(part.fields), discard });
}

function fieldsOf(fields: Record<string, unknown>): Record<string, string> {
  const texts = Object.entries(fields).filter((entry): entry is [string, { value: string }] => typeof (entry[1] as { value?: unknown } | undefined)?.value === 'string');
  return Object.fromEntries(texts.map(([name, { value }]) => [name, value]));
}
