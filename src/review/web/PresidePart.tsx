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
  const api = useApi(meetingContract);
  const params = { meetingId: view.meetingId };
  const handOut = useAct(() => api.handOutBallots({ params }));
  const open = useAct(() => api.openVote({ params }));
  const count = useAct(() => api.countVote({ params }));
  const publish = useAct(() => api.publishTally({ params }));
  return (
    <div className="stack">
      {view.state === 'gathering' ? <Gathering view={view} handOut={handOut} /> : null}
      {view.state === 'issuing' ? <Issuing view={view} handOut={handOut} open={open} /> : null}
      {view.state === 'voting' ? <Voting view={view} count={count} /> : null}
      {view.state === 'counted' ? <Counted view={view} handOut={handOut} publish={publish} /> : null}
      {view.published ? <Published view={view} /> : null}
      <Refusal of={handOut.refusal ?? open.refusal ?? count.refusal ?? publish.refusal} />
    </div>
  );
}

type Step = { running: boolean; run: (input: undefined) => void };
type Motion = MeetingView['votes'][number]['motions'][number];
const sumOf = (view: MeetingView, of: (motion: Motion) => number): number => view.votes.at(-1)?.motions.reduce((sum, motion) => sum + of(motion), 0) ?? 0;

function Gathering({ view, handOut }: { view: MeetingView; handOut: Step }) {
  const w = useWords();
  if (!hasQuorum(view.present, view.rule.panelSize, view.rule.quorum)) return <ShutButton why={w('reason.noQuorum')}>{w('review.meeting.handOut')}</ShutButton>;
  return <Button kind="primary" busy={handOut.running} onClick={() => handOut.run(undefined)}>{w('review.meeting.handOut')}</Button>;
}

function Issuing({ view, handOut, open }: { view: MeetingView; handOut: Step; open: Step }) {
  const w = useWords();
  const lacking = sumOf(view, ({ entitled, tokens }) => Math.max(0, entitled - tokens));
  return (
    <>
      {lacking > 0 ? <ShutButton why={w('review.meeting.lacking', { n: lacking })}>{w('review.meeting.openVote')}</ShutButton> : <Button kind="primary" busy={open.running} onClick={() => open.run(undefined)}>{w('review.meeting.openVote')}</Button>}
      <p className="cap">{w('review.meeting.anewHint')} <button type="button" className="text-button" onClick={() => handOut.run(undefined)}>{w('review.meeting.anew')}</button></p>
    </>
  );
}

function Voting({ view, count }: { view: MeetingView; count: Step }) {
  const w = useWords();
  return (
    <>
      <p role="status">{w('review.meeting.cast', { n: sumOf(view, ({ ballots }) => ballots), of: sumOf(view, ({ entitled }) => entitled) })}</p>
      <Button kind="primary" busy={count.running} onClick={() => count.run(undefined)}>{w('review.meeting.count')}</Button>
      <p className="cap">{w('review.meeting.countHint')}</p>
    </>
  );
}

function Counted({ view, handOut, publish }: { view: MeetingView; handOut: Step; publish: Step }) {
  const w = useWords();
  const { actor } = useActor();
  const tied = view.files.filter(({ outcome }) => outcome === 'tied').length;
  if (tied > 0) return <Button kind="primary" busy={handOut.running} onClick={() => handOut.run(undefined)}>{w('review.meeting.runOff', { n: tied })}</Button>;
  if (view.published) return null;
  if (actor.role !== 'bureau') return <p role="status">{w('review.meeting.awaitsOffice')}</p>;
  return <Button kind="primary" busy={publish.running} onClick={() => publish.run(undefined)}>{w('review.meeting.publish')}</Button>;
}

function Published({ view }: { view: MeetingView }) {
  const w = useWords();
  const { actor } = useActor();
  return (
    <>
      <p role="status">{w('review.meeting.published')} <Go to={`/meetings/${view.meetingId}`}>{w('review.record')}</Go></p>
      {actor.role === 'bureau' ? <Go to={`/work/settlements/${view.reviewRoundId}`} look="primary">{w('review.meeting.settle')}</Go> : null}
    </>
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
