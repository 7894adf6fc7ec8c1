import type { Span } from './amounts.ts';
import type { Policy } from './model.ts';
import type { Crowd } from './sandboxCrowd.ts';
import { moneyOfPerson, moneyOfSignature, noMoney, paysByVerdicts, plus } from './sandboxMoney.ts';
import { rowOfPerson, standingOf, type Standing } from './standing.ts';

/** How support is paid: once, in shares of so many per cent a year, where what was paid before counts; or each year anew. */
export type Payment = { every: 'once' | 'year'; shares: readonly number[] };

/** A year ahead: who is entitled on its day, who is for the first time and who no longer is, and what is paid in it. */
export type YearAhead = { year: number; day: string; entitled: number; fresh: number; lapsed: number; paid: Span };

/** The days judged for: the day itself, then the last of each year that follows. */
export const daysAhead = (asOf: string, years: number): string[] => [asOf, ...Array.from({ length: years - 1 }, (_, at) => `${Number(asOf.slice(0, 4)) + at + 1}-12-31`)];

/** Per cent of an amount in fen, the rest of a division left to the last share. */
function shareOf({ sure, possible }: Span, shares: readonly number[], at: number): Span {
  const upTo = (amount: number, count: number): number => (Number.isFinite(amount) ? Math.floor((amount * shares.slice(0, count).reduce((sum, share) => sum + share, 0)) / 100) : amount);
  const part = (amount: number): number => (Number.isFinite(amount) ? upTo(amount, at + 1) - upTo(amount, at) : amount);
  return { sure: part(sure), possible: part(possible) };
}

/** Entitled means that any result is yes. */
const entitledIn = ({ policy, signatures }: Standing): ((row: number) => boolean) => {
  const results = Object.keys(policy.results).length;
  const known: (boolean | undefined)[] = [];
  return (row) => (known[row] ??= signatures.verdictsOf(row).slice(0, results).includes(2));
};

/** How each person goes through the years: entitled or not, and what the policy gives on each day. */
type Course = { entitled(index: number): boolean; money(index: number): Span };

function courseOf(policy: Policy, crowd: Crowd, day: string): Course {
  const standing = standingOf(policy, crowd, day);
  const entitled = entitledIn(standing);
  const bySignature = paysByVerdicts(policy) ? moneyOfSignature(policy, day, standing.signatures) : undefined;
  const byPerson = bySignature ? undefined : moneyOfPerson(policy, crowd, day);
  return { entitled: (index) => entitled(rowOfPerson(standing, index)), money: (index) => bySignature?.(rowOfPerson(standing, index)) ?? byPerson?.(index) ?? noMoney };
}

/** Years ahead under one policy if nothing but time changes: several days judged, money put into the years in which it is paid. */
export function yearsAhead(policy: Policy, crowd: Crowd, days: readonly string[], payment: Payment): YearAhead[] {
  const years = days.map((day): YearAhead => ({ year: Number(day.slice(0, 4)), day, entitled: 0, fresh: 0, lapsed: 0, paid: noMoney }));
  const best: Span[] = [];
  const ever = new Uint8Array(crowd.size);
  let before: Course | undefined;
  for (const [at, year] of years.entries()) {
    const course = courseOf(policy, crowd, year.day);
    for (let index = 0; index < crowd.size; index += 1) {
      countPerson(year, course.entitled(index), before?.entitled(index) ?? false, ever, index);
      const due = payment.every === 'year' ? course.money(index) : raised(best, index, course.money(index));
      if (due.sure > 0 || due.possible > 0) payOut(years, at, due, payment);
    }
    before = course;
  }
  return years;
}

function countPerson(year: YearAhead, entitled: boolean, before: boolean, ever: Uint8Array, index: number): void {
  if (entitled) year.entitled += 1;
  if (entitled && !ever[index]) year.fresh += 1;
  if (!entitled && before) year.lapsed += 1;
  if (entitled) ever[index] = 1;
}

/** What is more than was given in any year before: support already given is made up, not given twice. */
function raised(best: Span[], index: number, now: Span): Span {
  const had = best[index] ?? noMoney;
  best[index] = { sure: Math.max(had.sure, now.sure), possible: Math.max(had.possible, now.possible) };
  const more = (later: number, earlier: number): number => (later > earlier ? later - earlier : 0);
  return { sure: more(now.sure, had.sure), possible: more(now.possible, had.possible) };
}

function payOut(years: YearAhead[], at: number, due: Span, { every, shares }: Payment): void {
  if (every === 'year') {
    const year = years[at] as YearAhead;
    year.paid = plus(year.paid, due);
    return;
  }
  for (const [later] of shares.entries()) {
    const year = years[at + later];
    if (year) year.paid = plus(year.paid, shareOf(due, shares, later));
  }
}

/** Who is entitled for the first time on one of the days, by number; for the list behind the figure. */
export function freshOn(policy: Policy, crowd: Crowd, days: readonly string[], year: number): number[] {
  const courses = days.filter((day) => Number(day.slice(0, 4)) <= year).map((day) => courseOf(policy, crowd, day));
  const last = courses.at(-1);
  if (!last || !days.some((day) => Number(day.slice(0, 4)) === year)) return [];
  return Array.from({ length: crowd.size }, (_, index) => index).filter((index) => last.entitled(index) && !courses.slice(0, -1).some((course) => course.entitled(index)));
}
