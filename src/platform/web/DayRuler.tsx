import { ticksOf, type Tone } from './clockTone.ts';

/** One tick a working day, every fifth taller; the sentence beside it is what is read. */
export function DayRuler({ left, total, tone = 'green' }: { left: number; total: number; tone?: Tone }) {
  const ticks = ticksOf({ left, total });
  return (
    <svg className={`ruler ${tone}`} width={ticks.length * 6} height="10" aria-hidden="true">
      {ticks.map(({ x, tall, on }) => <rect key={x} className={on ? 'on' : 'off'} x={x} y={tall ? 0 : 2} width="5" height={tall ? 10 : 8} />)}
    </svg>
  );
}
