import { useState } from 'react';
import { refusalOf, type RefusalValue } from '#platform/web/refusalValue.ts';
import { useActor } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { tokenHash, type Choice } from '../domain/ballot.ts';
import { meetingContract, type MeetingView } from '../domain/meetingContract.ts';
import { keep, mixed, pause, readPurse, type Purse } from './purse.ts';

type Vote = MeetingView['votes'][number];

/** This phone's ballots of a vote and how to cast them: each choice is kept before it is sent, so that sending again can only send the same. */
export function useCast(meetingId: string, vote: Vote): { purse: Purse; cast: (choices: Record<string, Choice>) => void; running: boolean; refusal: RefusalValue | undefined } {
  const api = useApi(meetingContract);
  const { actor } = useActor();
  const [purse, setPurse] = useState<Purse>(() => readPurse(vote.name));
  const [running, setRunning] = useState(false);
  const [refusal, setRefusal] = useState<RefusalValue | undefined>();
  const send = async (choices: Record<string, Choice>) => {
    const open = Object.values(readPurse(vote.name)).filter((ballot) => !ballot.receipt);
    for (const ballot of open) keep(vote.name, { ...ballot, ...(ballot.choice ?? choices[ballot.case] ? { choice: ballot.choice ?? choices[ballot.case]! } : {}) });
    for (const ballot of mixed(Object.values(readPurse(vote.name)))) {
      if (ballot.receipt || !ballot.choice) continue;
      await pause();
      const { receipt } = await api.castBallot({ params: { region: actor.regionId, meetingId, vote: vote.position }, body: { number: Number(ballot.case), token: ballot.token, choice: ballot.choice } });
      keep(vote.name, { ...ballot, receipt });
      setPurse(readPurse(vote.name));
    }
  };
  const cast = (choices: Record<string, Choice>) => {
    if (running) return;
    setRunning(true);
    setRefusal(undefined);
    send(choices).catch((thrown: unknown) => setRefusal(refusalOf(thrown))).finally(() => { setPurse(readPurse(vote.name)); setRunning(false); });
  };
  return { purse, cast, running, refusal };
}

/** Whether the published tokens of a file hold this phone's own. */
export const isPublished = (vote: Vote, number: number, purse: Purse): boolean => {
  const own = purse[String(number)];
  const published = vote.motions.find((motion) => motion.number === number)?.tokenHashes;
  return own !== undefined && published?.includes(tokenHash(vote.name, own.case, own.token)) === true;
};
