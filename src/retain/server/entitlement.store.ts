import { sql, type RawBuilder, type Selectable, type SqlBool } from 'kysely';
import type { Entitlement } from '#db/types.ts';
import type { Call } from '#platform/server/call.ts';
import type { Kept } from '../domain/reconcile.ts';

export type EntitlementRow = Selectable<Entitlement>;
/** The facts an entitlement rests on, as they stood when it was judged. */
export type Basis = Record<string, { value: unknown; source: string; evidence: string; from: string }>;
export type NewEntitlement = Pick<EntitlementRow, 'id' | 'person_id' | 'policy' | 'version' | 'result' | 'judged_on' | 'since' | 'unverified'> & { basis: Basis };

/** Entitlements of people that are not overtaken, by person. */
export async function keptOf({ tx, regionId }: Call, personIds: readonly string[]): Promise<Map<string, Kept[]>> {
  const rows = await tx.selectFrom('entitlement').select(['id', 'person_id', 'policy', 'version', 'result', 'state'])
    .where('region_id', '=', regionId).where('person_id', 'in', [...personIds, '']).where('state', '<>', 'overtaken').execute();
  return Map.groupBy(rows.map((row) => ({ ...row, state: row.state as Kept['state'] })), (row) => row.person_id);
}

/** Offers what is new; another judging of the same moment may have offered it already. */
export async function insertOffers({ tx, regionId, clock }: Call, offers: readonly NewEntitlement[]): Promise<void> {
  if (offers.length === 0) return;
  await tx.insertInto('entitlement').values(offers.map(({ basis, ...offer }) => ({ ...offer, basis: JSON.stringify(basis), region_id: regionId, state: 'offered', offered_at: clock.now() })))
    .onConflict((oc) => oc.doNothing()).execute();
}

/** Takes back offers that nobody has answered and that no longer hold. */
export async function overtake({ tx, regionId, clock }: Call, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.updateTable('entitlement').set({ state: 'overtaken', overtaken_at: clock.now() }).where('region_id', '=', regionId).where('id', 'in', ids).where('state', '=', 'offered').execute();
}

/** One's own entitlements that stand, the newest first. */
export const ownEntitlements = ({ tx, regionId, actor }: Call): Promise<EntitlementRow[]> =>
  tx.selectFrom('entitlement').selectAll().where('region_id', '=', regionId).where('person_id', '=', actor.personId).where('state', '<>', 'overtaken')
    .orderBy('since', 'desc').orderBy('id').execute();

/** One of one's own, held until the transaction ends: two taps are counted one after the other. */
export const lockOwn = ({ tx, regionId, actor }: Call, id: string): Promise<EntitlementRow | undefined> =>
  tx.selectFrom('entitlement').selectAll().where('region_id', '=', regionId).where('id', '=', id).where('person_id', '=', actor.personId).forUpdate().executeTakeFirst();

/** Stamps the person's answer. */
export const stampAnswer = ({ tx, regionId, clock }: Call, id: string, answer: { state: 'confirmed' | 'declined'; case_id: string | null }) =>
  tx.updateTable('entitlement').set({ ...answer, decided_at: clock.now() }).where('region_id', '=', regionId).where('id', '=', id).execute();

/** People of whom the office may read lists: the region's, an institution's own and those of its consortium; never who withdrew consent. */
export const listable = ({ regionId, actor }: Call): RawBuilder<SqlBool> => sql<SqlBool>`person.region_id = ${regionId} and person.merged_into is null and person.consent_withdrawn_at is null
  and ${actor.role === 'bureau' ? sql`true` : sql`person.organisation_id in (select id from organisation where region_id = ${regionId}
    and (path = ${actor.organisationPath} or path like ${`${actor.organisationPath}.%`} or led_by = ${actor.organisationId}))`}`;

export type ListedEntitlement = { id: string; personId: string; name: string; organisationName: string; policy: string; version: string; result: string; since: string; state: string; caseId: string | null; decidedAt: Date | null };

/** Entitlements of people in the office's reach, in a state, newest answer first. */
export async function listEntitlementRows(call: Call, { state, unserved, limit }: { state: string; unserved: boolean; limit: number }): Promise<ListedEntitlement[]> {
  const found = await sql<ListedEntitlement>`select entitlement.id, person.id as "personId", person.name, coalesce(organisation.name, '') as "organisationName", policy, version, result, since, state, case_id as "caseId", decided_at as "decidedAt"
    from entitlement join person on person.region_id = entitlement.region_id and person.id = entitlement.person_id
    left join organisation on organisation.region_id = person.region_id and organisation.id = person.organisation_id
    where entitlement.region_id = ${call.regionId} and state = ${state} and ${listable(call)} ${unserved ? sql`and case_id is null` : sql``}
    order by decided_at desc nulls last, entitlement.id limit ${limit}`.execute(call.tx);
  return found.rows;
}

/** How many entitlements stand in each state, and how many confirmed ones no programme serves. */
export async function countEntitlements(call: Call): Promise<{ offered: number; confirmed: number; declined: number; unserved: number }> {
  const found = await sql<{ state: string; n: number; unserved: number }>`select state, count(*)::int as n, count(*) filter (where state = 'confirmed' and case_id is null)::int as unserved
    from entitlement join person on person.region_id = entitlement.region_id and person.id = entitlement.person_id
    where entitlement.region_id = ${call.regionId} and ${listable(call)} group by state`.execute(call.tx);
  const of = (state: string) => found.rows.find((row) => row.state === state);
  return { offered: of('offered')?.n ?? 0, confirmed: of('confirmed')?.n ?? 0, declined: of('declined')?.n ?? 0, unserved: of('confirmed')?.unserved ?? 0 };
}
