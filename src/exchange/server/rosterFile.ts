import { randomUUID } from 'node:crypto';
import type { Call } from '#platform/server/call.ts';
import { findFile, insertFile } from './rosterImport.store.ts';

/** Seals a file under a random name; the name its sender gave is never part of any path. */
export async function keepFile(call: Call, content: Buffer): Promise<string> {
  const storedName = randomUUID();
  await insertFile(call, storedName, call.crypto.seal(content.toString('latin1')));
  return storedName;
}

/** The bytes of a kept file; undefined once nothing in it was left to do. */
export async function openFile(call: Call, storedName: string): Promise<Buffer | undefined> {
  const sealed = await findFile(call, storedName);
  return sealed === undefined ? undefined : Buffer.from(call.crypto.open(sealed), 'latin1');
}
