import type { Programme } from './programme.ts';

export type PlannedInstalment = { position: number; label: string; amountFen: number | null; dueOn: string };

/** Splits a support into its instalments; fen that do not divide go to the last. An amount not yet known stays null (待核). */
export function planInstalments({ instalments }: Programme, totalFen: number | null, from: string): PlannedInstalment[] {
  let left = totalFen ?? 0;
  return instalments.map(({ label, months, share }, index) => {
    const last = index === instalments.length - 1;
    const part = totalFen === null ? null : last ? left : Math.floor((totalFen * share) / 1000);
    left -= part ?? 0;
    return { position: index + 1, label, amountFen: part, dueOn: addMonths(from, months) };
  });
}

/** The same day so many months later; a day the month lacks counts on the first of the next (policy-language, Meaning 2). */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, date)).toISOString().slice(0, 10);
}

/** What may still be given when the higher support counts: the standard less what was given before, never below zero (从优就高不重复). */
export const topUp = (standardFen: number, givenFen: number): number => Math.max(0, standardFen - givenFen);
