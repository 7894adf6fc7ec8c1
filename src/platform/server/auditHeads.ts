import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const Head = z.object({ region: z.string(), position: z.int(), leafCount: z.int(), rootHash: z.string(), sealedAt: z.string(), signature: z.string() });

/** A signed head of the audit trail as it is kept outside the database. */
export type OutsideHead = z.infer<typeof Head>;

/** Where heads are kept outside the database, so that whoever owns the database alone cannot rewrite the past. */
export type HeadFile = { append(head: OutsideHead): void; read(regionId: string): OutsideHead[] };

/** Heads as lines of one file per region below a folder. */
export function headFile(folder: string): HeadFile {
  const fileOf = (regionId: string) => path.join(folder, `${regionId}.jsonl`);
  return {
    append: (head) => {
      fs.mkdirSync(folder, { recursive: true });
      fs.appendFileSync(fileOf(head.region), `${JSON.stringify(head)}\n`);
    },
    read: (regionId) => (fs.existsSync(fileOf(regionId)) ? fs.readFileSync(fileOf(regionId), 'utf8').split('\n').filter(Boolean).map((line) => Head.parse(JSON.parse(line))) : []),
  };
}

/** The folder that XINGLIN_AUDIT_HEADS names (best on another machine), or one below the home of this checkout. */
export const keptHeads = (): HeadFile =>
  headFile(process.env.XINGLIN_AUDIT_HEADS ?? path.join(process.env.XINGLIN_HOME ?? path.join(import.meta.dirname, '../../../.xinglin'), 'audit-heads'));
