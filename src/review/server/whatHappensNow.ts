import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import type { assignmentContract } from '../domain/assignmentContract.ts';
import { seatsInRound } from './assignment.store.ts';
import { termDay } from './assignRound.ts';
import { drawsOfRound } from './draw.store.ts';
import { entryOf, findRound, type FoundRound } from './round.store.ts';

type Now = NonNullable<Given<typeof assignmentContract.whatHappensNow>>;

/** Where one's own file stands: its number, the public draw, the round's term. Never who reviews it, nor how many have. */
export async function whatHappensNow(call: Call, subject: string): Promise<Answer<Now | null>> {
  const entry = await entryOf(call, subject);
  if (!entry) return yes(null);
  if (entry.applicant_person_id !== call.actor.personId) return no('notFound');
  const round = await findRound(call, entry.review_round_id);
  if (!round) return no('notFound');
  const draws = await drawsOfRound(call, round.id);
  const seats = await seatsInRound(call, round.id);
  const open = seats.filter(({ state }) => state === 'invited').map(({ dueAt }) => Number(dueAt));
  return yes({
    number: entry.number, heading: round.heading, state: round.state as Now['state'], drawId: draws.at(-1)?.id ?? null, step: stepOf(round, draws.at(-1)?.drawn_at === null, open.length),
    dueOn: open.length ? termDay(new Date(Math.max(...open))) : null,
  });
}

/** Told for the round as a whole, so that it says nothing about one file's reviewers. */
function stepOf(round: FoundRound, drawing: boolean, openSeats: number): Now['step'] {
  if (round.state === 'entering') return 'collecting';
  if (drawing) return 'drawing';
  if (round.assignment === null) return 'assigning';
  return openSeats > 0 ? 'scoring' : 'scored';
}
