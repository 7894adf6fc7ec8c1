import type { Refusal } from '../domain/answer.ts';
import type { App } from './call.ts';

/** A refusal as RFC 9457 problem details, in words, with its rule, fact and next step. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  reason: string;
  field?: string;
  article?: string;
  fact?: string;
  next?: string;
  problems?: { field: string; reason: string; message: string }[];
};

const statuses: Record<string, number> = {
  invalidInput: 400, keyNeeded: 400, signInNeeded: 401, signInRefused: 401, rightsChanged: 403, notYourRole: 403, notFound: 404,
  changedMeanwhile: 409, keyReused: 409, quotaFull: 409, quotaParent: 409, personExists: 409, supportDuplicate: 409,
  fileSize: 413, fileInflates: 413, fileType: 415, tooManyTries: 429, unavailable: 503,
};

/** The HTTP status of a reason: what is not listed is a rule that said no (422). */
export const statusOf = (reason: string): number => statuses[reason] ?? 422;

/** The one place that turns reasons into HTTP and words. */
export function problemOf({ reason, detail }: Refusal, say: App['say']): Problem {
  const params = detail?.params;
  const next = detail?.next ? sayOr(say, detail.next, params) : undefined;
  return {
    type: `/problems/${reason}`,
    title: say(`reason.${reason}`, params),
    status: statusOf(reason),
    reason,
    ...(detail?.field ? { field: detail.field } : {}),
    ...(detail?.article ? { article: detail.article } : {}),
    ...(detail?.fact ? { fact: detail.fact } : {}),
    ...(next ? { next } : {}),
    ...(detail?.problems ? { problems: detail.problems.map((each) => ({ ...each, message: each.message ?? say(`reason.${each.reason}`) })) } : {}),
  };
}

/** A next step is a word key where it is the same for everybody, else already a sentence. */
const sayOr = (say: App['say'], text: string, params?: Record<string, string | number>) => (text.startsWith('next.') ? say(text, params) : text);
