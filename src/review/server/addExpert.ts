import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { latestEnd, termFault, type Term } from '../domain/expertTerm.ts';
import { insertExpert, insertTerm } from './expert.store.ts';

/** An expert's entry in the pool; the term is at most three years (人社部令第40号). */
export type NewExpert = { personId: string; organisationId: string; fields: string[]; level: string; external: boolean } & Term;

/** Enters a person into the expert pool; one entry a person. */
export async function addExpert(call: Call, expert: NewExpert): Promise<Answer<{ expertId: string }>> {
  if (termFault(expert)) return termRefused(call, expert);
  const id = call.newId('exp');
  const added = await insertExpert(call, { id, ...expert });
  if (!added) return no('expertExists');
  await insertTerm(call, id, expert);
  await audit(call, { act: 'expert.add', subject: id });
  return yes({ expertId: id });
}

/** The refusal of a term that lasts too long, with the last day it may have. */
export const termRefused = (call: Call, term: Term) => no('expertTerm', { field: 'to', article: call.say('review.termArticle'), params: { latest: latestEnd(term) } });
