import { yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { voidLateDraws } from './enterExternal.ts';
import { remindLateReviews } from './remindLate.ts';

/** What the clock does in reviews: draws whose parties are late become void, reviewers whose term ends are reminded. */
export async function runReviewClock(call: Call, _: object = {}): Promise<Answer<{ voided: string[]; reminded: number }>> {
  const late = await voidLateDraws(call);
  const reminded = await remindLateReviews(call);
  if (!late.ok) return late;
  return reminded.ok ? yes({ ...late.value, ...reminded.value }) : reminded;
}
