import type { casesContract } from '#cases/domain/contract.ts';
import { Go } from '#platform/web/Go.tsx';
import { useToday } from '#platform/web/useActor.ts';
import type { Api } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { shortDate } from '#platform/web/written.ts';
import { barOf, monthsFrom, placeOf } from './yearCalendar.ts';

export type ProgrammeLine = Awaited<ReturnType<Api<typeof casesContract>['listProgrammes']>>['rows'][number];

/** Programmes over a year; on a phone each is its name with its periods beneath. */
export function ProgrammeYear({ programmes }: { programmes: readonly ProgrammeLine[] }) {
  const w = useWords();
  const today = useToday();
  return (
    <div className="year">
      <div className="months" aria-hidden="true">
        <span>{w('attract.year.programme')}</span>
        <div className="month-names">{monthsFrom(today).map((month) => <span key={month}>{w('attract.year.month', { n: Number(month.slice(5, 7)) })}</span>)}</div>
      </div>
      <ul>
        {programmes.map((programme) => (
          <li key={programme.code} className="programme">
            <div className="name"><Go to={`/programmes/${programme.code}`}>{programme.title}</Go><span className="cap"> {programme.summary}</span></div>
            <Track programme={programme} today={today} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Track({ programme, today }: { programme: ProgrammeLine; today: string }) {
  const w = useWords();
  const bars = programme.rounds.map((round) => ({ round, bar: barOf({ from: round.opensOn, to: round.closesOn }, today) }));
  return (
    <div className="track">
      <span className="now" style={{ left: `${placeOf(today, today) * 100}%` }} aria-hidden="true" />
      {bars.map(({ round, bar }) => bar ? (
        <i key={round.id} className={round.isOpen ? 'open' : undefined} style={{ left: `${bar.left}%`, minWidth: `${bar.width}%` }}>
          {w('attract.year.apply', { from: shortDate(round.opensOn, today), to: shortDate(round.closesOn, today) })}
        </i>
      ) : null)}
      {bars.every(({ bar }) => !bar) ? <span className="cap">{w('attract.year.none')}</span> : null}
    </div>
  );
}
