import { sql } from 'kysely';
import { yes } from '../domain/answer.ts';
import type { Call } from './call.ts';

// The size is told in steps, so that it cannot be read how long a text is that somebody has just written.
const sizeStep = 100_000_000;

/** Schema, regions, queue and database as the system administrator sees them. */
export async function showHealth({ tx, regionId, clock }: Call) {
  const schema = await sql<{ name: string; checksum: string; runAt: Date }>`select name, checksum, run_at as "runAt" from schema_migration order by name`.execute(tx);
  const regions = await tx.selectFrom('region').select(['id', 'name', 'opened_at as openedAt']).orderBy('id').execute();
  const jobs = await tx.selectFrom('job').select(({ fn }) => ['state', fn.countAll<number>().as('count')]).where('region_id', '=', regionId).groupBy('state').execute();
  const database = await sql<{ version: string; bytes: number; connections: number }>`select current_setting('server_version') as version,
    ceil(pg_database_size(current_database()) / ${sizeStep}::numeric) * ${sizeStep} as bytes, (select count(*) from pg_stat_activity where datname = current_database()) as connections`.execute(tx);
  const unsealed = await tx.selectFrom('audit_entry').select(({ fn }) => fn.countAll<number>().as('count')).where('region_id', '=', regionId)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('audit_leaf').select('position').whereRef('audit_leaf.region_id', '=', 'audit_entry.region_id').whereRef('audit_leaf.entry_id', '=', 'audit_entry.id'))))
    .executeTakeFirstOrThrow();
  return yes({
    schema: schema.rows, regions, jobs: Object.fromEntries(jobs.map(({ state, count }) => [state, count])),
    database: database.rows[0] ?? { version: '', bytes: 0, connections: 0 }, unsealedEntries: unsealed.count, now: clock.now(),
  });
}
