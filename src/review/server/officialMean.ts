import type { Call } from '#platform/server/call.ts';
import { panelState } from './panelState.ts';
import { entryOf, findRound } from './round.store.ts';
import { publishedScores } from './scores.store.ts';

/** The mean that counts for a subject, in tenths of a point and as its round's rules said beforehand; null until it stands. */
export type OfficialMean = { measure: 'raw' | 'calibrated'; tenths: number | null; passTenths: number | null; disqualified: boolean };

/** The official mean of a subject: the raw one, or the adjusted one as published; undefined where no panel judges it. */
export async function officialMean(call: Call, subject: string): Promise<OfficialMean | undefined> {
  const panel = await panelState(call, subject);
  if (!panel) return undefined;
  const entry = await entryOf(call, subject);
  const round = entry && (await findRound(call, entry.review_round_id));
  const common = { passTenths: round?.rules.passTenths ?? null, disqualified: panel.disqualified };
  if (!entry || round?.rules.official !== 'calibrated') return { measure: 'raw', tenths: panel.meanTenths, ...common };
  const published = await publishedScores(call, round.id);
  const adjusted = published?.record.files.find(({ file }) => file === String(entry.number))?.adjusted ?? null;
  return { measure: 'calibrated', tenths: adjusted === null ? null : Math.floor(adjusted / 100), ...common };
}
