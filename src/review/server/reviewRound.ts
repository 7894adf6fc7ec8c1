import type { Call } from '#platform/server/call.ts';
import type { RoundRules } from '../domain/roundRules.ts';
import { entryOf, findRound, membersIn, subjectsOf } from './round.store.ts';

/** One who was drawn for a round. */
export type Member = { expertId: string; personId: string; organisationId: string; kind: 'member' | 'substitute'; state: 'sitting' | 'waiting' | 'declined'; position: number };

/** The drawn members and substitutes of a round, in drawn order; those who sit have state `sitting`. */
export async function membersOf(call: Call, reviewRoundId: string): Promise<Member[]> {
  return (await membersIn(call, reviewRoundId)).map((row) => ({
    expertId: row.expert_id, personId: row.person_id, organisationId: row.organisation_id, kind: row.kind as Member['kind'], state: row.state as Member['state'], position: row.position,
  }));
}

/** A round as other mechanisms may know it: its rules, and its files by number. */
export type KnownRound = {
  reviewRoundId: string; circle: string; heading: string; state: 'entering' | 'judging' | 'closed'; rules: RoundRules;
  subjects: { subject: string; number: number; heading: string }[];
};

/** A review round with its files; undefined where there is none. */
export async function reviewRoundOf(call: Call, reviewRoundId: string): Promise<KnownRound | undefined> {
  const round = await findRound(call, reviewRoundId);
  if (!round) return undefined;
  const subjects = (await subjectsOf(call, round.id)).map(({ subject, number, heading }) => ({ subject, number, heading }));
  return { reviewRoundId: round.id, circle: round.circle, heading: round.heading, state: round.state as KnownRound['state'], rules: round.rules, subjects };
}

/** The round a subject is being judged in, and its number there. */
export async function placeInRound(call: Call, subject: string): Promise<{ reviewRoundId: string; number: number } | undefined> {
  const entry = await entryOf(call, subject);
  return entry && { reviewRoundId: entry.review_round_id, number: entry.number };
}
