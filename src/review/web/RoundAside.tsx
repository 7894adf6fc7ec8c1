import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { drawContract } from '../domain/drawContract.ts';
import type { RoundView } from './RoundCockpit.tsx';

/** Beside the cockpit: the draws with their members, the pinned rules, how the round was assigned. */
export function RoundAside({ view }: { view: RoundView }) {
  const w = useWords();
  const { rules, assignment } = view;
  return (
    <div className="stack">
      {view.assignment ? (
        <Section title={w('review.round.after')}>
          <ul className="lines links">
            <li><Go to={`/work/calibrations/${view.reviewRoundId}`}>{w('review.calibration')}</Go></li>
            {rules.meeting ? <li><Go to="/work/meetings">{w('review.meetings')}</Go></li> : null}
            {rules.meeting ? <li><Go to={`/work/settlements/${view.reviewRoundId}`}>{w('review.round.settlement')}</Go></li> : null}
          </ul>
        </Section>
      ) : null}
      {view.draws.length > 0 ? (
        <Section title={w('review.round.draw')} more={<Go to={`/work/reviews/${view.reviewRoundId}/draw`}>{w('review.round.manageDraw')}</Go>}>
          <ul className="lines links">{view.draws.map((draw) => <li key={draw.drawId}><Go to={`/draws/${draw.drawId}`}>{w('review.draw.attempt', { n: draw.attempt })}</Go> {w(`review.draw.state.${draw.state}`)}</li>)}</ul>
        </Section>
      ) : null}
      {view.members.length > 0 ? <Members view={view} /> : null}
      {view.excluded.length > 0 ? <Excluded view={view} /> : null}
      <Section title={w('review.round.rules')}>
        <ul className="lines">
          <li>{w('review.rule.reviewers', { n: rules.reviewers })}</li>
          <li>{w(`review.blind.${rules.blinding}`)}</li>
          <li>{w(`review.rule.from.${rules.reviewersFrom}`)}</li>
          <li>{w(`review.rule.bars.${rules.conflictBars}`)}</li>
          <li>{w('review.rule.workingDays', { n: rules.workingDays })}</li>
          <li>{w(`review.rule.official.${rules.official}`)}</li>
          {rules.meeting ? <li>{w('review.rule.meeting', { size: rules.meeting.size, substitutes: rules.meeting.substitutes, need: rules.meeting.passShare.need, of: rules.meeting.passShare.of })}</li> : null}
        </ul>
      </Section>
      {assignment ? (
        <Section title={w('review.round.assignment')}>
          <ul className="lines"><li>{w('review.assign.floor', { n: assignment.floor })}</li><li>{w('review.assign.total', { n: assignment.total })}</li><li>{w('review.assign.most', { n: assignment.most })}</li></ul>
        </Section>
      ) : null}
    </div>
  );
}

function Members({ view }: { view: RoundView }) {
  const w = useWords();
  return (
    <Section title={w('review.round.members')}>
      <ul className="lines">
        {view.members.map((each) => (
          <li key={each.expertId}>
            <b>{each.name}</b> <span className="cap">{each.organisation} · {w(`review.member.${each.kind}`, { n: each.position })} · {w(`review.member.${each.state}`)}{each.declinedReason ? ` · ${each.declinedReason}` : ''}</span>
            {each.state === 'declined' || view.state === 'closed' ? null : <Decline view={view} expertId={each.expertId} name={each.name} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Decline({ view, expertId, name }: { view: RoundView; expertId: string; name: string }) {
  const w = useWords();
  const api = useApi(drawContract);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const act = useAct(() => api.declineSeat({ params: { reviewRoundId: view.reviewRoundId }, body: { expertId, reason } }), { done: () => setOpen(false) });
  return (
    <>
      {' '}<Button small onClick={() => setOpen(true)}>{w('review.member.decline')}</Button>
      <Dialog title={w('review.member.declineTitle', { name })} open={open} onClose={() => setOpen(false)} actions={<Button kind="primary" busy={act.running} disabled={reason.trim().length < 2} onClick={() => act.run(undefined)}>{w('review.member.declineDo')}</Button>}>
        <p>{w('review.member.declineHow')}</p>
        <TextField label={w('review.member.reason')} value={reason} onChange={setReason} required maxLength={200} />
        <Refusal of={act.refusal} />
      </Dialog>
    </>
  );
}

function Excluded({ view }: { view: RoundView }) {
  const w = useWords();
  return (
    <Section title={w('review.round.excluded')}>
      <details>
        <summary>{w('review.round.excludedN', { n: new Set(view.excluded.map(({ name }) => name)).size })}</summary>
        <ul className="lines">{view.excluded.slice(0, 200).map((each, index) => <li key={index}><b>{each.name}</b> <span className="cap">{w('review.round.excludedFor', { kind: w(`review.kind.${each.kind}`), number: each.number })}</span></li>)}</ul>
      </details>
    </Section>
  );
}
