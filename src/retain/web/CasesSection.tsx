import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Section } from '#platform/web/Section.tsx';
import { Timeline, type TimelineStep } from '#platform/web/Timeline.tsx';
import { useToday } from '#platform/web/useActor.ts';
import type { Load } from '#platform/web/useLoad.ts';
import { useWords, type Words } from '#platform/web/useWords.ts';
import { shortDate, writtenInstant } from '#platform/web/written.ts';
import type { MyCase, MyCases } from './reads.ts';

const shownFirst = 6;

/** The talent's cases on a line, with the next date in its own column. */
export function CasesSection({ cases }: { cases: Load<MyCases> }) {
  const w = useWords();
  const today = useToday();
  return (
    <Section title={w('retain.cases')} more={<Go to="/my/cases">{w('retain.cases.all')}</Go>} className="area-cases">
      <Loaded of={cases}>
        {({ rows }) => rows.length === 0
          ? <Empty link={<Go to="/programmes">{w('retain.programmes')}</Go>}>{w('retain.cases.none')}</Empty>
          : <Timeline wide steps={rows.slice(0, shownFirst).map((row) => stepOf(row, w, today))} />}
      </Loaded>
    </Section>
  );
}

function stepOf(row: MyCase, w: Words, today: string): TimelineStep {
  return {
    key: row.id,
    state: row.outcome ? 'done' : row.yours ? 'yours' : 'now',
    title: <><Go to={`/my/cases/${row.id}`}>{row.programme}{row.category ? ` · ${row.category}` : ''}</Go> {row.stageLabel}{row.yours && !row.outcome ? w('retain.yours') : ''}</>,
    lines: [`${row.number} · ${w('retain.cases.opened', { date: shortDate(writtenInstant(row.openedAt), today) })}`],
    aside: <>
      {row.clock ? w('retain.cases.due', { date: shortDate(row.clock.dueOn, today) }) : null}
      {row.usualDays === null ? null : <span className="line">{w('retain.cases.usual', { n: row.usualDays })}</span>}
    </>,
  };
}
