import { Button } from '#platform/web/Button.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { ShutButton } from '#platform/web/ShutButton.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useActor } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { hasQuorum } from '../domain/ballotRule.ts';
import { meetingContract, type MeetingView } from '../domain/meetingContract.ts';

/** The chair's and the office's side: the code of the room, who is there, and the next act of the meeting. */
export function PresidePart({ view }: { view: MeetingView }) {
  const w = useWords();
  return (
    <>
      {view.state === 'gathering' ? <Section title={w('review.meeting.code')}><p className="door-code">{view.doorCode}</p><p className="cap">{w('review.meeting.codeShown')}</p></Section> : null}
      <Section title={w('review.meeting.next')}><NextAct view={view} /></Section>
      <Members view={view} />
    </>
  );
}

function NextAct({ view }: { view: MeetingView }) {
  const w = useWords();
  const api = useApi(meetingContract);
  const { actor } = useActor();
  const params = { meetingId: view.meetingId };
  const handOut = useAct(() => api.handOutBallots({ params }));
  const open = useAct(() => api.openVote({ params }));
  const count = useAct(() => api.countVote({ params }));
  const publish = useAct(() => api.publishTally({ params }));
  const vote = view.votes.at(-1);
  const tied = view.files.filter(({ outcome }) => outcome === 'tied').length;
  const lacking = vote?.motions.reduce((sum, { entitled, tokens }) => sum + Math.max(0, entitled - tokens), 0) ?? 0;
  const [cast, entitled] = [vote?.motions.reduce((sum, { ballots }) => sum + ballots, 0) ?? 0, vote?.motions.reduce((sum, motion) => sum + motion.entitled, 0) ?? 0];
  const quorum = hasQuorum(view.present, view.rule.panelSize, view.rule.quorum);
  return (
    <div className="stack">
      {view.state === 'gathering' && !quorum ? <ShutButton why={w('reason.noQuorum')}>{w('review.meeting.handOut')}</ShutButton> : null}
      {view.state === 'gathering' && quorum ? <Button kind="primary" busy={handOut.running} onClick={() => handOut.run(undefined)}>{w('review.meeting.handOut')}</Button> : null}
      {view.state === 'issuing' ? <>
        {lacking > 0 ? <ShutButton why={w('review.meeting.lacking', { n: lacking })}>{w('review.meeting.openVote')}</ShutButton> : <Button kind="primary" busy={open.running} onClick={() => open.run(undefined)}>{w('review.meeting.openVote')}</Button>}
        <p className="cap">{w('review.meeting.anewHint')} <button type="button" className="text-button" onClick={() => handOut.run(undefined)}>{w('review.meeting.anew')}</button></p>
      </> : null}
      {view.state === 'voting' ? <><p role="status">{w('review.meeting.cast', { n: cast, of: entitled })}</p><Button kind="primary" busy={count.running} onClick={() => count.run(undefined)}>{w('review.meeting.count')}</Button><p className="cap">{w('review.meeting.countHint')}</p></> : null}
      {view.state === 'counted' && tied > 0 ? <Button kind="primary" busy={handOut.running} onClick={() => handOut.run(undefined)}>{w('review.meeting.runOff', { n: tied })}</Button> : null}
      {view.state === 'counted' && tied === 0 && actor.role === 'bureau' && !view.published ? <Button kind="primary" busy={publish.running} onClick={() => publish.run(undefined)}>{w('review.meeting.publish')}</Button> : null}
      {view.state === 'counted' && tied === 0 && actor.role !== 'bureau' && !view.published ? <p role="status">{w('review.meeting.awaitsOffice')}</p> : null}
      {view.published ? <p role="status">{w('review.meeting.published')} <Go to={`/meetings/${view.meetingId}`}>{w('review.record')}</Go></p> : null}
      {view.published && actor.role === 'bureau' ? <Go to={`/work/settlements/${view.reviewRoundId}`} look="primary">{w('review.meeting.settle')}</Go> : null}
      <Refusal of={handOut.refusal ?? open.refusal ?? count.refusal ?? publish.refusal} />
    </div>
  );
}

function Members({ view }: { view: MeetingView }) {
  const w = useWords();
  const api = useApi(meetingContract);
  const leaving = view.state === 'gathering' || view.state === 'issuing' || view.files.some(({ outcome }) => outcome === 'tied');
  const excuse = useAct((personId: string) => api.excuseMember({ params: { meetingId: view.meetingId }, body: { personId } }));
  return (
    <Section title={w('review.meeting.members')} note={w('review.meeting.present', { n: view.present, of: view.rule.panelSize })}>
      <ul className="lines">
        {view.members.map((member) => (
          <li key={member.personId}>
            <span className="row">
              <b>{member.name}</b>{member.chair ? <Tag>{w('review.meeting.chair')}</Tag> : null}
              <span className="sub">{w(member.excused ? 'review.meeting.isExcused' : member.present ? 'review.meeting.isPresent' : member.seated ? 'review.meeting.isAway' : 'review.meeting.waits')}{member.issued ? ` · ${w('review.meeting.hasBallots')}` : ''}</span>
              {leaving && view.state !== 'voting' && member.seated && !member.excused ? <button type="button" className="text-button push" aria-label={w('review.meeting.excuseOne', { name: member.name })} onClick={() => excuse.run(member.personId)}>{w('review.meeting.excuse')}</button> : null}
            </span>
            <span className="cap line">{member.organisation}</span>
          </li>
        ))}
      </ul>
      <Refusal of={excuse.refusal} />
    </Section>
  );
}
