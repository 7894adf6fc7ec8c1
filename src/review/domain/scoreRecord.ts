import { canonical } from '#matching/domain/canonical.ts';
import { sha256Hex } from '#matching/domain/sha256.ts';
import { calibrate } from './calibration.ts';
import { compared, type Check } from './drawCheck.ts';
import { connectedPanels, rawMeans, type Score } from './scoringGraph.ts';

/** A file's means and the standard error of the adjusted one, in thousandths of a point; null where the round cannot be calibrated. */
export type RecordedFile = { file: string; raw: number; adjusted: number | null; error: number | null };

/** The scores of a round as published: files by number, reviewers by pseudonym, so that anybody recomputes what counts. */
export type ScoreRecord = {
  version: 'xinglin-scores-1';
  round: string;
  heading: string;
  /** Which mean was said to count before the round opened. */
  official: 'raw' | 'calibrated';
  /** Tenths of a point. */
  scores: { file: string; reviewer: string; tenths: number }[];
  files: RecordedFile[];
  recordHash: string;
};

const thousandths = (points: number): number => Math.round(points * 1000);

/** Means of every file from its scores: what is published, and what a stranger recomputes. */
export function filesOf(scores: ScoreRecord['scores']): RecordedFile[] {
  const given = pointsOf(scores);
  const raw = rawMeans(given);
  const calibration = calibrate(given);
  const adjusted = new Map(calibration.ok ? calibration.value.cases.map((each) => [each.case, each]) : []);
  return [...raw].map(([file, mean]) => {
    const found = adjusted.get(file);
    return { file, raw: thousandths(mean), adjusted: found ? thousandths(found.adjusted) : null, error: found ? thousandths(found.standardError) : null };
  }).sort((one, other) => Number(one.file) - Number(other.file));
}

/** Recorded scores in points. */
export const pointsOf = (scores: ScoreRecord['scores']): Score[] => scores.map(({ file, reviewer, tenths }) => ({ case: file, reviewer, value: tenths / 10 }));

/** The record of a round: scores in a fixed order, means, and one hash over all of it. */
export function scoreRecordOf({ round, heading, official, scores }: Pick<ScoreRecord, 'round' | 'heading' | 'official' | 'scores'>): ScoreRecord {
  const ordered = scores.toSorted((one, other) => Number(one.file) - Number(other.file) || (one.reviewer < other.reviewer ? -1 : 1));
  const open = { version: 'xinglin-scores-1' as const, round, heading, official, scores: ordered, files: filesOf(ordered) };
  return { ...open, recordHash: sha256Hex(canonical(open)) };
}

/** Machines may differ in the last digit of a logarithm; more than this many thousandths is a difference. */
const slack = 2;

/** Recomputes a published record: connection, means, adjusted means with their errors, and its hash. */
export function recompute(record: ScoreRecord): Check[] {
  const { recordHash, ...open } = record;
  const again = filesOf(record.scores);
  return [
    compared('scoresOnce', record.scores.length, new Set(record.scores.map(({ file, reviewer }) => `${file}/${reviewer}`)).size),
    compared('panelsJoined', connectedPanels(pointsOf(record.scores)).length === 1 || record.official === 'raw' ? 'yes' : 'no', 'yes'),
    compared('rawMeans', again.map(({ file, raw }) => [file, raw]), record.files.map(({ file, raw }) => [file, raw])),
    compared('adjustedMeans', again.map(({ file, adjusted, error }) => [file, adjusted, error]), nearby(again, record.files).map(({ file, adjusted, error }) => [file, adjusted, error])),
    compared('recordHash', sha256Hex(canonical(open)), recordHash),
  ];
}

/** Published values that differ by no more than the slack count as the recomputed ones. */
function nearby(again: readonly RecordedFile[], found: readonly RecordedFile[]): RecordedFile[] {
  const close = (one: number | null, other: number | null) => (one !== null && other !== null && Math.abs(one - other) <= slack ? one : other);
  return found.map((each, index) => ({ ...each, adjusted: close(again[index]?.adjusted ?? null, each.adjusted), error: close(again[index]?.error ?? null, each.error) }));
}
