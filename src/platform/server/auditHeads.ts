import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const Head = z.object({ region: z.string(), position: z.int(), leafCount: z.int(), rootHash: z.string(), sealedAt: z.string(), signature: z.string() });

/** A signed head of the audit trail as it is kept outside the database. */
export type OutsideHead = z.infer<typeof Head>;

/** Where heads are kept outside the database, so that whoever owns the database alone cannot rewrite the past. */
export type HeadFile = {
  append(head: OutsideHead): void;
  read(regionId: string): OutsideHead[];
  /** The position of the last head kept of a region; 0 when there is none. */
  last(regionId: string): number;
};

/** Heads as lines of one file per region below a folder, best on another machine. */
export function headFile(folder: string): HeadFile {
  const lasts = new Map<string, number>();
  const fileOf = (regionId: string) => path.join(folder, `${regionId}.jsonl`);
  const read = (regionId: string) =>
    fs.existsSync(fileOf(regionId)) ? fs.readFileSync(fileOf(regionId), 'utf8').split('\n').filter(Boolean).map((line) => Head.parse(JSON.parse(line))) : [];
  return {
    read,
    append: (head) => {
      fs.mkdirSync(folder, { recursive: true });
      fs.appendFileSync(fileOf(head.region), `${JSON.stringify(head)}\n`);
      lasts.set(head.region, head.position);
    },
    last: (regionId) => lasts.get(regionId) ?? read(regionId).at(-1)?.position ?? 0,
  };
}

/** Heads that end with the program: for tests. */
export function headsInMemory(): HeadFile {
  const kept: OutsideHead[] = [];
  const read = (regionId: string) => kept.filter(({ region }) => region === regionId);
  return { read, append: (head) => void kept.push(head), last: (regionId) => read(regionId).at(-1)?.position ?? 0 };
}
