import { Timeline, type TimelineStep } from '#platform/web/Timeline.tsx';
import { useActor } from '#platform/web/useActor.ts';
import { useWords, type Words } from '#platform/web/useWords.ts';
import { shortDate, writtenInstant } from '#platform/web/written.ts';
import type { CaseView } from '../domain/contract.ts';

/** What happened to a case, where it is, and what comes. */
export function CaseTimeline({ view }: { view: CaseView }) {
  const w = useWords();
  const { today, actor } = useActor();
  const staff = actor.role !== 'talent';
  return (
    <section className="case-part">
      <h2>{w('cases.path')}</h2>
      <Timeline steps={[opened(view, today, w), ...view.steps.map((step) => taken(step, today, w)), ...(view.outcome ? [] : [now(view, today, staff, w)]), ...(view.outcome ? [] : ahead(view))]} />
      {staff && !view.outcome ? <p className="cap">{w('cases.talentReads', { text: view.talentLabel })}</p> : null}
    </section>
  );
}

const dayOf = (instant: string, today: string) => shortDate(writtenInstant(instant).slice(0, 10), today);

const opened = ({ openedAt, filled }: CaseView, today: string, w: Words): TimelineStep =>
  ({ key: 'opened', state: 'done', title: w('cases.opened'), lines: [`${dayOf(openedAt, today)} ${w('cases.openedBy', { n: filled.prefilled })}`] });

const taken = ({ position, label, at, actorName, role, reason, toLabel, to }: CaseView['steps'][number], today: string, w: Words): TimelineStep => ({
  key: `${position}${to}`, state: 'done', title: label, lines: [`${dayOf(at, today)} ${actorName || w(`platform.role.${role}`)} → ${toLabel}`, ...(reason ? [reason] : [])],
});

const now = (view: CaseView, today: string, staff: boolean, w: Words): TimelineStep => ({
  key: 'now', state: view.yours ? 'yours' : 'now', title: staff ? view.stageLabel : view.talentLabel,
  lines: [w('cases.since', { day: dayOf(view.stageSince, today) }), ...(view.usualDays === null ? [] : [w('cases.usual', { n: view.usualDays })])],
});

const ahead = (view: CaseView): TimelineStep[] => view.ahead.map(({ stage, label }) => ({ key: `ahead ${stage}`, state: 'ahead', title: label }));
