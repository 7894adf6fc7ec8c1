import { done, type Answer, type Done } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { closePanel, openPanelOf, seatsOf } from './review.store.ts';

/** How far a panel is; the mean is in tenths of a point, rounded down, and stays hidden until all have scored. Disqualified: more than half of the sheets fail an item that counts before all others. */
export type PanelState = { panelId: string; size: number; received: number; meanTenths: number | null; complete: boolean; disqualified: boolean };

/** The state of the open panel of a subject; undefined where none was invited. */
export async function panelState(call: Call, subject: string): Promise<PanelState | undefined> {
  const panel = await openPanelOf(call, subject);
  if (!panel) return undefined;
  const seats = await seatsOf(call, panel.id);
  const scores = seats.flatMap((each) => (each.score_tenths === null ? [] : [each.score_tenths]));
  const complete = scores.length >= panel.size;
  const sum = scores.reduce((total, each) => total + each, 0);
  return { panelId: panel.id, size: panel.size, received: scores.length, meanTenths: complete ? Math.floor(sum / scores.length) : null, complete, disqualified: complete && seats.filter((each) => each.disqualified).length * 2 > scores.length };
}

/** Sends a panel home: on withdrawal, or when a case goes back. */
export async function dissolvePanel(call: Call, subject: string): Promise<Answer<Done>> {
  const panel = await openPanelOf(call, subject);
  if (!panel) return done;
  await closePanel(call, panel.id);
  await audit(call, { act: 'panel.dissolve', subject, detail: { panelId: panel.id } });
  return done;
}
