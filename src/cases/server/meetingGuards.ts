import { no, type Refusal } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { results } from '#review/server/public.ts';
import type { FoundCase } from './case.store.ts';

/** The meeting passed the case and its tally is public. */
export const meetingPassed = (call: Call, found: FoundCase): Promise<Refusal | undefined> => decided(call, found, 'passed');

/** The meeting did not pass the case and its tally is public. */
export const meetingFailed = (call: Call, found: FoundCase): Promise<Refusal | undefined> => decided(call, found, 'failed');

async function decided(call: Call, found: FoundCase, wanted: 'passed' | 'failed'): Promise<Refusal | undefined> {
  const result = await results.ofMeeting(call, found.id);
  if (!result) return no('meetingNotHeld');
  if (!result.published || !result.counts) return no('meetingOpen');
  const { yes: agreed, entitled } = result.counts;
  return result.outcome === wanted ? undefined : no(wanted === 'passed' ? 'meetingNotPassed' : 'meetingHasPassed', { params: { yes: agreed, entitled } });
}
