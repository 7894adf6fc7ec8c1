const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (days[month - 1] ?? 0));

/** A run of digits as a number, −∞ where something else stands; read once for every person of a population, hence no pattern. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : -Infinity;
  }
  return value;
}

/** 'YYYY-MM-DD' as yyyymmdd; undefined when there is no such day. */
export function dayNumber(text: string): number | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) ? year * 10000 + month * 100 + day : undefined;
}

/** yyyymmdd as 'YYYY-MM-DD'. */
export function dayText(day: number): string {
  const digits = String(day).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** The latest real day not after a yyyymmdd that may not exist (20250229 becomes 20250228). */
export function realDay(day: number): number {
  const year = Math.floor(day / 10000);
  const month = Math.floor(day / 100) % 100;
  return year * 10000 + month * 100 + Math.min(day % 100, daysIn(year, month));
}

/** Completed years by calendar law: who was born on 29 February completes a year on 1 March. */
export const completedYears = (since: number, until: number): number => Math.floor((until - since) / 10000);

/** The first day on which so many years are completed. */
export function anniversary(since: number, years: number): number {
  const day = since + years * 10000;
  return realDay(day) === day ? day : Math.floor(day / 10000) * 10000 + 301;
}

/** Days from 0000-03-01 to 1900-01-01. */
const before1900 = 693_901;

/** Days since 1900-01-01, counted in years that begin in March so that the leap day comes last. */
export function serialDay(day: number): number {
  const month = Math.floor(day / 100) % 100;
  const year = Math.floor(day / 10000) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + (day % 100) - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - before1900;
}

/** The day after so many days; both yyyymmdd. */
export function addDays(day: number, count: number): number {
  const at = new Date(Date.UTC(Math.floor(day / 10000), (Math.floor(day / 100) % 100) - 1, (day % 100) + count));
  return at.getUTCFullYear() * 10000 + (at.getUTCMonth() + 1) * 100 + at.getUTCDate();
}
