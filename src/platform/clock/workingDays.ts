import { startOfDay } from './clock.ts';

/** Days off beside weekends, and weekend days that are worked, as 'YYYY-MM-DD'. Data of a region's calendar. */
export type WorkingCalendar = { holidays: ReadonlySet<string>; workedWeekends: ReadonlySet<string> };

const dayMs = 86_400_000;
const utc = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The day so many calendar days later (or earlier, when negative). */
export const addDays = (day: string, days: number): string => new Date(utc(day) + days * dayMs).toISOString().slice(0, 10);

/** Calendar days from one day to another; positive when `to` is later. */
export const daysBetween = (from: string, to: string): number => Math.round((utc(to) - utc(from)) / dayMs);

/** Is this a working day? */
export function isWorkingDay(calendar: WorkingCalendar, day: string): boolean {
  if (calendar.workedWeekends.has(day)) return true;
  if (calendar.holidays.has(day)) return false;
  const weekday = new Date(utc(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The n-th working day after a day, which itself is not counted (民法典 201: the first day is not counted). */
export function addWorkingDays(calendar: WorkingCalendar, day: string, count: number): string {
  let current = day;
  for (let left = count; left > 0;) {
    current = addDays(current, 1);
    if (isWorkingDay(calendar, current)) left -= 1;
  }
  return current;
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(calendar: WorkingCalendar, from: string, to: string): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count += 1;
  return count;
}

/** The instant a term of working days ends: 24:00 Beijing time of its last day, exclusive. */
export const termEnd = (calendar: WorkingCalendar, from: string, workingDays: number): Date =>
  endOfDay(addWorkingDays(calendar, from, workingDays));

/** 24:00 Beijing time of a day, as the exclusive instant. */
export const endOfDay = (day: string): Date => startOfDay(addDays(day, 1));
