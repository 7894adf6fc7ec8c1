import { sql, type Expression, type ExpressionBuilder, type Selectable, type SqlBool } from 'kysely';
import type { Case, DB } from '#db/types.ts';
import type { Actor, Role } from '#platform/domain/actor.ts';
import type { Call } from '#platform/server/call.ts';
import type { Outcome, Programme } from '../domain/programme.ts';
import type { Step } from '../domain/flow.ts';
import { programmeAt } from './programme.store.ts';

type Scope = (eb: ExpressionBuilder<DB, 'case'>, actor: Actor) => Expression<SqlBool>;
const nothing: Scope = (eb) => eb.lit(false);
const all: Scope = (eb) => eb.lit(true);
const ownSubtree: Scope = (eb, { organisationPath, organisationId }) =>
  organisationPath === '' ? eb.lit(false) : eb.or([
    eb('case.organisation_path', '=', organisationPath), eb('case.organisation_path', 'like', `${organisationPath}.%`),
    // a lead hospital also acts for the institutions of its consortium
    eb('case.organisation_id', 'in', eb.selectFrom('organisation as o').select('o.id').whereRef('o.region_id', '=', 'case.region_id').where('o.led_by', '=', organisationId)),
  ]);

/** Which cases each role may see. A new role cannot compile until it has a line here. Reviewers read their panel's own blinded copy. */
const scope: Record<Role, Scope> = {
  visitor: nothing,
  talent: (eb, { personId }) => (personId === '' ? eb.lit(false) : eb('case.person_id', '=', personId)),
  employer: ownSubtree,
  bureau: all,
  reviewer: nothing,
  leader: nothing,
  specialist: nothing,
  systemAdmin: nothing,
  securityAdmin: nothing,
  auditor: nothing,
  clock: all,
};

/** Every read starts here: a case an actor may not see does not exist for them. */
export const casesVisibleTo = ({ tx, regionId, actor }: Call) =>
  tx.selectFrom('case').where('case.region_id', '=', regionId).where((eb) => scope[actor.role](eb, actor));

export type CaseRow = Selectable<Case>;
export type FoundCase = CaseRow & { programme: Programme };

/** A case the actor may see, with the programme version it is pinned to; `lock` holds it until the transaction ends. */
export async function findCase(call: Call, caseId: string, { lock = false } = {}): Promise<FoundCase | undefined> {
  const query = casesVisibleTo(call).selectAll('case').where('case.id', '=', caseId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && { ...row, programme: await programmeAt(call, row.programme_code, row.programme_version) };
}

/** A case for what everybody may do to it (object to its notice), whoever asks. */
export async function caseUnscoped(call: Call, caseId: string, { lock = false } = {}): Promise<FoundCase | undefined> {
  const query = call.tx.selectFrom('case').selectAll().where('region_id', '=', call.regionId).where('id', '=', caseId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && { ...row, programme: await programmeAt(call, row.programme_code, row.programme_version) };
}

type Move = { outcome: Outcome | null; dueAt: Date | null; reason: string | undefined; detail: object };

/** Appends to the history and moves the stage with it; the history is the truth, the stage its shadow. */
export async function recordStep({ tx, regionId, actor, clock }: Call, found: FoundCase, step: Step, move: Move): Promise<FoundCase> {
  const position = found.step_count + 1;
  const at = clock.now();
  await tx.insertInto('case_step').values({
    region_id: regionId, case_id: found.id, position, action: step.action, from_stage: step.from, to_stage: step.to, programme_version: found.programme_version,
    role: step.by, account_id: actor.accountId, reason: move.reason ?? null, detail: JSON.stringify(move.detail), taken_at: at,
  }).execute();
  const stays = step.to === step.from; // a stage that is not left keeps its clock
  const changed = {
    stage: step.to, step_count: position, clock_taken: stays && (found.clock_taken || step.by === 'clock'),
    ...(stays ? {} : { stage_since: at, due_at: move.dueAt }), ...(move.outcome ? { outcome: move.outcome, ended_at: at } : {}),
  };
  await tx.updateTable('case').set(changed).where('region_id', '=', regionId).where('id', '=', found.id).execute();
  return { ...found, ...changed };
}

/** Changes of a case that are no step: draft answers, frozen copy, assessment, category, amount. */
export const changeCase = ({ tx, regionId }: Call, caseId: string, changed: Partial<Pick<CaseRow, 'category' | 'team_name' | 'granted_fen' | 'saved_count' | 'programme_version'>> & { answers?: string; frozen?: string; assessment?: string }) =>
  tx.updateTable('case').set(changed).where('region_id', '=', regionId).where('id', '=', caseId).execute();

export type NewCase = {
  id: string; number: string; programme: Programme; roundId: string | null; personId: string; organisationId: string; organisationPath: string; category: string; dueAt: Date | null;
  policyVersion: string | null;
};

/** Enters a new case at its start. */
export async function addCase({ tx, regionId, clock }: Call, { programme, ...fresh }: NewCase): Promise<void> {
  await tx.insertInto('case').values({
    region_id: regionId, id: fresh.id, number: fresh.number, programme_code: programme.code, programme_version: programme.version, round_id: fresh.roundId, person_id: fresh.personId,
    organisation_id: fresh.organisationId, organisation_path: fresh.organisationPath, category: fresh.category, policy_version: fresh.policyVersion, stage: programme.start, stage_since: clock.now(), due_at: fresh.dueAt,
    opened_at: clock.now(), opened_year: yearOf(clock.today()),
  }).execute();
}

export const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The next number of a prefix and year, as in RD-2026-0141; the counter row makes openers wait for one another. */
export async function nextNumber({ tx, regionId, clock }: Call, prefix: string): Promise<string> {
  const year = yearOf(clock.today());
  const { last } = await tx.insertInto('case_counter').values({ region_id: regionId, prefix, year, last: 1 })
    .onConflict((oc) => oc.columns(['region_id', 'prefix', 'year']).doUpdateSet((eb) => ({ last: eb('case_counter.last', '+', 1) })))
    .returning('last').executeTakeFirstOrThrow();
  return `${prefix}-${year}-${String(last).padStart(4, '0')}`;
}

/** Submitted cases of a person under a programme in a year, withdrawn ones included (bad-inputs row 29). */
export async function countSubmitted({ tx, regionId }: Call, { personId, programme, year, except }: { personId: string; programme: string; year: number; except: string }): Promise<number> {
  const { n } = await tx.selectFrom('case').select((eb) => eb.fn.countAll<number>().as('n'))
    .where('region_id', '=', regionId).where('person_id', '=', personId).where('programme_code', '=', programme).where('opened_year', '=', year)
    .where('id', '<>', except).where('frozen', 'is not', null).executeTakeFirstOrThrow();
  return n;
}

/** An open case of a person under a programme and round. */
export async function openCaseOf({ tx, regionId }: Call, personId: string, programme: string, roundId: string | null): Promise<string | undefined> {
  const row = await tx.selectFrom('case').select('id').where('region_id', '=', regionId).where('person_id', '=', personId).where('programme_code', '=', programme)
    .where('round_id', roundId === null ? 'is' : '=', roundId).where('ended_at', 'is', null).executeTakeFirst();
  return row?.id;
}

/** What a person was granted before under programmes of one support group, in fen: decided cases that were not refused, withdrawn or revoked. */
export async function grantedBefore({ tx, regionId }: Call, personId: string, programmes: string[], except: string): Promise<number> {
  const { fen } = await tx.selectFrom('case').select((eb) => eb.fn.coalesce(eb.fn.sum<number>('granted_fen'), eb.lit(0)).as('fen'))
    .where('region_id', '=', regionId).where('person_id', '=', personId).where('programme_code', 'in', programmes).where('id', '<>', except)
    .where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '=', 'granted')])).executeTakeFirstOrThrow();
  return Number(fen);
}

/** Open cases of many people under a programme, by person. */
export async function openCasesOfPeople({ tx, regionId }: Call, personIds: string[], programme: string): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.selectFrom('case').select(['person_id', 'id']).where('region_id', '=', regionId).where('person_id', 'in', personIds)
    .where('programme_code', '=', programme).where('ended_at', 'is', null).execute();
  return new Map(rows.map(({ person_id, id }) => [person_id, id]));
}

/** Makes two drafts of one person, submitted at the same moment, be counted one after the other. */
export const lockSubmitter = ({ tx }: Call, { region_id, programme_code, person_id }: CaseRow) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${region_id}/${programme_code}/${person_id}`}, 6))`.execute(tx);
