import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import { dayOf } from '#platform/clock/clock.ts';
import type { Call } from '#platform/server/call.ts';
import type { registryContract } from '../domain/contract.ts';
import { writeEntries, writeFactValue } from '../domain/factValue.ts';
import { sinceEver } from '../domain/planFacts.ts';
import { factKindsOf } from './factFile.ts';
import { selectFacts } from './fact.store.ts';
import { knowableFacts } from './ownFacts.ts';
import { findPersonInScope } from './person.store.ts';

/** All that was ever recorded of one kind about a person, newest first. */
export async function factHistory(call: Call, { personId, kind: name }: { personId: string; kind: string }): Promise<Answer<Given<typeof registryContract.factHistory>>> {
  const kind = factKindsOf(call.region).kinds.get(name);
  if (!kind || !(await findPersonInScope(call, personId))) return no('notFound');
  const facts = knowableFacts(call, await selectFacts(call, [personId], { kinds: [name], history: true }));
  return yes(facts.toSorted((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime() || b.factId.localeCompare(a.factId)).map((fact) => ({
    factId: fact.factId, written: writeEntries(fact.value).join('\n') || writeFactValue(kind, fact.value), source: fact.source, evidence: fact.evidence, from: fact.from === sinceEver ? null : fact.from,
    recordedOn: dayOf(fact.recordedAt), verified: fact.verifiedAs !== null, superseded: fact.supersededBy !== null, declined: fact.declinedReason,
  })));
}
