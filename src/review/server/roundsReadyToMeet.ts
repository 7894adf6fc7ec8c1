import type { Call } from '#platform/server/call.ts';
import { meetingOfRound } from './meeting.store.ts';
import { membersOf } from './reviewRound.ts';
import { allRounds } from './round.store.ts';

/** Rounds whose rules want a meeting, whose members are drawn, and which have not met yet. */
export async function roundsReadyToMeet(call: Call): Promise<{ reviewRoundId: string; heading: string }[]> {
  const ready = [];
  for (const round of (await allRounds(call)).filter(({ rules, state }) => rules.meeting !== undefined && state === 'judging')) {
    const before = await meetingOfRound(call, round.id);
    const sitting = (await membersOf(call, round.id)).some(({ state }) => state === 'sitting');
    if (sitting && (!before || before.published_at !== null)) ready.push({ reviewRoundId: round.id, heading: round.heading });
  }
  return ready;
}
