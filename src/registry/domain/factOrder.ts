import { yearsLater } from './day.ts';

/** Two facts whose days must follow one another; keys as in the dictionary, `years` between them at least. */
type Following = { earlier: string; later: string; years: number };

// 16: 劳动法 forbids hiring minors under 16. The others are what the words themselves mean.
const followings: readonly Following[] = [
  { earlier: 'birthDate', later: 'workStartDate', years: 16 },
  { earlier: 'birthDate', later: 'arrivalDate', years: 16 },
  { earlier: 'birthDate', later: 'graduationDate', years: 14 },
  { earlier: 'workStartDate', later: 'arrivalDate', years: 0 },
  { earlier: 'titleDate', later: 'appointmentDate', years: 0 },
  { earlier: 'birthDate', later: 'titleDate', years: 18 },
];
const notAfterToday: readonly string[] = ['birthDate', 'graduationDate', 'workStartDate', 'titleDate', 'townshipSince'];

/** A pair of days that cannot both be right; `earlier` is 'today' where a day lies in the future. */
export type OrderFault = { later: string; earlier: string; years: number };

/** The faults among one person's days, by dictionary key (row 33 of the bad inputs). */
export function dateOrderFaults(days: Readonly<Record<string, string | undefined>>, today: string): OrderFault[] {
  const out = followings.filter(({ earlier, later, years }) => {
    const [first, then] = [days[earlier], days[later]];
    return first !== undefined && then !== undefined && then < yearsLater(first, years);
  }).map(({ earlier, later, years }) => ({ earlier, later, years }));
  return [...out, ...notAfterToday.filter((key) => (days[key] ?? '') > today).map((later) => ({ later, earlier: 'today', years: 0 }))];
}
