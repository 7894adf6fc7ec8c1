import { no, type Refusal } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import type { Programme } from '../domain/programme.ts';
import { countSubmitted, yearOf } from './case.store.ts';

/** The yearly limit counts every submitted application, withdrawn ones included (bad-inputs row 29). */
export async function limitRefusal(call: Call, { code, limit }: Programme, personId: string, except = ''): Promise<Refusal | undefined> {
  if (!limit) return undefined;
  const n = await countSubmitted(call, { personId, programme: code, year: yearOf(call.clock.today()), except });
  return n >= limit.perYear ? no('limitCounted', { params: { n, limit: limit.perYear } }) : undefined;
}
