import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { checkFactValue } from '../domain/factValue.ts';
import { identityFacts } from '../domain/keywords.ts';
import { planCorrection, planFact, type ToldFact } from '../domain/planFacts.ts';
import { factKindsOf } from './factFile.ts';
import { insertFacts, selectFacts, type NewFact } from './fact.store.ts';
import { tellFactsChanged } from './tellFactsChanged.ts';
import { touchPeople } from './person.store.ts';

/** A fact told about a person. */
export type ToldOf = ToldFact & { personId: string };

// Name and numbers are columns of the person, sealed and indexed; as facts they would lie open.
const keptOnPerson: readonly string[] = [identityFacts.name, identityFacts.idNumber, identityFacts.phone];

/** Is every told fact of a known kind, and its value well-formed? */
export function checkFacts(call: Call, facts: readonly Pick<ToldFact, 'kind' | 'value'>[]): Answer<void> {
  const { kinds } = factKindsOf(call.region);
  for (const { kind: name, value } of facts) {
    const kind = kinds.get(name);
    if (!kind) return no('factUnknown', { field: name, params: { name } });
    if (keptOnPerson.includes(name)) return no('factOnPerson', { field: name });
    const checked = checkFactValue(kind, value);
    if (!checked.ok) return checked;
  }
  return yes(undefined);
}

/** Writes what is new in the told facts, each beside the person's older ones; the ids of the facts written. */
export async function writeFacts(call: Call, told: readonly ToldOf[], { correcting = false, fresh = new Set<string>() }: { correcting?: boolean; fresh?: ReadonlySet<string> } = {}): Promise<string[]> {
  const today = call.clock.today();
  const known = [...new Set(told.map((fact) => fact.personId))].filter((personId) => !fresh.has(personId));
  const older = Map.groupBy(await selectFacts(call, known, { kinds: [...new Set(told.map((fact) => fact.kind))] }), (fact) => `${fact.personId} ${fact.kind}`);
  const planned = told.flatMap((fact): NewFact[] => {
    const before = older.get(`${fact.personId} ${fact.kind}`) ?? [];
    const plan = correcting ? planCorrection(before, fact, today) : planFact(before, fact, today);
    return plan ? [{ ...plan, personId: fact.personId, factId: call.newId('fct'), to: plan.to ?? null }] : [];
  });
  await insertFacts(call, planned);
  await touchPeople(call, [...new Set(planned.map((fact) => fact.personId).filter((personId) => !fresh.has(personId)))]);
  await tellFactsChanged(call, [...new Set(planned.map((fact) => fact.personId))]);
  return planned.map((fact) => fact.factId);
}
