import { dayOf } from '#platform/clock/clock.ts';
import { workingDaysBetween } from '#platform/clock/workingDays.ts';
import type { Call } from '#platform/server/call.ts';
import { isPast, lastDayOf } from '../domain/deadline.ts';
import type { FoundCase } from './case.store.ts';
import type { RoundRow } from './round.store.ts';

/** A deadline as a screen shows it: its last day, working days left (0 on the last day, negative when past), the whole term. */
export function dueClock({ clock, calendar }: Call, dueAt: Date | null, total: number | undefined): { dueOn: string; left: number; total: number } | null {
  if (!dueAt) return null;
  const dueOn = lastDayOf(dueAt);
  return { dueOn, left: workingDaysBetween(calendar, clock.today(), dueOn), total: total ?? 1 };
}

type Timed = Pick<FoundCase, 'due_at' | 'ended_at' | 'stage' | 'programme'>;

/** When a case must leave its stage: the stage's own term, or for a draft the end of its round. */
export function deadlineOf({ due_at, ended_at, stage, programme }: Timed, round: RoundRow | undefined, call: Call) {
  const found = programme.stages[stage];
  const drafting = found?.kind === 'draft' && round !== undefined;
  const at = ended_at ? null : due_at ?? (drafting ? round.closes_at : null);
  const total = found?.within?.workingDays ?? (drafting ? workingDaysBetween(call.calendar, dayOf(round.opens_at), lastDayOf(round.closes_at)) : undefined);
  return { at, shown: dueClock(call, at, total) };
}

/** Which group of the queue a deadline belongs to: amber is the last two fifths of the term. */
export function queueState({ clock }: Call, dueAt: Date | null, shown: { left: number; total: number } | null): 'past' | 'near' | 'early' | 'noTerm' {
  if (!dueAt || !shown) return 'noTerm';
  if (isPast(dueAt, clock.now())) return 'past';
  return shown.left <= Math.max(1, Math.floor((shown.total * 2) / 5)) ? 'near' : 'early';
}
