import type { Call } from '#platform/server/call.ts';
import { policiesOn } from '#policy/server/public.ts';
import { standingsOf, type Known, type Standing } from '../domain/standing.ts';

/** Where one person stands today, worked out on the spot. */
export async function standingOfOne(call: Call, known: Known): Promise<Standing> {
  const today = call.clock.today();
  return standingsOf(await policiesOn(call, today), [known], today)[0] ?? { sure: [], evidence: [], questions: [] };
}
