import { createHash } from 'node:crypto';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { termEnd } from '#platform/clock/workingDays.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { seat } from '../domain/seating.ts';
import { conflictsWith } from './conflictsWith.ts';
import { expertsInTerm, insertExclusions, insertPanel, insertSeats, openPanelOf, type NewPanel } from './review.store.ts';

/** Who shall judge what: the subject, the fields it needs, the applicant whom conflicts are looked up for. */
export type PanelAsk = {
  subject: string; fields: string[]; applicantPersonId: string; organisationId: string; size: number;
  sheet?: string; file?: unknown; blinding?: NewPanel['blinding']; workingDays?: number;
};

/** Seats a panel of experts who have no conflict with the applicant; asked again while it is open, it answers with the same panel. */
export async function invitePanel(call: Call, ask: PanelAsk): Promise<Answer<{ panelId: string }>> {
  const before = await openPanelOf(call, ask.subject);
  if (before) return yes({ panelId: before.id });
  const experts = await expertsInTerm(call, `${call.clock.today().slice(0, 4)}-01-01`);
  const conflicts = await conflictsWith(call, experts, { personIds: [ask.applicantPersonId], organisationId: ask.organisationId });
  const free = experts.filter((expert) => !conflicts.has(expert.id));
  const members = seat(free.map((expert) => ({
    expertId: expert.id, organisationId: expert.organisation_id, load: expert.load ?? 0,
    fits: expert.fields.some((field) => ask.fields.includes(field)), ticket: ticketOf(ask.subject, expert.id),
  })), ask.size);
  if (!members.length) return no('panelTooSmall', { params: { need: ask.size, free: free.length } });
  const panelId = await insertPanel(call, panelOf(call, ask));
  await insertSeats(call, panelId, members);
  await insertExclusions(call, panelId, [...conflicts].flatMap(([expertId, found]) => found.map(({ kind, source }) => ({ expertId, kind, source }))));
  await audit(call, { act: 'panel.invite', subject: ask.subject, detail: { panelId, size: ask.size, excluded: conflicts.size } });
  return yes({ panelId });
}

/** A hash of subject and expert: settles ties in a way that nobody can steer and anybody can recompute. */
export const ticketOf = (subject: string, expertId: string) => createHash('sha256').update(`${subject}\n${expertId}`).digest('hex');

const usualWorkingDays = 10;

const panelOf = (call: Call, ask: PanelAsk): NewPanel => ({
  ...ask, sheet: ask.sheet ?? 'talent-recognition', file: ask.file ?? {}, blinding: ask.blinding ?? 'single',
  dueAt: termEnd(call.calendar, call.clock.today(), ask.workingDays ?? usualWorkingDays),
});
