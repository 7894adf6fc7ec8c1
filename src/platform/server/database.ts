import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from '#db/types.ts';

export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;

// Days stay 'YYYY-MM-DD' (a Date would shift them by the zone); counts and fen are safe integers.
const dayType = 1082;
const bigintType = 20;
const numericType = 1700;
pg.types.setTypeParser(dayType, (text) => text);
pg.types.setTypeParser(bigintType, (text) => safeInteger(text));
pg.types.setTypeParser(numericType, (text) => Number(text));

function safeInteger(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new Error(`integer out of range: ${text}`);
}

/** A pool of connections to a database, with its plain pg pool for COPY and LISTEN. */
export type Connection = { db: Db; pool: pg.Pool; close(): Promise<void> };

/** Opens a pool; nothing is sent until the first query. */
export function connect(url: string, size = 10): Connection {
  const pool = new pg.Pool({ connectionString: url, max: size });
  pool.on('error', () => {}); // an idle connection that broke is replaced at its next use; the use itself reports
  pool.on('connect', (client) => client.on('error', () => {})); // one that breaks in use fails its query; unheard, its event would end the process
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}

/** Names the region of a transaction, so that the database itself can refuse rows of another one. */
export const enterRegion = (tx: Tx, regionId: string) => sql`select set_config('xinglin.region', ${regionId}, true)`.execute(tx);
