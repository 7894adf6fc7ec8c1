/** A deadline in working days: negative `left` is past due, `hour` is given on the last day. */
export type ClockValue = { dueOn: string; left: number; total: number; hour?: string | undefined };
export type Tone = 'green' | 'amber' | 'red';

/** Amber in the last two fifths of the stage, red only past due; a clock of somebody else stays green until it is past. */
export function toneOf(clock: Pick<ClockValue, 'left' | 'total'>, mine: boolean): Tone {
  if (clock.left < 0) return 'red';
  return mine && clock.left * 5 <= clock.total * 2 ? 'amber' : 'green';
}

/** Ticks of a day ruler: one a working day, every fifth taller; past due fills them all. At most sixty are drawn. */
export function ticksOf(clock: Pick<ClockValue, 'left' | 'total'>): { x: number; tall: boolean; on: boolean }[] {
  const count = Math.max(1, Math.min(60, Math.max(clock.total, clock.left)));
  const scale = count / Math.max(1, clock.total, clock.left);
  const filled = clock.left < 0 ? count : Math.max(1, Math.ceil(clock.left * scale));
  return Array.from({ length: count }, (_none, index) => ({ x: index * 6, tall: index % 5 === 0, on: index < filled }));
}

/** Key and numbers of the words beside a clock. */
export function clockKey(clock: ClockValue): { key: string; days: number } {
  if (clock.left < 0) return { key: clock.left === -1 ? 'platform.clock.pastOne' : 'platform.clock.past', days: -clock.left };
  if (clock.left === 0) return { key: clock.hour ? 'platform.clock.hour' : 'platform.clock.today', days: 0 };
  return { key: clock.left === 1 ? 'platform.clock.leftOne' : 'platform.clock.left', days: clock.left };
}
