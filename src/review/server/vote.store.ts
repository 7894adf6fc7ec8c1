import type { Selectable } from 'kysely';
import type { MeetingMotion, MeetingVote } from '#db/types.ts';
import type { Call } from '#platform/server/call.ts';
import type { Tally } from '../domain/ballot.ts';
import type { BallotRule } from '../domain/ballotRule.ts';
import type { MotionKey } from '../domain/blindSignature.ts';
import { PinnedRule } from '../domain/meetingRule.ts';

/** A vote with its rule and, once counted, its tally. */
export type FoundVote = Omit<Selectable<MeetingVote>, 'rule' | 'tally'> & { rule: BallotRule; tally: Tally | null };
export type MotionRow = Selectable<MeetingMotion>;

const read = (row: Selectable<MeetingVote>): FoundVote => ({ ...row, rule: PinnedRule.parse(row.rule), tally: row.tally as Tally | null });

/** The votes of a meeting in order. */
export const votesOf = async ({ tx, regionId }: Call, meetingId: string): Promise<FoundVote[]> =>
  (await tx.selectFrom('meeting_vote').selectAll().where('region_id', '=', regionId).where('meeting_id', '=', meetingId).orderBy('position').execute()).map(read);

/** What a vote and its hashes are called in records. */
export const voteName = ({ meeting_id, position, attempt }: Pick<FoundVote, 'meeting_id' | 'position' | 'attempt'>): string => `${meeting_id}/${position}/${attempt}`;

type NewVote = { meetingId: string; position: number; attempt: number; rule: BallotRule; sealedKey: string; motions: { subject: string; number: number; key: MotionKey }[] };

/** Begins a vote: its keys and its motions. */
export async function insertVote({ tx, regionId }: Call, { meetingId, position, attempt, rule, sealedKey, motions }: NewVote): Promise<void> {
  await tx.insertInto('meeting_vote').values({ region_id: regionId, meeting_id: meetingId, position, attempt, rule: JSON.stringify(rule), sealed_key: sealedKey }).execute();
  await tx.insertInto('meeting_motion').values(motions.map(({ subject, number, key }) => ({ region_id: regionId, meeting_id: meetingId, position, subject, number, ...key }))).execute();
}

/** Takes back a vote that has not been opened, with all that was handed out for it. */
export async function dropVote({ tx, regionId }: Call, meetingId: string, position: number): Promise<void> {
  for (const table of ['meeting_token', 'meeting_issue', 'meeting_motion', 'meeting_vote'] as const)
    await tx.deleteFrom(table).where('region_id', '=', regionId).where('meeting_id', '=', meetingId).where('position', '=', position).execute();
}

export const changeVote = ({ tx, regionId }: Call, { meeting_id, position }: FoundVote, changed: { sealed_key?: null; present?: number; opened_at?: Date; tally?: string }) =>
  tx.updateTable('meeting_vote').set(changed).where('region_id', '=', regionId).where('meeting_id', '=', meeting_id).where('position', '=', position).execute();

/** The motions of a vote by number. */
export const motionsOf = ({ tx, regionId }: Call, { meeting_id, position }: Pick<FoundVote, 'meeting_id' | 'position'>): Promise<MotionRow[]> =>
  tx.selectFrom('meeting_motion').selectAll().where('region_id', '=', regionId).where('meeting_id', '=', meeting_id).where('position', '=', position).orderBy('number').execute();

export const publishTokens = ({ tx, regionId }: Call, { meeting_id, position }: FoundVote, number: number, tokenHashes: string[]) =>
  tx.updateTable('meeting_motion').set({ token_hashes: tokenHashes }).where('region_id', '=', regionId).where('meeting_id', '=', meeting_id).where('position', '=', position).where('number', '=', number).execute();

/** What a member's phone has had signed; nothing in it tells a token. */
export const issuesTo = ({ tx, regionId }: Call, { meeting_id, position }: FoundVote, personId: string) =>
  tx.selectFrom('meeting_issue').select(['number', 'blinded_hash']).where('region_id', '=', regionId).where('meeting_id', '=', meeting_id).where('position', '=', position)
    .where('person_id', '=', personId).execute();

export const insertIssues = ({ tx, regionId }: Call, { meeting_id, position }: FoundVote, personId: string, issues: { number: number; blindedHash: string }[]) =>
  tx.insertInto('meeting_issue').values(issues.map(({ number, blindedHash }) => ({ region_id: regionId, meeting_id, position, number, person_id: personId, blinded_hash: blindedHash }))).execute();

/** Who has had signatures in a vote. */
export const issuedIn = async ({ tx, regionId }: Call, { meeting_id, position }: FoundVote): Promise<Set<string>> =>
  new Set((await tx.selectFrom('meeting_issue').select('person_id').distinct().where('region_id', '=', regionId).where('meeting_id', '=', meeting_id).where('position', '=', position).execute()).map((row) => row.person_id));
