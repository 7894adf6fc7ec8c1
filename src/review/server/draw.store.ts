import type { Selectable } from 'kysely';
import type { Draw, DrawParty as PartyTable } from '#db/types.ts';
import type { Call } from '#platform/server/call.ts';
import type { DrawInput, DrawTranscript } from '../domain/draw.ts';
import type { DrawParty } from '../domain/drawList.ts';

/** A draw as it is kept; input and transcript are what the domain published. */
export type DrawRow = Omit<Selectable<Draw>, 'input' | 'transcript'> & { input: DrawInput; transcript: DrawTranscript | null };
export type PartyRow = Omit<Selectable<PartyTable>, 'party'> & { party: DrawParty };

const read = (row: Selectable<Draw>): DrawRow => ({ ...row, input: row.input as DrawInput, transcript: row.transcript as DrawTranscript | null });
const from = ({ tx, regionId }: Call) => tx.selectFrom('draw').selectAll().where('region_id', '=', regionId);

/** Every draw of the region, newest first, voided ones included. */
export const allDraws = async (call: Call): Promise<DrawRow[]> => (await from(call).orderBy('published_at', 'desc').orderBy('id').limit(200).execute()).map(read);

/** The draws of a round, first attempt first. */
export const drawsOfRound = async (call: Call, roundId: string): Promise<DrawRow[]> =>
  (await from(call).where('review_round_id', '=', roundId).orderBy('attempt').execute()).map(read);

/** One draw; locked, its parties and the clock are taken one after another. */
export async function findDraw(call: Call, drawId: string, { lock = false } = {}): Promise<DrawRow | undefined> {
  const query = from(call).where('id', '=', drawId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && read(row);
}

/** Draws that are neither drawn nor void. */
export const drawsUnderWay = async (call: Call): Promise<DrawRow[]> =>
  (await from(call).where('drawn_at', 'is', null).where('voided_at', 'is', null).orderBy('id').forUpdate().execute()).map(read);

/** What is kept of a draw when its list is published. */
export type NewDraw = {
  id: string; roundId: string; attempt: number; input: DrawInput; published: string; inputHash: string; commitBy: Date; revealBy: Date; externalOn: string;
  parties: { party: DrawParty; representative: string; codeHash: string }[];
  candidates: { number: string; expertId: string }[];
  excluded: { expertId: string; subject: string; kind: string; source: string }[];
};

export async function insertDraw({ tx, regionId, clock, actor }: Call, draw: NewDraw): Promise<void> {
  await tx.insertInto('draw').values({
    region_id: regionId, id: draw.id, review_round_id: draw.roundId, attempt: draw.attempt, input: JSON.stringify(draw.input), published: draw.published, input_hash: draw.inputHash,
    published_at: clock.now(), published_by: actor.accountId, commit_by: draw.commitBy, reveal_by: draw.revealBy, external_on: draw.externalOn,
  }).execute();
  await tx.insertInto('draw_party').values(draw.parties.map(({ party, representative, codeHash }, position) => ({
    region_id: regionId, draw_id: draw.id, party, position, representative, code_hash: codeHash,
  }))).execute();
  if (draw.candidates.length) await tx.insertInto('draw_candidate').values(draw.candidates.map(({ number, expertId }) => ({ region_id: regionId, draw_id: draw.id, number, expert_id: expertId }))).execute();
  if (draw.excluded.length) await tx.insertInto('draw_exclusion').values(draw.excluded.map((each) => ({
    region_id: regionId, draw_id: draw.id, expert_id: each.expertId, subject: each.subject, kind: each.kind, source: each.source,
  }))).onConflict((conflict) => conflict.doNothing()).execute();
}

/** The parties in the order of the published list. */
export const partiesOf = async ({ tx, regionId }: Call, drawId: string): Promise<PartyRow[]> =>
  (await tx.selectFrom('draw_party').selectAll().where('region_id', '=', regionId).where('draw_id', '=', drawId).orderBy('position').execute()) as PartyRow[];

/** Keeps a commitment; false where there was one already, which is never replaced. */
export async function keepCommitment({ tx, regionId, clock }: Call, drawId: string, party: DrawParty, commitment: string): Promise<boolean> {
  const kept = await tx.updateTable('draw_party').set({ commitment, committed_at: clock.now() })
    .where('region_id', '=', regionId).where('draw_id', '=', drawId).where('party', '=', party).where('commitment', 'is', null).returning('party').execute();
  return kept.length === 1;
}

/** Keeps a revealed number; false where there was one already. */
export async function keepReveal({ tx, regionId, clock }: Call, drawId: string, party: DrawParty, nonce: string): Promise<boolean> {
  const kept = await tx.updateTable('draw_party').set({ nonce, revealed_at: clock.now() })
    .where('region_id', '=', regionId).where('draw_id', '=', drawId).where('party', '=', party).where('nonce', 'is', null).returning('party').execute();
  return kept.length === 1;
}

export const keepResult = ({ tx, regionId, clock, actor }: Call, drawId: string, externalNumber: string, transcript: DrawTranscript) =>
  tx.updateTable('draw').set({ external_number: externalNumber, external_at: clock.now(), external_by: actor.accountId, transcript: JSON.stringify(transcript), drawn_at: clock.now() })
    .where('region_id', '=', regionId).where('id', '=', drawId).where('drawn_at', 'is', null).execute();

export const markVoid = ({ tx, regionId, clock }: Call, drawId: string, because: 'commitmentLate' | 'revealLate' | 'withdrawn', party: string | null) =>
  tx.updateTable('draw').set({ voided_at: clock.now(), voided_because: because, voided_party: party }).where('region_id', '=', regionId).where('id', '=', drawId).where('drawn_at', 'is', null).execute();

/** Who each published number is. */
export const candidatesOf = async ({ tx, regionId }: Call, drawId: string): Promise<Map<string, string>> =>
  new Map((await tx.selectFrom('draw_candidate').select(['number', 'expert_id']).where('region_id', '=', regionId).where('draw_id', '=', drawId).execute()).map((row) => [row.number, row.expert_id]));

/** The record behind each reason on the published list. */
export const drawExclusionsOf = ({ tx, regionId }: Call, drawId: string) =>
  tx.selectFrom('draw_exclusion').select(['expert_id', 'subject', 'kind', 'source']).where('region_id', '=', regionId).where('draw_id', '=', drawId).orderBy('expert_id').orderBy('subject').execute();

/** Seats the drawn: members first, substitutes in waiting, each in drawn order. */
export const insertMembers = ({ tx, regionId, clock }: Call, roundId: string, drawId: string, members: string[], substitutes: string[]) =>
  tx.insertInto('round_member').values([
    ...members.map((expertId, index) => ({ kind: 'member', state: 'sitting', seated_at: clock.now(), expert_id: expertId, position: index + 1 })),
    ...substitutes.map((expertId, index) => ({ kind: 'substitute', state: 'waiting', seated_at: null, expert_id: expertId, position: index + 1 })),
  ].map((row) => ({ ...row, region_id: regionId, review_round_id: roundId, draw_id: drawId }))).execute();

export const changeMember = ({ tx, regionId }: Call, roundId: string, expertId: string, changed: { state: string; seated_at?: Date | null; declined_at?: Date; declined_reason?: string; replaces?: string }) =>
  tx.updateTable('round_member').set(changed).where('region_id', '=', regionId).where('review_round_id', '=', roundId).where('expert_id', '=', expertId).execute();
