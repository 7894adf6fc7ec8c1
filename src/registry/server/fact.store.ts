import { sql } from 'kysely';
import type { Call } from '#platform/server/call.ts';
import type { FactValue } from '../domain/factKind.ts';
import type { FactRecord, FactSource } from '../domain/factTimeline.ts';
import { forgetKnown } from './knownFacts.ts';
import { openedValue, sealedValue } from './sealedFacts.ts';

/** A fact with the person whom it is about; a declined claim carries the reason. */
export type PersonFact = FactRecord & { personId: string; declinedReason: string | null };

/** A fact to be written, and the older ones whose place it takes. */
export type NewFact = Omit<PersonFact, 'recordedAt' | 'supersededBy' | 'declinedReason'> & { supersedes: string[] };

/** Every fact of these people, superseded ones too where asked; `kinds` narrows. */
export async function selectFacts(call: Call, personIds: readonly string[], { kinds, history = false }: { kinds?: readonly string[]; history?: boolean } = {}): Promise<PersonFact[]> {
  if (personIds.length === 0) return [];
  const { tx, regionId } = call;
  const found = await sql<{
    person_id: string; kind: string; id: string; value: FactValue; valid_from: string; valid_to: string | null; source: FactSource; evidence: string;
    recorded_at: Date; verified_as: 'authority' | 'institution' | null; superseded_by: string | null; declined_reason: string | null;
  }>`select person_id, kind, id, value, valid_from, valid_to, source, evidence, recorded_at, verified_as, superseded_by, declined_reason from person_fact
     where region_id = ${regionId} and person_id = any(${personIds}) ${kinds ? sql`and kind = any(${kinds})` : sql``}
       ${history ? sql`` : sql`and superseded_by is null and declined_at is null`}`.execute(tx);
  return found.rows.map((row) => ({
    personId: row.person_id, factId: row.id, kind: row.kind, value: openedValue(call, row.kind, row.value), source: row.source, evidence: row.evidence, from: row.valid_from, to: row.valid_to,
    recordedAt: row.recorded_at, verifiedAs: row.verified_as, supersededBy: row.superseded_by, declinedReason: row.declined_reason,
  }));
}

/** Who recorded a fact, by the name on the account, and when; undefined for a fact that is not there. */
export async function recorderOf({ tx, regionId }: Call, fact: { personId: string; kind: string; factId: string }): Promise<{ name: string; at: Date } | undefined> {
  const found = await sql<{ name: string; at: Date }>`select coalesce(account.display_name, '') as name, recorded_at as at from person_fact
    left join account on account.region_id = person_fact.region_id and account.id = recorded_by
    where person_fact.region_id = ${regionId} and person_fact.person_id = ${fact.personId} and kind = ${fact.kind} and person_fact.id = ${fact.factId}`.execute(tx);
  return found.rows[0];
}

/** Writes facts in one statement and stamps those whose place they take. */
export async function insertFacts(call: Call, facts: readonly NewFact[]): Promise<void> {
  if (facts.length === 0) return;
  const { tx, regionId, actor, clock } = call;
  const column = <K extends keyof NewFact>(key: K) => facts.map((fact) => fact[key]);
  const now = clock.now();
  forgetKnown(tx);
  await sql`insert into person_fact (region_id, person_id, kind, id, value, valid_from, valid_to, source, evidence, recorded_by, recorded_at, verified_as, verified_by, verified_at)
    select ${regionId}, person_id, kind, id, value, valid_from, valid_to, source, evidence, ${actor.accountId}, ${now}::timestamptz, verified_as,
      case when verified_as is not null then ${actor.accountId} end, case when verified_as is not null then ${now}::timestamptz end
    from unnest(${column('personId')}::text[], ${column('kind')}::text[], ${column('factId')}::text[], ${facts.map((fact) => JSON.stringify(sealedValue(call, fact.kind, fact.value)))}::jsonb[],
      ${column('from')}::date[], ${column('to')}::date[], ${column('source')}::text[], ${column('evidence')}::text[], ${column('verifiedAs')}::text[])
      as told (person_id, kind, id, value, valid_from, valid_to, source, evidence, verified_as)`.execute(tx);
  await supersede(call, facts.flatMap((fact) => fact.supersedes.map((old) => ({ personId: fact.personId, kind: fact.kind, old, by: fact.factId }))));
}

/** Stamps facts whose place others have taken. */
export async function supersede({ tx, regionId, clock }: Call, pairs: { personId: string; kind: string; old: string; by: string }[]): Promise<void> {
  if (pairs.length === 0) return;
  forgetKnown(tx);
  await sql`update person_fact set superseded_by = pair.by, superseded_at = ${clock.now()}::timestamptz
    from unnest(${pairs.map((pair) => pair.personId)}::text[], ${pairs.map((pair) => pair.kind)}::text[], ${pairs.map((pair) => pair.old)}::text[], ${pairs.map((pair) => pair.by)}::text[])
      as pair (person_id, kind, old, by)
    where region_id = ${regionId} and person_fact.person_id = pair.person_id and person_fact.kind = pair.kind and id = pair.old and superseded_by is null`.execute(tx);
}

/** Stamps a claim as checked and not accepted. */
export function stampDeclined({ tx, regionId, actor, clock }: Call, { personId, kind, factId, reason }: { personId: string; kind: string; factId: string; reason: string }) {
  forgetKnown(tx);
  return tx.updateTable('person_fact').set({ declined_by: actor.accountId, declined_at: clock.now(), declined_reason: reason })
    .where('region_id', '=', regionId).where('person_id', '=', personId).where('kind', '=', kind).where('id', '=', factId).execute();
}

/** Stamps a fact as checked against its evidence. */
export function stampVerified({ tx, regionId, actor, clock }: Call, fact: PersonFact, verifiedAs: 'authority' | 'institution') {
  forgetKnown(tx);
  return tx.updateTable('person_fact').set({ verified_as: verifiedAs, verified_by: actor.accountId, verified_at: clock.now() })
    .where('region_id', '=', regionId).where('person_id', '=', fact.personId).where('kind', '=', fact.kind).where('id', '=', fact.factId).execute();
}
