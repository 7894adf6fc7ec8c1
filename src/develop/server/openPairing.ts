import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { addDays, endOfDay } from '#platform/clock/workingDays.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { insertRound } from './pairing.store.ts';
import { pairingPlansOf } from './pairingPlans.ts';

const longestDays = 366;

/** Opens a round under a plan of the region; lists are taken until the end of a day. */
export async function openPairing(call: Call, { plan: code, title, closesOn }: { plan: string; title: string; closesOn: string }): Promise<Answer<{ roundId: string }>> {
  const plan = pairingPlansOf(call.region).find((each) => each.code === code);
  if (!plan) return no('pairingPlanUnknown', { field: 'plan' });
  const today = call.clock.today();
  if (closesOn < today || closesOn > addDays(today, longestDays)) return no('pairingCloses', { field: 'closesOn', params: { today, latest: addDays(today, longestDays) } });
  const id = call.newId('prd');
  await insertRound(call, { id, plan: JSON.stringify(plan), title, opened_at: call.clock.now(), closes_at: endOfDay(closesOn) });
  await audit(call, { act: 'pairing.open', subject: id, detail: { plan: code, closesOn } });
  return yes({ roundId: id });
}
