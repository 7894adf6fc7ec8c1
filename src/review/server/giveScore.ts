import { done, no, yes, type Answer, type Done } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { BlindFile } from '../domain/blindFile.ts';
import { sheetFor } from '../domain/sheetFor.ts';
import { scoreOf, type Marks } from '../domain/scoreSheet.ts';
import { changeSeat, expertOfPerson, lockPanel, ownSeat } from './review.store.ts';
import { sheetOf } from './scoreSheets.ts';

type Given = { panelId: string; marks: Marks; opinion: string };

/** The reviewer's own open seat, locked; a seat that is not theirs does not exist. */
async function openSeat(call: Call, panelId: string) {
  const expert = await expertOfPerson(call, call.actor.personId);
  if (!expert || !(await lockPanel(call, panelId))) return no('notFound');
  const seat = await ownSeat(call, expert.id, panelId);
  if (seat?.state === 'scored' && !seat.dissolved_at) return no('scoreLocked');
  if (seat?.state !== 'invited' || seat.dissolved_at) return no('notFound');
  return yes({ expertId: expert.id, seat });
}

/** Keeps a half-filled sheet, so that it can be finished on another device. */
export async function saveScoreDraft(call: Call, { panelId, marks, opinion }: Given): Promise<Answer<Done>> {
  const open = await openSeat(call, panelId);
  if (!open.ok) return open;
  await changeSeat(call, panelId, open.value.expertId, { draft: JSON.stringify({ marks, opinion }) });
  return done;
}

/** Hands in a score, once; later changes go the way of correction with two people (bad-inputs row 18). */
export async function giveScore(call: Call, { panelId, marks, opinion }: Given): Promise<Answer<{ score: number }>> {
  const open = await openSeat(call, panelId);
  if (!open.ok) return open;
  const { expertId, seat } = open.value;
  if (call.clock.now() >= seat.due_at) return no('deadlinePassed', { params: { received: call.clock.now().toISOString() } });
  const score = scoreOf(sheetFor(sheetOf(call.region, seat.sheet), BlindFile.parse(seat.file)), marks);
  if (!score.ok) return score;
  if (score.value.disqualified && !opinion.trim()) return no('opinionNeeded', { field: 'opinion' });
  await changeSeat(call, panelId, expertId, {
    state: 'scored', marks: JSON.stringify(score.value.marks), score_tenths: score.value.tenths, disqualified: score.value.disqualified, opinion, scored_at: call.clock.now(),
  });
  await audit(call, { act: 'panel.score', subject: panelId });
  return yes({ score: score.value.tenths });
}
