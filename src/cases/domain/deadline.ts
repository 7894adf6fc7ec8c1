import { dayOf, startOfDay } from '#platform/clock/clock.ts';
import { addDays, termEnd, type WorkingCalendar } from '#platform/clock/workingDays.ts';
import type { Programme } from './programme.ts';

/** The exclusive instant at which a stage's term ends, entered at an instant; none where the stage has no term. */
export function dueAt(programme: Programme, stage: string, since: Date, calendar: WorkingCalendar): Date | null {
  const within = programme.stages[stage]?.within;
  return within ? termEnd(calendar, dayOf(since), within.workingDays) : null;
}

/** Deadlines are exclusive: the instant itself is already too late (bad-inputs row 14). */
export const isPast = (deadline: Date | null, now: Date): boolean => deadline !== null && now.getTime() >= deadline.getTime();

/** The window of a call in days, both inclusive, as instants: from 0:00 of the first to 24:00 of the last, Beijing time. */
export const windowOf = (opensOn: string, closesOn: string) => ({ opensAt: startOfDay(opensOn), closesAt: startOfDay(addDays(closesOn, 1)) });

/** The last day inside an exclusive deadline. */
export const lastDayOf = (deadline: Date): string => addDays(dayOf(deadline), dayOf(deadline) === dayOf(justBefore(deadline)) ? 0 : -1);

const justBefore = (instant: Date) => new Date(instant.getTime() - 1);

/** Time of day in Beijing to the millisecond, as a receipt states it. */
export const receivedAt = (instant: Date): string =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 23);
