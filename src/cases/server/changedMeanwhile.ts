import { no, type Refusal } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { maskName } from '#registry/domain/personName.ts';
import { lastChange } from './history.store.ts';

/** Somebody was faster: says who (masked) and at what time of day in Beijing (bad-inputs row 25). */
export async function changedMeanwhile(call: Call, caseId: string): Promise<Refusal> {
  const last = await lastChange(call, caseId);
  const at = last ? beijingTime.format(last.at) : '';
  return no('changedMeanwhile', { params: { name: maskName(last?.name ?? ''), at }, next: 'next.changedBy' });
}

const beijingTime = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });
