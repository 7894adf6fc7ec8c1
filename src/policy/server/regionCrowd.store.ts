import { sql } from 'kysely';
import type { Call } from '#platform/server/call.ts';

/** Which database a call stands in: what is remembered from one is never told of another. */
export async function databaseOf({ tx }: Pick<Call, 'tx'>): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() || ' ' || pg_postmaster_start_time() as name`.execute(tx);
  return rows[0]?.name ?? '';
}
