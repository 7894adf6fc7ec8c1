import type { Policy } from './model.ts';

/** Why the head of a draft's text does not fit: a reason key with its params. */
export type HeadFault = { reason: 'policyNameChanged' | 'policyDayPast' | 'policyDayBefore'; params: Record<string, string> };

/** Whether a text still is the version the draft was begun for, and begins on a day that is free: today or later, after the version it follows. */
export function headFault(draft: { code: string; version: string }, policy: Policy, before: { version: string; from: string } | undefined, today: string): HeadFault | undefined {
  const { code, version, from } = policy;
  if (code !== draft.code || version !== draft.version) return { reason: 'policyNameChanged', params: { name: `${draft.code}@${draft.version}`, found: `${code}@${version}` } };
  if (from < today) return { reason: 'policyDayPast', params: { day: from, today } };
  return before && from <= before.from ? { reason: 'policyDayBefore', params: { day: from, version: before.version, before: before.from } } : undefined;
}
