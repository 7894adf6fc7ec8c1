/** Months shown: this one and the twelve after it. */
export const monthsShown = 13;

/** The first days of the months shown, beginning with the month of a date. */
export function monthsFrom(today: string): string[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7)) - 1;
  return Array.from({ length: monthsShown }, (_none, index) => new Date(Date.UTC(year, month + index, 1)).toISOString().slice(0, 10));
}

/** Where a date stands over the months shown: 0 the left edge, 1 the right; every month is equally wide. */
export function placeOf(date: string, today: string): number {
  const months = (Number(date.slice(0, 4)) - Number(today.slice(0, 4))) * 12 + Number(date.slice(5, 7)) - Number(today.slice(5, 7));
  const days = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate();
  return (months + (Number(date.slice(8, 10)) - 1) / days) / monthsShown;
}

/** The bar of a period over the months shown, in per cent; nothing when it lies outside. */
export function barOf(period: { from: string; to: string }, today: string): { left: number; width: number } | undefined {
  const from = Math.max(0, placeOf(period.from, today));
  const to = Math.min(1, placeOf(period.to, today));
  return to <= from ? undefined : { left: from * 100, width: (to - from) * 100 };
}
