import type { Call } from '#platform/server/call.ts';
import { policiesOn } from '#policy/server/public.ts';
import { standingsOf, type Known, type Standing } from '../domain/standing.ts';

/** Where one person stands today, worked out on the spot. */
export const standingOfOne = (call: Call, known: Known): Standing =>
  standingsOf(policiesOn(call, call.clock.today()), [known], call.clock.today())[0] ?? { sure: [], evidence: [], questions: [] };
