import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import { dayOf } from '#platform/clock/clock.ts';
import { addDays, workingDaysBetween } from '#platform/clock/workingDays.ts';
import type { Call } from '#platform/server/call.ts';
import type { reviewContract } from '../domain/contract.ts';
import { Marks } from '../domain/scoreSheet.ts';
import { BlindFile } from '../domain/blindFile.ts';
import { expertOfPerson, ownSeat, ownSeats } from './review.store.ts';
import { fileOfSeat, neutralNames } from './reviewedFile.ts';
import { sheetFor } from '../domain/sheetFor.ts';
import { sheetOf } from './scoreSheets.ts';

type SeatState = 'invited' | 'scored' | 'recused' | 'declined' | 'released';

/** What waits for a reviewer and what is done, soonest first. */
export async function listOwnReviews(call: Call): Promise<Answer<Given<typeof reviewContract.listOwnReviews>>> {
  const expert = await expertOfPerson(call, call.actor.personId);
  if (!expert) return yes({ rows: [] });
  const seats = await ownSeats(call, expert.id);
  return yes({
    rows: seats.map((seat) => ({
      round: seat.round, number: seat.number, panelId: seat.panelId, heading: BlindFile.parse(seat.file).heading, sheet: sheetOf(call.region, seat.sheet).title, state: seat.state as SeatState,
      clock: clockOf(call, seat.opened_at, seat.due_at), score: seat.score_tenths, drafted: seat.draft !== null,
    })),
  });
}

/** The last day, the working days left and the whole term; due_at is the exclusive instant at 24:00. */
export function clockOf(call: Call, openedAt: Date, dueAt: Date) {
  const dueOn = addDays(dayOf(dueAt), -1);
  return { dueOn, left: workingDaysBetween(call.calendar, call.clock.today(), dueOn), total: workingDaysBetween(call.calendar, dayOf(openedAt), dueOn) };
}

/** One review: the blinded file on the left, the sheet with what was entered on the right. Another's is as good as none. */
export async function viewOwnReview(call: Call, panelId: string): Promise<Answer<Given<typeof reviewContract.viewOwnReview>>> {
  const expert = await expertOfPerson(call, call.actor.personId);
  const seat = expert && (await ownSeat(call, expert.id, panelId));
  if (!seat || seat.dissolved_at) return no('notFound');
  if (seat.state !== 'invited' && seat.state !== 'scored') return no('notFound');
  const marks = seat.state === 'scored' ? inPoints(seat.marks) : Marks.parse((seat.draft as { marks?: unknown } | null)?.marks ?? {});
  const file = await fileOfSeat(call, seat);
  return yes({
    panelId, state: seat.state as 'invited' | 'scored', dueOn: addDays(dayOf(seat.due_at), -1), blinding: seat.blinding as 'open' | 'single' | 'double',
    file: { ...file, documents: neutralNames(call, file) }, sheet: sheetFor(sheetOf(call.region, seat.sheet), file), marks,
    opinion: seat.opinion ?? (seat.draft as { opinion?: string } | null)?.opinion ?? '', score: seat.score_tenths, inRound: seat.review_round_id !== null,
  });
}

const inPoints = (marks: unknown) => Object.fromEntries(Object.entries(marks as Record<string, number>).map(([key, tenths]) => [key, tenths / 10]));
