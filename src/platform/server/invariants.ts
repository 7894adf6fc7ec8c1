import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';

/** Something that can never be true, and the query that looks for it. */
export type Invariant = { name: string; sentence: string; query: string };

/** A broken invariant with the rows that break it (at most twenty). */
export type Broken = { name: string; sentence: string; rows: Record<string, unknown>[] };

const file = path.join(import.meta.dirname, '../../../db/invariants.sql');
const heading = /^-- (\w+): (.+)$/;

/** The invariants of a text: each begins with “-- name: sentence”. */
export function readInvariants(text = fs.readFileSync(file, 'utf8')): Invariant[] {
  return text.split(/\n(?=-- \w+: )/).flatMap((part) => {
    const [first = '', ...rest] = part.split('\n');
    const [, name, sentence] = heading.exec(first) ?? [];
    return name && sentence ? [{ name, sentence, query: rest.join('\n').trim().replace(/;$/, '') }] : [];
  });
}

/** Looks for everything that can never be true in a database; an empty list is right. */
export async function brokenInvariants(pool: pg.Pool, invariants = readInvariants()): Promise<Broken[]> {
  const broken: Broken[] = [];
  for (const { name, sentence, query } of invariants) {
    const { rows } = await pool.query<Record<string, unknown>>(`select * from (${query}) as found limit 20`);
    if (rows.length > 0) broken.push({ name, sentence, rows });
  }
  return broken;
}
