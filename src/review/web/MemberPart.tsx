import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { downloadOf, useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Tally } from '../domain/ballot.ts';
import { meetingContract, type MeetingView } from '../domain/meetingContract.ts';
import { BallotPaper } from './BallotPaper.tsx';
import { readPurse } from './purse.ts';
import { useHandIn } from './useHandIn.ts';

/** What a member does on his own phone: signs in, gets ballots, votes, finds his ballots again. */
export function MemberPart({ view }: { view: MeetingView }) {
  const w = useWords();
  const { own } = view;
  const vote = view.votes.at(-1);
  const handIn = useHandIn(view.meetingId, vote, own?.present ?? false);
  if (!own) return null;
  if (own.excused) return <p className="sub">{w('review.meeting.excused')}</p>;
  if (!own.present) return view.state === 'gathering' ? <SignIn meetingId={view.meetingId} /> : <p className="sub">{w('reason.meetingBegun')}</p>;
  if (!vote) return <p role="status">{w('review.meeting.signedIn')}</p>;
  if (vote.state === 'issuing') {
    return (
      <Section title={w('review.ballot')}>
        <p role="status">{handIn.handedIn >= handIn.of ? w('review.ballot.ready', { n: handIn.of }) : w('review.ballot.fetching', { n: handIn.handedIn, of: handIn.of })}</p>
        <Refusal of={handIn.refusal} />
        {handIn.refusal ? <Button onClick={handIn.again}>{w('review.ballot.retry')}</Button> : null}
      </Section>
    );
  }
  return <>{vote.state === 'voting' ? <BallotPaper key={vote.name} view={view} vote={vote} /> : null}{view.votes.filter(({ state }) => state === 'counted').map((counted) => <OwnBallots key={counted.name} view={view} vote={counted} />)}</>;
}

function SignIn({ meetingId }: { meetingId: string }) {
  const w = useWords();
  const api = useApi(meetingContract);
  const [code, setCode] = useState('');
  const act = useAct(() => api.attendMeeting({ params: { meetingId }, body: { code: code.trim() } }));
  return (
    <Section title={w('review.meeting.signIn')} waiting>
      <TextField label={w('review.meeting.code')} hint={w('review.meeting.codeHint')} inputMode="numeric" maxLength={6} value={code} onChange={setCode} required />
      <Refusal of={act.refusal} />
      <p><Button kind="primary" busy={act.running} disabled={code.trim().length !== 6} onClick={() => act.run(undefined)}>{w('review.meeting.signIn')}</Button></p>
    </Section>
  );
}

/** This phone's ballots in the sealed tally: found by their receipts, which nobody else knows to be his. */
function OwnBallots({ view, vote }: { view: MeetingView; vote: MeetingView['votes'][number] }) {
  const w = useWords();
  const address = downloadOf(`/api/meetings/${view.meetingId}/tallies/${vote.position}`);
  const tally = useLoad<Tally>(['tally', vote.name], async () => (await (await fetch(address)).json()) as Tally);
  const kept = Object.values(readPurse(vote.name)).filter(({ receipt }) => receipt);
  if (kept.length === 0) return null;
  return (
    <Section title={w('review.ballot.own')} note={w('review.ballot.ownNote')}>
      <Loaded of={tally}>
        {({ motions }) => (
          <ul className="lines">
            {kept.map((ballot) => {
              const found = motions.find((motion) => motion.case === ballot.case)?.ballots.find(({ hash }) => hash === ballot.receipt);
              return (
                <li key={ballot.case}>
                  <b>{w('review.file.number', { n: ballot.case })}</b> {ballot.choice ? w(`review.choice.${ballot.choice}`) : ''} · {w(found && found.choice === ballot.choice ? 'review.ballot.found' : 'review.ballot.missing')}
                  <span className="cap line receipt"><code>{ballot.receipt}</code></span>
                </li>
              );
            })}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}
