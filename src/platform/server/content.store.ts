import { createHash } from 'node:crypto';
import type { Call } from './call.ts';
import type { FileForm } from './fileContent.ts';

/** A file that is kept: what it is and its bytes, opened. */
export type KeptContent = { form: FileForm; bytes: Buffer };

/** The SHA-256 of a file in hexadecimal. */
export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Keeps a file sealed, once however often it is handed in, and gives the name it is kept under. */
export async function keepContent({ tx, regionId, crypto, actor, clock }: Call, { form, bytes }: KeptContent): Promise<string> {
  const checksum = crypto.blindIndex(sha256Of(bytes));
  await tx.insertInto('content').values({
    region_id: regionId, checksum, form, bytes: bytes.length, sealed: crypto.sealBytes(bytes), kept_by: actor.accountId, kept_at: clock.now(),
  }).onConflict((conflict) => conflict.columns(['region_id', 'checksum']).doNothing()).execute();
  return checksum;
}

/** A kept file; whoever asks has decided that the actor may have it. */
export async function readContent({ tx, regionId, crypto }: Call, checksum: string): Promise<KeptContent | undefined> {
  const row = await tx.selectFrom('content').select(['form', 'sealed']).where('region_id', '=', regionId).where('checksum', '=', checksum).executeTakeFirst();
  return row && { form: row.form as FileForm, bytes: crypto.openBytes(row.sealed) };
}

/** What a kept file is. */
export async function formOf({ tx, regionId }: Call, checksum: string): Promise<FileForm> {
  const row = await tx.selectFrom('content').select('form').where('region_id', '=', regionId).where('checksum', '=', checksum).executeTakeFirstOrThrow();
  return row.form as FileForm;
}
