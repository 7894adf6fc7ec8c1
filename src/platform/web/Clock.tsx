import { clockKey, toneOf, type ClockValue } from './clockTone.ts';
import { DayRuler } from './DayRuler.tsx';
import { useToday } from './useActor.ts';
import { useWords } from './useWords.ts';
import { shortDate } from './written.ts';

/** A deadline in words over its day ruler; amber near the end, red past it, green while it is somebody else's. */
export function Clock({ clock, about, mine = true }: { clock: ClockValue; about?: string; mine?: boolean }) {
  const w = useWords();
  const today = useToday();
  const tone = toneOf(clock, mine);
  const { key, days } = clockKey(clock);
  const [before = '', strong = '', after = ''] = w(key, { n: days, hour: clock.hour ?? '' }).split('*');
  return (
    <span className={`clock ${tone}`}>
      <span className="clock-words">
        {about ? `${about} · ` : ''}{before}<b>{strong}</b>{after}
        {clock.left === 0 ? '' : ` · ${w('platform.clock.until', { date: shortDate(clock.dueOn, today) })}`}
      </span>
      <DayRuler left={clock.left} total={clock.total} tone={tone} />
    </span>
  );
}
