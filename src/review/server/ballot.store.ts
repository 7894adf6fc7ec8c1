import type { Call } from '#platform/server/call.ts';
import type { Ballot, Choice } from '../domain/ballot.ts';
import type { FoundVote } from './vote.store.ts';

// Tokens and ballots. No statement here knows who asks, and none writes a time.

type Of = Pick<FoundVote, 'meeting_id' | 'position'>;

/** Takes a token's hash in; the same one again changes nothing. */
export const insertToken = ({ tx, regionId }: Call, { meeting_id, position }: Of, number: number, tokenHash: string) =>
  tx.insertInto('meeting_token').values({ region_id: regionId, meeting_id, position, number, token_hash: tokenHash }).onConflict((conflict) => conflict.doNothing()).execute();

/** The hashes of a vote's tokens, by the number of their file, sorted. */
export async function tokensOf({ tx, regionId }: Call, { meeting_id, position }: Of): Promise<Map<number, string[]>> {
  const rows = await tx.selectFrom('meeting_token').select(['number', 'token_hash']).where('region_id', '=', regionId).where('meeting_id', '=', meeting_id).where('position', '=', position)
    .orderBy('number').orderBy('token_hash').execute();
  return new Map([...Map.groupBy(rows, ({ number }) => number)].map(([number, of]) => [number, of.map((row) => row.token_hash)]));
}

/** Writes the tokens of a vote anew in the order of their hashes, so that the order of rows no longer tells who came when. */
export async function reorderTokens(call: Call, of: Of, tokens: ReadonlyMap<number, string[]>): Promise<void> {
  const { tx, regionId } = call;
  await tx.deleteFrom('meeting_token').where('region_id', '=', regionId).where('meeting_id', '=', of.meeting_id).where('position', '=', of.position).execute();
  const rows = [...tokens].flatMap(([number, hashes]) => hashes.map((tokenHash) => ({ region_id: regionId, meeting_id: of.meeting_id, position: of.position, number, token_hash: tokenHash })));
  if (rows.length > 0) await tx.insertInto('meeting_token').values(rows).execute();
}

/** Puts a ballot in; gives the choice that was put in before under the same token, if any. */
export async function insertBallot({ tx, regionId }: Call, { meeting_id, position }: Of, number: number, tokenHash: string, ballot: Ballot): Promise<Choice | undefined> {
  const row = { region_id: regionId, meeting_id, position, number, token_hash: tokenHash, token: ballot.token, choice: ballot.choice };
  const put = await tx.insertInto('meeting_ballot').values(row).onConflict((conflict) => conflict.doNothing()).returning('number').executeTakeFirst();
  if (put) return undefined;
  const before = await tx.selectFrom('meeting_ballot').select('choice').where('region_id', '=', regionId).where('meeting_id', '=', meeting_id).where('position', '=', position)
    .where('number', '=', number).where('token_hash', '=', tokenHash).executeTakeFirstOrThrow();
  return before.choice as Choice;
}

/** Every ballot of a vote, in the order of hashes. */
export const ballotsOf = ({ tx, regionId }: Call, { meeting_id, position }: Of) =>
  tx.selectFrom('meeting_ballot').selectAll().where('region_id', '=', regionId).where('meeting_id', '=', meeting_id).where('position', '=', position).orderBy('number').orderBy('token_hash').execute();

/** Writes the ballots of a vote anew in the order of their hashes. */
export async function reorderBallots(call: Call, of: Of): Promise<void> {
  const rows = await ballotsOf(call, of);
  await call.tx.deleteFrom('meeting_ballot').where('region_id', '=', call.regionId).where('meeting_id', '=', of.meeting_id).where('position', '=', of.position).execute();
  if (rows.length > 0) await call.tx.insertInto('meeting_ballot').values(rows).execute();
}

/** How many tokens and ballots are in, by the number of their file. */
export async function turnoutOf({ tx, regionId }: Call, { meeting_id, position }: Of): Promise<Map<number, { tokens: number; ballots: number }>> {
  const counted = async (table: 'meeting_token' | 'meeting_ballot') => new Map((await tx.selectFrom(table).select((eb) => ['number', eb.fn.countAll<number>().as('n')])
    .where('region_id', '=', regionId).where('meeting_id', '=', meeting_id).where('position', '=', position).groupBy('number').execute()).map(({ number, n }) => [number, Number(n)]));
  const [tokens, ballots] = [await counted('meeting_token'), await counted('meeting_ballot')];
  return new Map([...tokens.keys(), ...ballots.keys()].map((number) => [number, { tokens: tokens.get(number) ?? 0, ballots: ballots.get(number) ?? 0 }]));
}
