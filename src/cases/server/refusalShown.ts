import type { z } from 'zod';
import type { Refusal } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import type { Refused } from '../domain/refused.ts';

/** A refusal in words, for a button that stays visible and says why it is shut. */
export function refusalShown({ say }: Call, { reason, detail }: Refusal): z.infer<typeof Refused> {
  const next = detail?.next?.startsWith('next.') ? say(detail.next, detail.params) : detail?.next;
  return {
    reason, message: say(`reason.${reason}`, detail?.params), ...(detail?.article ? { article: detail.article } : {}), ...(detail?.fact ? { fact: detail.fact } : {}), ...(next ? { next } : {}),
    ...(detail?.problems ? { problems: detail.problems.map((each) => ({ field: each.field, reason: each.reason, message: each.message ?? say(`reason.${each.reason}`) })) } : {}),
  };
}
