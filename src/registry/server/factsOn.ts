import type { Call } from '#platform/server/call.ts';
import type { FactValue } from '../domain/factKind.ts';
import { factsInForce, type FactRecord, type FactSource } from '../domain/factTimeline.ts';
import { isAuthoritative } from '../domain/standing.ts';
import { factKindsOf } from './factFile.ts';
import { selectFacts } from './fact.store.ts';
import { onceIn } from './knownFacts.ts';
import { knowableFacts } from './ownFacts.ts';

/** A fact in force with where it comes from. */
export type FactLine = { factId: string; kind: string; value: FactValue; source: FactSource; evidence: string; from: string; to: string | null; recordedAt: Date; verified: boolean };

/** What is known of a person on a day: values for rules, and the line of each for people. */
export type KnownFacts = { facts: Record<string, FactValue>; lines: Record<string, FactLine> };

/** What is known of one person on a day (today unless named). The caller has decided that the actor may know. */
export const factsOn = (call: Call, personId: string, date = call.clock.today()): Promise<KnownFacts> =>
  onceIn(call.tx, `${personId}/${date}`, () => readFacts(call, personId, date));

async function readFacts(call: Call, personId: string, date: string): Promise<KnownFacts> {
  const inForce = factsInForce(knowableFacts(call, await selectFacts(call, [personId])), date);
  return {
    facts: Object.fromEntries([...inForce].map(([kind, fact]) => [kind, fact.value])),
    lines: Object.fromEntries([...inForce].map(([kind, fact]) => [kind, factLine(fact)])),
  };
}

/** The line of a fact as pages show it. */
export const factLine = ({ factId, kind, value, source, evidence, from, to, recordedAt, verifiedAs }: FactRecord): FactLine =>
  ({ factId, kind, value, source, evidence, from, to, recordedAt, verified: verifiedAs !== null });

/** What is known of many people on a day, values only; people without any fact have an empty record. With `sureOnly`, what stands on its authority's word. */
export async function factsOfPeople(call: Call, personIds: readonly string[], date = call.clock.today(), { sureOnly = false } = {}): Promise<Map<string, Record<string, FactValue>>> {
  const { kinds } = factKindsOf(call.region);
  const counts = (fact: FactRecord): boolean => { const kind = kinds.get(fact.kind); return !sureOnly || (kind !== undefined && isAuthoritative(kind, fact)); };
  const byPerson = Map.groupBy(knowableFacts(call, await selectFacts(call, personIds)), (fact) => fact.personId);
  return new Map(personIds.map((personId) => {
    const inForce = factsInForce(byPerson.get(personId) ?? [], date);
    return [personId, Object.fromEntries([...inForce].filter(([, fact]) => counts(fact)).map(([kind, fact]) => [kind, fact.value]))];
  }));
}
