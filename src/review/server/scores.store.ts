import type { Call } from '#platform/server/call.ts';
import type { ScoreRecord } from '../domain/scoreRecord.ts';

/** Every seat of a round's open panels: whose, for which file, and what was given. */
export const seatsOfRound = ({ tx, regionId }: Call, reviewRoundId: string) =>
  tx.selectFrom('review_subject').innerJoin('panel', (join) => join.onRef('panel.region_id', '=', 'review_subject.region_id').onRef('panel.subject', '=', 'review_subject.subject'))
    .innerJoin('panel_seat', (join) => join.onRef('panel_seat.region_id', '=', 'panel.region_id').onRef('panel_seat.panel_id', '=', 'panel.id'))
    .innerJoin('expert', (join) => join.onRef('expert.region_id', '=', 'panel_seat.region_id').onRef('expert.id', '=', 'panel_seat.expert_id'))
    .select(['review_subject.subject', 'review_subject.number', 'panel_seat.expert_id', 'panel_seat.state', 'panel_seat.score_tenths', 'panel_seat.disqualified', 'expert.person_id'])
    .where('review_subject.region_id', '=', regionId).where('review_subject.review_round_id', '=', reviewRoundId).where('review_subject.left_at', 'is', null)
    .where('panel.dissolved_at', 'is', null).where('panel_seat.state', 'in', ['invited', 'scored']).orderBy('review_subject.number').orderBy('panel_seat.expert_id').execute();
export type RoundSeat = Awaited<ReturnType<typeof seatsOfRound>>[number];

/** The scores of a round as they were published. */
export async function publishedScores({ tx, regionId }: Call, reviewRoundId: string): Promise<{ record: ScoreRecord; publishedAt: Date } | undefined> {
  const row = await tx.selectFrom('score_record').select(['record', 'published_at']).where('region_id', '=', regionId).where('review_round_id', '=', reviewRoundId).executeTakeFirst();
  return row && { record: row.record as ScoreRecord, publishedAt: row.published_at };
}

export const insertScoreRecord = ({ tx, regionId, actor, clock }: Call, reviewRoundId: string, record: ScoreRecord) =>
  tx.insertInto('score_record').values({ region_id: regionId, review_round_id: reviewRoundId, record: JSON.stringify(record), published_by: actor.accountId, published_at: clock.now() }).execute();
