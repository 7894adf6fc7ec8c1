import type { Call } from '#platform/server/call.ts';
import { policyOf } from '../domain/programme.ts';
import { newestProgrammes } from './programme.store.ts';
import { roundsNotClosed } from './round.store.ts';

/** The programme and category by which a policy's result is had. `roundId` is the round to apply in; `waits`: it has rounds and none is open now. */
export type Serving = { programme: string; title: string; category: string; roundId: string | undefined; waits: boolean };

/** Finds, for results of policies, the programmes whose categories serve them; a result that none serves is missing from the answer. */
export async function servingProgrammes(call: Call): Promise<(of: { policy: string; result: string }) => Serving | undefined> {
  const programmes = await newestProgrammes(call);
  const now = call.clock.now();
  const rounds = (await roundsNotClosed(call)).filter((round) => round.opens_at <= now);
  return ({ policy, result }) => {
    for (const programme of programmes) {
      const category = policyOf(programme)?.code === policy ? Object.entries(programme.categories).find(([, each]) => each.result === result && !each.team)?.[0] : undefined;
      if (category === undefined) continue;
      const roundId = programme.rounds ? rounds.find(({ programme_code }) => programme_code === programme.code)?.id : undefined;
      return { programme: programme.code, title: programme.title, category, roundId, waits: programme.rounds && roundId === undefined };
    }
    return undefined;
  };
}
