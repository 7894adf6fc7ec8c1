/** The only place that reads time. Domain code gets days and instants from here. */
export type Clock = {
  /** The instant now. */
  now(): Date;
  /** Today in Beijing, 'YYYY-MM-DD'. */
  today(): string;
};

const beijingDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The Beijing calendar day of an instant, 'YYYY-MM-DD'. */
export const dayOf = (instant: Date): string => beijingDay.format(instant);

/** The instant at which a Beijing day begins; China has had one zone and no summer time since 1991. */
export const startOfDay = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

/** The clock on the wall. */
export const systemClock: Clock = { now: () => new Date(), today: () => dayOf(new Date()) };

/** A clock that stands still until it is moved: for tests and for telling the demo story. */
export type MovableClock = Clock & { moveTo(instant: Date | string): void };

/** A movable clock that starts at an instant, or at nine in the morning of a Beijing day. */
export function movableClock(start: Date | string): MovableClock {
  let at = instantOf(start);
  return {
    now: () => new Date(at),
    today: () => dayOf(at),
    moveTo: (instant) => { at = instantOf(instant); },
  };
}

const instantOf = (start: Date | string): Date =>
  typeof start !== 'string' ? start : start.length === 10 ? new Date(`${start}T09:00:00+08:00`) : new Date(start);
