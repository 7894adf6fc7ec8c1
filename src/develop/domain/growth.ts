import { addDays, dayNumber, dayText, realDay } from '#policy/domain/calendar.ts';
import { noGrowth, type Growth } from './growthShape.ts';
import type { Dictionary, Facts, FactValue } from '#policy/domain/policy.ts';

/** A posting counts as a month for every so many days, where a rule counts months. */
export const daysOfMonth = 30;

/** How each of these facts of the dictionary, by its key, grows with a posting or with study. */
const growing: Record<string, (growth: Growth) => number> = {
  grassrootsDays: ({ postingDays }) => postingDays,
  grassrootsMonths: ({ postingDays }) => Math.floor(postingDays / daysOfMonth),
  furtherStudyMonths: ({ studyMonths }) => studyMonths,
};

/** The facts as they will stand afterwards. A fact that nobody knows does not become known by adding to it. */
export function grown(facts: Facts, dictionary: Dictionary, growth: Growth): Facts {
  const more = (name: string, value: FactValue | undefined): FactValue | undefined => {
    const add = growing[dictionary.facts[name]?.key ?? ''];
    return add && typeof value === 'number' ? value + add(growth) : value;
  };
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, more(name, value)]));
}

/** How much of a growth would close a gap of so many units of a fact; undefined where neither posting nor study does. */
export function growthFor(dictionary: Dictionary, fact: string, short: number): Growth | undefined {
  const key = dictionary.facts[fact]?.key;
  if (key === 'grassrootsDays') return { ...noGrowth, postingDays: short };
  if (key === 'grassrootsMonths') return { ...noGrowth, postingDays: short * daysOfMonth };
  return key === 'furtherStudyMonths' ? { ...noGrowth, studyMonths: short } : undefined;
}

/** Both gaps closed: days of one posting serve every rule that counts them. */
export const larger = (one: Growth, other: Growth): Growth => ({ postingDays: Math.max(one.postingDays, other.postingDays), studyMonths: Math.max(one.studyMonths, other.studyMonths) });

export const isNone = ({ postingDays, studyMonths }: Growth): boolean => postingDays === 0 && studyMonths === 0;

/** The day on which posting and study, begun on a day, are done. */
export function doneOn(day: string, { postingDays, studyMonths }: Growth): string {
  const after = addDays(dayNumber(day) ?? 0, postingDays);
  const months = Math.floor(after / 10000) * 12 + (Math.floor(after / 100) % 100) - 1 + studyMonths;
  return dayText(realDay(Math.floor(months / 12) * 10000 + ((months % 12) + 1) * 100 + (after % 100)));
}
