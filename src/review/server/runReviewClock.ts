import { yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { voidLateDraws } from './enterExternal.ts';

/** What the clock does in reviews: draws whose parties are late become void. */
export async function runReviewClock(call: Call, _: object = {}): Promise<Answer<{ voided: string[] }>> {
  const late = await voidLateDraws(call);
  return late.ok ? yes(late.value) : late;
}
