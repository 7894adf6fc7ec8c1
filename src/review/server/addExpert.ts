import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { insertExpert } from './review.store.ts';

/** An expert's entry in the pool; the term is at most three years (人社部令第40号). */
export type NewExpert = { personId: string; organisationId: string; fields: string[]; level: string; external: boolean; from: string; to: string };

/** Enters a person into the expert pool; one entry a person. */
export async function addExpert(call: Call, expert: NewExpert): Promise<Answer<{ expertId: string }>> {
  const latest = `${Number(expert.from.slice(0, 4)) + 3}${expert.from.slice(4)}`;
  if (expert.to <= expert.from || expert.to > latest) return no('expertTerm', { field: 'to', article: call.say('review.termArticle'), params: { latest } });
  const id = call.newId('exp');
  const added = await insertExpert(call, { id, ...expert });
  if (!added) return no('expertExists');
  await audit(call, { act: 'expert.add', subject: id });
  return yes({ expertId: id });
}
