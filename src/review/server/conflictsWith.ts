import { employmentsOf } from '#registry/server/public.ts';
import type { Call } from '#platform/server/call.ts';
import { institutionConflicts, type Conflict, type ConflictKind } from '../domain/conflict.ts';
import { declaredAgainst } from './review.store.ts';

type Someone = { id: string; person_id: string };

/** Conflicts of each expert with one applicant, from the registry and from declarations; an expert without any is not in the map. */
export async function conflictsWith(call: Call, experts: readonly Someone[], applicantPersonId: string): Promise<Map<string, Conflict[]>> {
  const employed = await employmentsOf(call, [applicantPersonId, ...experts.map((expert) => expert.person_id)]);
  const of = (personId: string) => ({ personId, employed: employed.filter((each) => each.personId === personId) });
  const declared = await declaredAgainst(call, applicantPersonId);
  const found = experts.map((expert): [string, Conflict[]] => [expert.id, [
    ...institutionConflicts(of(expert.person_id), of(applicantPersonId), call.clock.today()),
    ...declared.filter((each) => each.expert_id === expert.id).map((each) => ({ kind: each.kind as ConflictKind, source: `declared:${each.declared_by}` })),
  ]]);
  return new Map(found.filter(([, conflicts]) => conflicts.length > 0));
}
