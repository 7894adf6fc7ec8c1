import { no, yes, type Answer, type Refusal } from '../domain/answer.ts';
import type { Actor } from '../domain/actor.ts';
import type { Route } from '../domain/contract.ts';
import { callIn, type App, type Call } from './call.ts';
import { enterRegion } from './database.ts';
import { claimKey, keepAnswer, requestHash } from './idempotency.store.ts';
import type { Bound, Upload } from './serve.ts';

/** A request as it came over the wire. */
export type Asking = { params: unknown; query: unknown; body: unknown; key: string | undefined; session?: string; upload?: Upload & { hash: string } };

class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}

/** Door, validation, one transaction, key, answer: what every route has in common. */
export async function answerRequest(app: App, bound: Bound, actor: Actor, asking: Asking): Promise<Answer<unknown>> {
  if (!bound.route.may.includes(actor.role)) return no(actor.role === 'visitor' ? 'signInNeeded' : 'notYourRole');
  const input = checkInput(bound.route, asking);
  if (!input.ok) return input;
  const keyed = writes(bound.route) && !bound.route.session && !bound.route.unsigned;
  if (keyed && !asking.key) return no('keyNeeded');
  return retrying(() => inTransaction(app, bound, actor, { ...input.value, upload: asking.upload, ...(bound.route.session ? { session: asking.session } : {}) }, keyed ? asking.key : undefined));
}

const writes = ({ method, asks }: Route): boolean => method !== 'GET' && !asks;

function checkInput(route: Route, asking: Asking): Answer<object> {
  const input: Record<string, unknown> = {};
  for (const part of ['params', 'query', 'body'] as const) {
    const found = route[part]?.safeParse(asking[part] ?? {});
    if (found && !found.success)
      return no('invalidInput', { problems: found.error.issues.map((issue) => ({ field: issue.path.join('.'), reason: 'invalidInput', message: issue.message })) });
    input[part] = found?.data;
  }
  return yes(input);
}

async function inTransaction(app: App, bound: Bound, actor: Actor, input: object & { upload?: Upload & { hash: string } }, key: string | undefined): Promise<Answer<unknown>> {
  // A file handed out leaves a line in the audit trail, so its request writes although it only reads.
  try {
    return await app.db.transaction().setAccessMode(writes(bound.route) || bound.route.file === 'out' ? 'read write' : 'read only').execute(async (tx) => {
      await enterRegion(tx, actor.regionId);
      const call = callIn(app, tx, actor);
      const answer = key ? await answerOnce(bound, call, input, key) : await bound.answer(input, call);
      if (!answer.ok && bound.route.session) return answer;
      if (!answer.ok) throw new Refused(answer);
      return yes(bound.route.file === 'out' ? answer.value : bound.route.response.parse(answer.value));
    });
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

async function answerOnce(bound: Bound, call: Call, input: object & { upload?: Upload & { hash: string } }, key: string): Promise<Answer<unknown>> {
  const { upload, ...rest } = input;
  const claimed = await claimKey(call, key, requestHash(bound.name, { ...rest, upload: upload?.hash }));
  if (!claimed.ok) return claimed;
  if (!claimed.value.fresh) return yes(claimed.value.answer);
  const answer = await bound.answer(input, call);
  if (answer.ok) await keepAnswer(call, key, answer.value);
  return answer;
}

const serializationFailure = '40001';
const deadlock = '40P01';

/** Two transactions that met head on: the loser tries again, as nothing of it was kept. */
async function retrying<T>(attempt: () => Promise<T>, left = 3): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (left > 1 && (code === serializationFailure || code === deadlock)) return retrying(attempt, left - 1);
    throw error;
  }
}
