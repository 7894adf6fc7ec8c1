import type { Call } from './call.ts';

/** What was done to what; the detail never carries personal data, only ids, keys and numbers. */
export type Act = { act: string; subject: string; detail?: Record<string, string | number | boolean | null> };

/** Writes one line of the audit trail, in the same transaction as the act itself. */
export async function audit({ tx, actor, regionId, clock, newId }: Call, { act, subject, detail = {} }: Act): Promise<void> {
  await tx.insertInto('audit_entry').values({
    region_id: regionId, id: newId('aud'), account_id: actor.accountId, role: actor.role, act, subject, detail: JSON.stringify(detail), happened_at: clock.now(),
  }).execute();
}
