const separated = /^(\d{4})\s*[-/.\u5E74]\s*(\d{1,2})(?:\s*[-/.\u6708]\s*(\d{1,2})?\s*\u65E5?)?(?:[ T]0{1,2}:00(?::00)?)?$/u;
const packed = /^(\d{4})(\d{2})(\d{2})$/;
const monthOnly = /^(\d{4})(\d{2})$/;

/** A date as somebody wrote it; `exact` is false where the day was missing and the first of the month was taken. */
export type WrittenDate = { date: string; exact: boolean };

/** Does this day exist? */
export function dayExists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Reads 2020-01-02, 2020/1/2, 2020.1, 2020年1月2日, 20200102, 202001; undefined when it is no day of the years 1900 to 2199. */
export function readDate(text: string): WrittenDate | undefined {
  const found = separated.exec(text) ?? packed.exec(text) ?? monthOnly.exec(text);
  if (!found) return undefined;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 1)];
  if (year < 1900 || year > 2199 || !dayExists(year, month, day)) return undefined;
  return { date: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, exact: found[3] !== undefined };
}

/** Whole years from one day to another; somebody born on 29 February is older from 1 March in common years. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}
