import { addDays, dayNumber, dayText } from './calendar.ts';
import type { Policy } from './model.ts';

/** The day before a day. */
export const dayBefore = (day: string): string => dayText(addDays(dayNumber(day) ?? 0, -1));

/** Ends every version on the day before the next version of its code begins, where its own text does not end it earlier. */
export function inSuccession(policies: readonly Policy[]): Policy[] {
  return policies.map((policy) => {
    const [next] = policies.filter(({ code, from }) => code === policy.code && from > policy.from).map(({ from }) => from).toSorted();
    const last = next && dayBefore(next);
    return last && (!policy.to || policy.to > last) ? { ...policy, to: last } : policy;
  });
}
