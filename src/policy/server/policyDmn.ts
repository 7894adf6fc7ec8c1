import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import type { Download } from '#platform/server/serve.ts';
import { dmnOf } from '../domain/dmn.ts';
import { policyAt } from './policyShelf.ts';
import { seesGuesses } from './seesGuesses.ts';

/** A published policy as DMN 1.3, with the values of a day (today unless named). */
export async function policyDmn(call: Call, { code, version, asOf = call.clock.today() }: { code: string; version: string; asOf?: string | undefined }): Promise<Answer<Download>> {
  const policy = await policyAt(call, code, version);
  if (!policy) return no('notFound');
  const content = new TextEncoder().encode(dmnOf(policy, asOf, { guesses: seesGuesses(call) }));
  return yes({ fileName: `${code}-${version}.dmn`, mediaType: 'application/xml', content });
}
