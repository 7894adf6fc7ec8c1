import fs from 'node:fs';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import type { App } from '#platform/server/call.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import { sayIn } from '#platform/domain/words.ts';
import { aesCrypto } from '#platform/server/crypto.ts';
import { headFile } from '#platform/server/auditHeads.ts';
import { connect, type Connection } from '#platform/server/database.ts';
import { machineBytes, type IdSource } from '#platform/server/id.ts';
import { migrate } from '#platform/server/migrate.ts';
import { readRegions } from '#platform/server/regionFiles.ts';
import { wordsZh } from './words.ts';

/** Where the embedded database, keys and sealed audit heads of this checkout live. */
export const homeFolder = process.env.XINGLIN_HOME ?? path.join(import.meta.dirname, '../.xinglin');

/** Builds the application on a database: migrated, with every region's row. */
export async function openApplication(url: string, { clock = systemClock, bytes = machineBytes, regionRoots }: { clock?: Clock; bytes?: IdSource; regionRoots?: string[] } = {}): Promise<App> {
  const connection = connect(url, Number(process.env.XINGLIN_POOL ?? 20));
  await migrate(connection.pool);
  const regions = readRegions(regionRoots);
  for (const { id, name } of regions.values())
    await connection.db.insertInto('region').values({ id, name, opened_at: clock.now() }).onConflict((conflict) => conflict.doNothing()).execute();
  const production = process.env.NODE_ENV === 'production';
  const heads = headFile(await headFolder(connection));
  return { ...connection, clock, bytes, regions, production, heads, crypto: aesCrypto(dataKey(production)), say: (key, params) => sayIn(wordsZh, key, params) };
}

/** Heads of one database never mix with another's: the folder carries its name and the instant it was first opened. */
async function headFolder({ db }: Connection): Promise<string> {
  const { first } = await db.selectFrom('region').select(({ fn }) => fn.min('opened_at').as('first')).executeTakeFirstOrThrow();
  return path.join(process.env.XINGLIN_AUDIT_HEADS ?? path.join(homeFolder, 'audit-heads'), `since-${Number(first)}`);
}

/** The key for ID numbers and phones: from XINGLIN_DATA_KEY, or made once and kept beside the embedded database. */
function dataKey(production: boolean): string {
  if (process.env.XINGLIN_DATA_KEY) return process.env.XINGLIN_DATA_KEY;
  if (production) throw new Error('XINGLIN_DATA_KEY is missing: 32 bytes in hexadecimal');
  const file = path.join(homeFolder, 'data-key');
  if (!fs.existsSync(file)) {
    fs.mkdirSync(homeFolder, { recursive: true });
    fs.writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  return fs.readFileSync(file, 'utf8');
}
