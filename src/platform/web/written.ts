import type { Words } from './useWords.ts';

/** Fen in words: ten thousands where the language counts so, else yuan. */
export function writtenFen(fen: number, w: Words): string {
  const yuan = fen / 100;
  const large = Math.abs(yuan) >= 10_000;
  return w(large ? 'platform.money.large' : 'platform.money.yuan', { wan: grouped(yuan / 10_000), yuan: grouped(yuan) });
}

/** '11-26' within the year of today, else '2027-02-04'. */
export const shortDate = (day: string, today: string): string => (day.slice(0, 4) === today.slice(0, 4) ? day.slice(5, 10) : day.slice(0, 10));

/** The weekday of a date in the language of the page. */
export const weekday = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { weekday: language === 'zh' ? 'long' : 'short', timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`));

/** The ISO week of a date. */
export function weekOf(day: string): number {
  const dayMs = 86_400_000;
  const at = Date.parse(`${day}T00:00:00Z`);
  const thursday = at + (4 - (((at / dayMs + 3) % 7) + 1)) * dayMs;
  const newYear = Date.UTC(Number(isoDay(thursday).slice(0, 4)), 0, 1);
  return 1 + Math.floor((thursday - newYear) / (7 * dayMs));
}

/** An instant as Beijing writes it: '2026-11-23 09:30'. */
export const writtenInstant = (instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(Date.parse(instant));

const isoDay = (at: number): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC' }).format(at);
const grouped = (amount: number): string => amount.toLocaleString('en', { maximumFractionDigits: 2 });
