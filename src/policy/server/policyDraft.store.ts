import type { Selectable } from 'kysely';
import type { PolicyDraft } from '#db/types.ts';
import type { Call } from '#platform/server/call.ts';
import type { DraftHands, DraftState } from '../domain/draftRules.ts';
import type { DraftReport } from '../domain/changeShape.ts';

export type DraftRecord = Omit<Selectable<PolicyDraft>, 'state'> & { state: DraftState };
type Step = 'start' | 'submit' | 'reject' | 'publish' | 'drop';

/** A draft of the region for its officers; to everybody else there is none. `lock` holds it until the transaction ends. */
export async function findDraft({ tx, regionId, actor }: Call, draftId: string, { lock = false } = {}): Promise<DraftRecord | undefined> {
  if (actor.role !== 'bureau') return undefined;
  const query = tx.selectFrom('policy_draft').selectAll().where('region_id', '=', regionId).where('id', '=', draftId);
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) as DraftRecord | undefined;
}

/** Drafts that are not over, and the newest of those that are, the last saved first. */
export async function draftsOf({ tx, regionId, actor }: Call): Promise<DraftRecord[]> {
  if (actor.role !== 'bureau') return [];
  return (await tx.selectFrom('policy_draft').selectAll().where('region_id', '=', regionId).orderBy('saved_at', 'desc').limit(100).execute()) as DraftRecord[];
}

/** Whether a draft of this very version is under way. */
export const isUnderWay = async ({ tx, regionId }: Call, code: string, version: string): Promise<boolean> =>
  (await tx.selectFrom('policy_draft').select('id').where('region_id', '=', regionId).where('code', '=', code).where('version', '=', version)
    .where('state', 'in', ['drafting', 'submitted']).executeTakeFirst()) !== undefined;

/** Enters a draft. */
export async function addDraft({ tx, regionId, actor, clock }: Call, draft: { id: string; code: string; version: string; baseVersion: string | null; source: string }): Promise<void> {
  await tx.insertInto('policy_draft').values({
    region_id: regionId, id: draft.id, code: draft.code, version: draft.version, base_version: draft.baseVersion, source: draft.source, state: 'drafting',
    started_by: actor.accountId, writers: [actor.accountId], started_at: clock.now(), saved_by: actor.accountId, saved_at: clock.now(),
  }).execute();
}

type Changed = { state?: DraftState; submitted_by?: string | null; report?: DraftReport | null };

/** Changes where a draft stands. */
export const changeDraft = ({ tx, regionId }: Call, draftId: string, { report, ...changed }: Changed) =>
  tx.updateTable('policy_draft').set({ ...changed, ...(report === undefined ? {} : { report: report && JSON.stringify(report) }) }).where('region_id', '=', regionId).where('id', '=', draftId).execute();

/** Keeps a text; whoever saves is a writer from then on. */
export const saveText = ({ tx, regionId, actor, clock }: Call, draft: DraftRecord, source: string) =>
  tx.updateTable('policy_draft').set({
    source, saved_count: draft.saved_count + 1, saved_by: actor.accountId, saved_at: clock.now(), writers: [...new Set([...draft.writers, actor.accountId])],
  }).where('region_id', '=', regionId).where('id', '=', draft.id).execute();

/** Appends to the history of a draft. */
export async function addDraftStep({ tx, regionId, actor, clock }: Call, draftId: string, act: Step, { saved, reason = null }: { saved: number; reason?: string | null }): Promise<void> {
  const { last } = await tx.selectFrom('policy_draft_step').select((eb) => eb.fn.max('position').as('last')).where('region_id', '=', regionId).where('draft_id', '=', draftId).executeTakeFirstOrThrow();
  await tx.insertInto('policy_draft_step').values({
    region_id: regionId, draft_id: draftId, position: (last ?? 0) + 1, act, account_id: actor.accountId, reason, saved_count: saved, taken_at: clock.now(),
  }).execute();
}

/** What was done with a draft, by whom, in order. */
export const stepsOfDraft = ({ tx, regionId }: Call, draftId: string) =>
  tx.selectFrom('policy_draft_step as s').leftJoin('account as a', (join) => join.onRef('a.region_id', '=', 's.region_id').onRef('a.id', '=', 's.account_id'))
    .select(['s.act', 's.reason', 's.taken_at', 'a.display_name']).where('s.region_id', '=', regionId).where('s.draft_id', '=', draftId).orderBy('s.position').execute();

export type Officer = { name: string; personId: string };

/** Names and persons behind accounts. */
export async function officersOf({ tx, regionId }: Call, accountIds: readonly string[]): Promise<Map<string, Officer>> {
  if (accountIds.length === 0) return new Map();
  const rows = await tx.selectFrom('account').select(['id', 'display_name', 'person_id']).where('region_id', '=', regionId).where('id', 'in', [...accountIds]).execute();
  return new Map(rows.map(({ id, display_name, person_id }) => [id, { name: display_name, personId: person_id }]));
}

/** Accounts that wrote or submitted a draft. */
export const accountsOf = ({ writers, submitted_by }: DraftRecord): string[] => [...new Set([...writers, ...(submitted_by ? [submitted_by] : [])])];

/** Everybody who wrote or submitted a draft, with the persons behind their accounts. */
export const handsOf = (draft: DraftRecord, officers: ReadonlyMap<string, Officer>): DraftHands =>
  ({ state: draft.state, accounts: accountsOf(draft), persons: accountsOf(draft).map((id) => officers.get(id)?.personId ?? '').filter((id) => id !== '') });
