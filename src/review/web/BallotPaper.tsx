import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { ShutButton } from '#platform/web/ShutButton.tsx';
import { useWords } from '#platform/web/useWords.ts';
import { CHOICES, type Choice } from '../domain/ballot.ts';
import type { MeetingView } from '../domain/meetingContract.ts';
import { isPublished, useCast } from './useCast.ts';

type Vote = MeetingView['votes'][number];

/** The ballots of one member on his own phone: for, against or abstain on each file, sent once. */
export function BallotPaper({ view, vote }: { view: MeetingView; vote: Vote }) {
  const w = useWords();
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const { purse, cast, running, refusal } = useCast(view.meetingId, vote);
  const mine = vote.motions.filter((motion) => motion.mine && isPublished(vote, motion.number, purse));
  const strange = vote.motions.filter((motion) => motion.mine && !isPublished(vote, motion.number, purse));
  const chosenOf = (number: number): Choice | undefined => purse[String(number)]?.choice ?? choices[String(number)];
  const left = mine.filter(({ number }) => !chosenOf(number)).length;
  const cleared = mine.every(({ number }) => purse[String(number)]?.receipt);
  return (
    <Section title={w('review.ballot')} waiting={!cleared} note={w('review.ballot.secret')}>
      {strange.length > 0 ? <p className="warning">{w('review.ballot.elsewhere', { n: strange.length })}</p> : null}
      {mine.map(({ number }) => (
        <Paper key={number} number={number} heading={view.files.find((file) => file.number === number)?.heading ?? ''} chosen={chosenOf(number)} receipt={purse[String(number)]?.receipt} shut={running || purse[String(number)]?.choice !== undefined}
          onChoose={(choice) => setChoices({ ...choices, [String(number)]: choice })} />
      ))}
      <Refusal of={refusal} />
      {cleared ? <p role="status">{w('review.ballot.all', { n: mine.length })}</p>
        : left > 0 ? <ShutButton why={w('review.ballot.left', { n: left })}>{w('review.ballot.cast', { n: mine.length })}</ShutButton>
          : <><Button kind="primary" busy={running} onClick={() => cast(choices)}>{w('review.ballot.cast', { n: mine.length })}</Button><p className="cap">{w('review.ballot.once')}</p></>}
    </Section>
  );
}

function Paper({ number, heading, chosen, receipt, shut, onChoose }: { number: number; heading: string; chosen: Choice | undefined; receipt: string | undefined; shut: boolean; onChoose: (choice: Choice) => void }) {
  const w = useWords();
  return (
    <fieldset className="ballot-paper" disabled={shut}>
      <legend>{w('review.file.number', { n: number })}<small>{heading}</small></legend>
      <div className="ballot-choices">
        {CHOICES.map((choice) => (
          <label key={choice} className={choice === chosen ? 'on' : undefined}><input type="radio" name={`ballot-${number}`} checked={choice === chosen} onChange={() => onChoose(choice)} />{w(`review.choice.${choice}`)}</label>
        ))}
      </div>
      {receipt ? <p className="cap receipt">{w('review.ballot.receipt')} <code>{receipt}</code></p> : null}
    </fieldset>
  );
}
