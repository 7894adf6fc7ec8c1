import type { Selectable } from 'kysely';
import type { ReviewRound, ReviewSubject, RoundMember } from '#db/types.ts';
import type { Call } from '#platform/server/call.ts';
import { RoundRules } from '../domain/roundRules.ts';

/** A review round with its rules read. */
export type FoundRound = Omit<Selectable<ReviewRound>, 'rules'> & { rules: RoundRules };
export type SubjectRow = Selectable<ReviewSubject>;
export type MemberRow = Selectable<RoundMember>;

/** What a file brings into a round. */
export type NewSubject = {
  subject: string; heading: string; fields: string[]; applicantPersonId: string; organisationId: string; otherPersonIds: string[]; file: unknown; sheet?: string | undefined;
};

const read = (row: Selectable<ReviewRound>): FoundRound => ({ ...row, rules: RoundRules.parse(row.rules) });

/** Every round of the region, newest first. */
export const allRounds = async ({ tx, regionId }: Call): Promise<FoundRound[]> =>
  (await tx.selectFrom('review_round').selectAll().where('region_id', '=', regionId).orderBy('opened_at', 'desc').orderBy('id').execute()).map(read);

export async function findRound({ tx, regionId }: Call, id: string, { lock = false } = {}): Promise<FoundRound | undefined> {
  const query = tx.selectFrom('review_round').selectAll().where('region_id', '=', regionId).where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && read(row);
}

/** The round of a circle, locked: the files that enter it are numbered one after another. */
export async function lockRoundOfCircle({ tx, regionId }: Call, circle: string): Promise<FoundRound | undefined> {
  const row = await tx.selectFrom('review_round').selectAll().where('region_id', '=', regionId).where('circle', '=', circle).forUpdate().executeTakeFirst();
  return row && read(row);
}

/** Opens the round of a circle; a second opener finds the first one's. */
export const insertRound = (call: Call, round: { circle: string; heading: string; rules: RoundRules }) =>
  call.tx.insertInto('review_round').values({
    region_id: call.regionId, id: call.newId('rev'), circle: round.circle, heading: round.heading, rules: JSON.stringify(round.rules), state: 'entering', opened_at: call.clock.now(),
  }).onConflict((conflict) => conflict.columns(['region_id', 'circle']).doNothing()).execute();

export const changeRound = ({ tx, regionId }: Call, id: string, changed: Partial<Pick<Selectable<ReviewRound>, 'state' | 'judging_since' | 'closed_at'>>) =>
  tx.updateTable('review_round').set(changed).where('region_id', '=', regionId).where('id', '=', id).execute();

/** The files of a round by number; those that left are not among them. */
export const subjectsOf = ({ tx, regionId }: Call, roundId: string): Promise<SubjectRow[]> =>
  tx.selectFrom('review_subject').selectAll().where('region_id', '=', regionId).where('review_round_id', '=', roundId).where('left_at', 'is', null).orderBy('number').execute();

/** Where a subject is being judged now. */
export const entryOf = ({ tx, regionId }: Call, subject: string): Promise<SubjectRow | undefined> =>
  tx.selectFrom('review_subject').selectAll().where('region_id', '=', regionId).where('subject', '=', subject).where('left_at', 'is', null)
    .orderBy('entered_at', 'desc').executeTakeFirst();

export async function insertSubject(call: Call, roundId: string, entering: NewSubject): Promise<number> {
  const { tx, regionId, clock } = call;
  const { last } = await tx.selectFrom('review_subject').select((eb) => eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)).as('last'))
    .where('region_id', '=', regionId).where('review_round_id', '=', roundId).executeTakeFirstOrThrow();
  const row = {
    heading: entering.heading, fields: entering.fields, applicant_person_id: entering.applicantPersonId, organisation_id: entering.organisationId,
    other_person_ids: entering.otherPersonIds, file: JSON.stringify(entering.file), sheet: entering.sheet ?? null, entered_at: clock.now(), left_at: null,
  };
  const { number } = await tx.insertInto('review_subject').values({ region_id: regionId, review_round_id: roundId, subject: entering.subject, number: last + 1, ...row })
    .onConflict((conflict) => conflict.columns(['region_id', 'review_round_id', 'subject']).doUpdateSet(row)).returning('number').executeTakeFirstOrThrow();
  return number;
}

export const markLeft = ({ tx, regionId, clock }: Call, subject: string) =>
  tx.updateTable('review_subject').set({ left_at: clock.now() }).where('region_id', '=', regionId).where('subject', '=', subject).where('left_at', 'is', null).execute();

/** Members and substitutes of a round in drawn order, with the person behind each. */
export const membersIn = ({ tx, regionId }: Call, roundId: string) =>
  tx.selectFrom('round_member').innerJoin('expert', (join) => join.onRef('expert.region_id', '=', 'round_member.region_id').onRef('expert.id', '=', 'round_member.expert_id'))
    .selectAll('round_member').select(['expert.person_id', 'expert.organisation_id'])
    .where('round_member.region_id', '=', regionId).where('round_member.review_round_id', '=', roundId)
    .orderBy('round_member.kind').orderBy('round_member.position').execute();
