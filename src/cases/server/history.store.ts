import { sql } from 'kysely';
import type { Call } from '#platform/server/call.ts';

/** Steps of a case in order, with the name of who took each. */
export const stepsOf = ({ tx, regionId }: Call, caseId: string) =>
  tx.selectFrom('case_step as s').leftJoin('account as a', (join) => join.onRef('a.region_id', '=', 's.region_id').onRef('a.id', '=', 's.account_id'))
    .select(['s.position', 's.action', 's.from_stage', 's.to_stage', 's.role', 's.reason', 's.taken_at', 's.programme_version', 'a.display_name'])
    .where('s.region_id', '=', regionId).where('s.case_id', '=', caseId).orderBy('s.position').execute();

/** Who changed a case last, by its audit trail: saves of the draft count as well as steps. */
export async function lastChange({ tx, regionId }: Call, caseId: string): Promise<{ name: string; at: Date } | undefined> {
  const row = await tx.selectFrom('audit_entry as e').leftJoin('account as a', (join) => join.onRef('a.region_id', '=', 'e.region_id').onRef('a.id', '=', 'e.account_id'))
    .select(['a.display_name', 'e.happened_at']).where('e.region_id', '=', regionId).where('e.subject', '=', caseId).orderBy('e.id', 'desc').executeTakeFirst();
  return row && { name: row.display_name ?? '', at: row.happened_at };
}

/**
 * Working days that nine of ten stays in a stage took during the last year, counted in calendar days by the database
 * and scaled to five of seven: good enough for “usually”, never used for a deadline.
 */
export async function usualDays({ tx, regionId, clock }: Call, programme: string, stage: string): Promise<number | null> {
  const { rows } = await sql<{ days: number | null; n: number }>`
    select percentile_disc(0.9) within group (order by extract(epoch from s.taken_at - p.taken_at) / 86400 * 5 / 7) as days, count(*)::int as n
    from case_step s
    join case_step p on p.region_id = s.region_id and p.case_id = s.case_id and p.position = s.position - 1
    join "case" c on c.region_id = s.region_id and c.id = s.case_id
    where s.region_id = ${regionId} and c.programme_code = ${programme} and s.from_stage = ${stage} and s.to_stage <> s.from_stage
      and s.taken_at > ${clock.now()}::timestamptz - interval '1 year'`.execute(tx);
  const [found] = rows;
  return found && found.n >= 5 && found.days !== null ? Math.max(1, Math.ceil(Number(found.days))) : null;
}
