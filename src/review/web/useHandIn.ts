import { useEffect, useRef, useState } from 'react';
import { refusalOf, type RefusalValue } from '#platform/web/refusalValue.ts';
import { useActor } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { blindedOf, depositOf } from '../domain/ballotSlip.ts';
import { meetingContract, type MeetingView } from '../domain/meetingContract.ts';
import { fillPurse, keep, mixed, pause, readPurse } from './purse.ts';

type Vote = MeetingView['votes'][number];

/** A motion as the rules of slips want it. */
export const openMotion = ({ modulus }: Vote, { number, exponent }: Vote['motions'][number]) => ({ case: String(number), key: { modulus, exponent } });

/**
 * Fetches this member's ballots by itself while they are being handed out: makes the tokens here, has them signed blind
 * under the member's name, and hands their hashes in under no name. Goes on where it was after a lost line.
 */
export function useHandIn(meetingId: string, vote: Vote | undefined, present: boolean): { handedIn: number; of: number; refusal: RefusalValue | undefined; again: () => void } {
  const api = useApi(meetingContract);
  const { actor } = useActor();
  const [tried, setTried] = useState(0);
  const [handedIn, setHandedIn] = useState(0);
  const [refusal, setRefusal] = useState<RefusalValue | undefined>();
  const running = useRef('');
  const mine = vote?.motions.filter((motion) => motion.mine) ?? [];
  const wanted = vote !== undefined && vote.state === 'issuing' && present && mine.length > 0;
  const key = wanted ? `${vote.name} ${tried}` : '';

  useEffect(() => {
    if (!wanted || running.current === key) return;
    running.current = key;
    const count = () => setHandedIn(Object.values(readPurse(vote.name)).filter((ballot) => ballot.handedIn).length);
    const handIn = async () => {
      const purse = fillPurse(vote.name, mine.map(({ number }) => number));
      count();
      if (mine.every(({ number }) => purse[String(number)]?.handedIn)) return;
      const { signatures } = await api.signTokens({ params: { meetingId }, body: { vote: vote.position, blinded: mine.map((motion) => ({ number: motion.number, blinded: blindedOf(vote.name, openMotion(vote, motion), purse[String(motion.number)]!) })) } });
      for (const { number, signature } of mixed(signatures)) {
        const [slip, motion] = [purse[String(number)], mine.find((each) => each.number === number)];
        const deposit = slip && motion && depositOf(vote.name, openMotion(vote, motion), slip, signature);
        if (!deposit) throw new Error('the signature is none');
        await pause();
        await api.depositToken({ params: { region: actor.regionId, meetingId, vote: vote.position }, body: { number, tokenHash: deposit.tokenHash, signature: deposit.signature } });
        keep(vote.name, { ...slip, handedIn: true });
        count();
      }
    };
    handIn().then(() => setRefusal(undefined), (thrown: unknown) => setRefusal(refusalOf(thrown)));
  }, [key]);

  return { handedIn, of: mine.length, refusal, again: () => setTried(tried + 1) };
}
