import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import type { Download } from '#platform/server/serve.ts';
import { peopleById } from '#registry/server/public.ts';
import { calibrate, type Calibration } from '../domain/calibration.ts';
import type { CalibrationView } from '../domain/calibrationContract.ts';
import { hingingResults } from '../domain/hinging.ts';
import { scoreRecordOf, type ScoreRecord } from '../domain/scoreRecord.ts';
import { connectedPanels, rawMeans, suggestAnchors, type Score } from '../domain/scoringGraph.ts';
import { conflictsOfRound } from './conflict.store.ts';
import { findRound, subjectsOf, type FoundRound, type SubjectRow } from './round.store.ts';
import { insertScoreRecord, publishedScores, seatsOfRound, type RoundSeat } from './scores.store.ts';

type Seen = { round: FoundRound; files: SubjectRow[]; seats: RoundSeat[]; scores: Score[]; nameOf: (expertId: string) => string };

async function seenRound(call: Call, reviewRoundId: string, lock = false): Promise<Seen | undefined> {
  const round = await findRound(call, reviewRoundId, { lock });
  if (!round) return undefined;
  const seats = await seatsOfRound(call, round.id);
  const people = await peopleById(call, seats.map(({ person_id }) => person_id));
  const names = new Map(seats.map(({ expert_id, person_id }) => [expert_id, people.get(person_id)?.name ?? '']));
  const scores = seats.flatMap(({ number, expert_id, score_tenths }) => (score_tenths === null ? [] : [{ case: String(number), reviewer: expert_id, value: score_tenths / 10 }]));
  return { round, files: await subjectsOf(call, round.id), seats, scores, nameOf: (expertId) => names.get(expertId) ?? '' };
}

/** The scores of a round seen whole: raw and adjusted means, who is strict, which results one reviewer alone decides. */
export async function viewCalibration(call: Call, { reviewRoundId, places: asked }: { reviewRoundId: string; places?: number | undefined }): Promise<Answer<CalibrationView>> {
  const seen = await seenRound(call, reviewRoundId);
  if (!seen) return no('notFound');
  const { round, files, seats, scores, nameOf } = seen;
  const fit = calibrate(scores);
  const parts = connectedPanels(scores);
  const places = asked ?? placesOf(round, files.length);
  const measure = round.rules.official === 'calibrated' && fit.ok ? 'adjusted' : 'raw';
  return yes({
    reviewRoundId, heading: round.heading, official: round.rules.official, scores: scores.length, missing: seats.filter(({ state }) => state === 'invited').length, places,
    publishedAt: (await publishedScores(call, round.id))?.publishedAt.toISOString() ?? null,
    refused: fit.ok ? null : (fit.reason as 'panelsNotConnected' | 'tooFewScores'),
    parts: parts.map(({ cases, reviewers }) => ({ numbers: cases.map(Number), reviewers: reviewers.map(nameOf) })),
    anchors: parts.length > 1 ? await anchorsOf(call, seen) : [],
    ...measuredOf(seen, fit.ok ? fit.value : undefined),
    hinges: hingingResults(scores, places, measure).map(({ case: name, reviewer, passes }) => ({ number: Number(name), reviewer: nameOf(reviewer), passes })),
  });
}

/** How many would pass: the cap of the meeting where there is one, else half. */
function placesOf({ rules }: FoundRound, files: number): number {
  const cap = rules.meeting?.cap;
  const most = typeof cap === 'number' ? cap : cap ? Math.floor((files * cap.need) / cap.of) : Math.ceil(files / 2);
  return Math.max(1, most);
}

function measuredOf({ files, seats, scores, nameOf }: Seen, fit: Calibration | undefined): Pick<CalibrationView, 'files' | 'reviewers' | 'spread'> {
  const raw = rawMeans(scores);
  const adjusted = new Map(fit?.cases.map((each) => [each.case, each]));
  const severities = new Map(fit?.reviewers.map((each) => [each.reviewer, each.severity]));
  return {
    files: files.map(({ number, heading }) => {
      const own = seats.filter((seat) => seat.number === number && seat.score_tenths !== null);
      const found = adjusted.get(String(number));
      return {
        number, heading, scores: own.length, raw: raw.get(String(number)) ?? null, adjusted: found?.adjusted ?? null, error: found?.standardError ?? null,
        disqualified: own.filter(({ disqualified }) => disqualified).length * 2 > own.length,
      };
    }),
    reviewers: [...Map.groupBy(scores, ({ reviewer }) => reviewer)].map(([reviewer, given]) => ({
      name: nameOf(reviewer), scores: given.length, mean: given.reduce((sum, { value }) => sum + value, 0) / given.length, severity: severities.get(reviewer) ?? null,
    })).sort((one, other) => (one.severity ?? one.mean) - (other.severity ?? other.mean)),
    spread: fit ? { betweenFiles: fit.spread.betweenCases, residual: fit.spread.residual } : null,
  };
}

/** Files that a reviewer of the other part, who has no conflict with them, should also score. */
async function anchorsOf(call: Call, { round, files, scores, nameOf }: Seen): Promise<CalibrationView['anchors']> {
  const subjects = new Map(files.map(({ number, subject }) => [String(number), subject]));
  const conflicts = new Set((await conflictsOfRound(call, round.id)).map(({ subject, expertId }) => `${subject} ${expertId}`));
  return suggestAnchors(scores, (reviewer, name) => conflicts.has(`${subjects.get(name) ?? ''} ${reviewer}`))
    .map(({ case: name, reviewer, joins }) => ({ number: Number(name), reviewer: nameOf(reviewer), joins: { one: joins[0], other: joins[1] } }));
}

/** Publishes the scores of a round, once all are in, under pseudonyms that only the keeper of the key can undo. */
export async function publishScores(call: Call, { reviewRoundId }: { reviewRoundId: string }): Promise<Answer<{ recordHash: string }>> {
  const seen = await seenRound(call, reviewRoundId, true);
  if (!seen) return no('notFound');
  const { round, seats, scores } = seen;
  const before = await publishedScores(call, round.id);
  if (before) return yes({ recordHash: before.record.recordHash });
  const missing = seats.filter(({ state }) => state === 'invited').length;
  if (missing > 0 || scores.length === 0) return no('scoresMissing', { params: { missing } });
  const fit = calibrate(scores);
  if (!fit.ok && round.rules.official === 'calibrated') return fit;
  const record = scoreRecordOf({ round: round.id, heading: round.heading, official: round.rules.official, scores: underPseudonyms(call, round.id, seats) });
  await insertScoreRecord(call, round.id, record);
  await audit(call, { act: 'round.publishScores', subject: round.id, detail: { scores: scores.length, recordHash: record.recordHash } });
  return yes({ recordHash: record.recordHash });
}

/** Reviewers as R01, R02 … in the order of a keyed index, which tells nothing without the key. */
function underPseudonyms(call: Call, roundId: string, seats: RoundSeat[]): ScoreRecord['scores'] {
  const indexOf = (expertId: string) => call.crypto.blindIndex(`${roundId}/${expertId}`);
  const experts = [...new Set(seats.map(({ expert_id }) => expert_id))].sort((one, other) => (indexOf(one) < indexOf(other) ? -1 : 1));
  const names = new Map(experts.map((expertId, index) => [expertId, `R${String(index + 1).padStart(2, '0')}`]));
  return seats.flatMap(({ number, expert_id, score_tenths }) => (score_tenths === null ? [] : [{ file: String(number), reviewer: names.get(expert_id) ?? '', tenths: score_tenths }]));
}

/** The published scores as a file. */
export async function downloadScores(call: Call, { reviewRoundId }: { reviewRoundId: string }): Promise<Answer<Download>> {
  const found = await publishedScores(call, reviewRoundId);
  if (!found) return no('notFound');
  await audit(call, { act: 'round.scores', subject: reviewRoundId });
  return yes({ fileName: `scores-${reviewRoundId}.json`, mediaType: 'application/json', content: Buffer.from(JSON.stringify(found.record, null, 1)) });
}
