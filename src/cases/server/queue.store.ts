import { sql, type SelectQueryBuilder } from 'kysely';
import type { DB } from '#db/types.ts';
import type { Call } from '#platform/server/call.ts';
import { casesVisibleTo, type CaseRow } from './case.store.ts';

/** Which programme stages are a role's turn, as pairs the database can compare. */
export type Turns = { code: string; version: number; stage: string }[];

export type QueueAsk = { ended: boolean; turns?: { of: Turns; objected: boolean; not?: boolean }; programme?: string | undefined; organisationId?: string | undefined; stage?: string | undefined };

const never = 'infinity';
const atTurn = (turns: Turns) => turns.length === 0 ? sql<boolean>`false` :
  sql<boolean>`("case".programme_code, "case".programme_version, "case".stage) in (${sql.join(turns.map(({ code, version, stage }) => sql`(${code}, ${version}::int, ${stage})`))})`;

/** An objection to the case waits for its answer. */
const objected = sql<boolean>`exists (select 1 from objection o where o.region_id = "case".region_id and o.case_id = "case".id and o.answered_at is null)`;

const isTurn = ({ of, objected: counts }: { of: Turns; objected: boolean }) => (counts ? sql<boolean>`(${atTurn(of)} or ${objected})` : atTurn(of));

function asked(call: Call, { ended, turns, programme, organisationId, stage }: QueueAsk): SelectQueryBuilder<DB, 'case', object> {
  let query = casesVisibleTo(call).where('case.ended_at', ended ? 'is not' : 'is', null);
  if (turns) query = query.where(turns.not ? sql<boolean>`not ${isTurn(turns)}` : isTurn(turns));
  if (programme) query = query.where('case.programme_code', '=', programme);
  if (organisationId) query = query.where('case.organisation_id', '=', organisationId);
  return stage ? query.where('case.stage', '=', stage) : query;
}

export type QueuedCase = CaseRow & { objected: boolean };

/** A page of the queue, soonest deadline first, cases without one last; keyset on deadline and id. */
export function queuePage(call: Call, ask: QueueAsk, { after, limit }: { after: { due: string; id: string } | undefined; limit: number }): Promise<QueuedCase[]> {
  const due = sql<Date>`coalesce("case".due_at, 'infinity'::timestamptz)`;
  let query = asked(call, ask).selectAll('case').select(objected.as('objected')).orderBy(due).orderBy('case.id').limit(limit);
  if (after) query = query.where(sql<boolean>`(${due}, "case".id) > (${after.due}::timestamptz, ${after.id})`);
  return query.execute();
}

/** Where the next page starts. */
export const keyOf = ({ due_at, id }: QueuedCase): string => `${due_at?.toISOString() ?? never}~${id}`;

/** How many cases of an ask there are, how many past their deadline, how many that end before an instant. */
export async function queueCounts(call: Call, ask: QueueAsk, endOfToday: Date): Promise<{ n: number; past: number; today: number }> {
  const now = call.clock.now();
  return asked(call, ask).select((eb) => [
    eb.fn.countAll<number>().as('n'),
    eb.fn.countAll<number>().filterWhere('case.due_at', '<=', now).as('past'),
    eb.fn.countAll<number>().filterWhere((and) => and.and([and('case.due_at', '>', now), and('case.due_at', '<=', endOfToday)])).as('today'),
  ]).executeTakeFirstOrThrow();
}

/** Own cases of a talent, newest first. */
export const ownCases = (call: Call): Promise<QueuedCase[]> =>
  casesVisibleTo(call).selectAll('case').select(objected.as('objected')).orderBy('case.opened_at', 'desc').orderBy('case.id', 'desc').limit(100).execute();

/** Cases whose deadline is over and whose clock action was not taken yet, by id after another; held so that two clocks share them out. */
export const casesDue = ({ tx, regionId, clock }: Call, after: string, limit: number): Promise<{ id: string; step_count: number }[]> =>
  tx.selectFrom('case').select(['id', 'step_count']).where('region_id', '=', regionId).where('ended_at', 'is', null).where('clock_taken', '=', false)
    .where('due_at', '<=', clock.now()).where('id', '>', after).orderBy('id').limit(limit).forUpdate().skipLocked().execute();
