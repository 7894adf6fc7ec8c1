import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import { dayOf } from '#platform/clock/clock.ts';
import { addDays } from '#platform/clock/workingDays.ts';
import type { Call } from '#platform/server/call.ts';
import type { reviewContract } from '../domain/contract.ts';
import { listExperts } from './expertPool.ts';
import { panelState } from './panelState.ts';
import { exclusionsOf, openPanelOf, seatsOf } from './review.store.ts';

/** A panel as the office sees it. Scores stay hidden until all have scored, so that nobody is asked to think again. */
export async function viewPanel(call: Call, subject: string): Promise<Answer<Given<typeof reviewContract.viewPanel>>> {
  const panel = await openPanelOf(call, subject);
  const state = panel && (await panelState(call, subject));
  const pool = await listExperts(call);
  if (!panel || !state || !pool.ok) return no('notFound');
  const known = new Map(pool.value.rows.map((row) => [row.expertId, row]));
  const seats = await seatsOf(call, panel.id);
  return yes({
    panelId: panel.id, dueOn: addDays(dayOf(panel.due_at), -1), size: panel.size, received: state.received, meanTenths: state.meanTenths,
    seats: seats.map((each) => ({
      expertId: each.expert_id, name: known.get(each.expert_id)?.name ?? '', organisation: known.get(each.expert_id)?.organisation ?? '',
      state: each.state as 'invited' | 'scored' | 'recused' | 'declined' | 'released', scoreTenths: state.complete ? each.score_tenths : null,
    })),
    excluded: (await exclusionsOf(call, panel.id)).map((each) => ({ name: known.get(each.expert_id)?.name ?? '', kind: each.kind, source: each.source })),
  });
}
