import { done, no, type Answer, type Done } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import type { ConflictKind } from '../domain/conflict.ts';
import { seat } from '../domain/seating.ts';
import { conflictsWith } from './conflictsWith.ts';
import { ticketOf } from './invitePanel.ts';
import { changeSeat, expertOfPerson, expertsInTerm, insertDeclaration, insertExclusions, insertSeats, lockPanel, ownSeat, seatsOf } from './review.store.ts';

/** A member steps aside; another without conflict is seated in the same act. The conflict is kept with its source, never shown to the other side. */
export async function recuse(call: Call, { panelId, kind }: { panelId: string; kind: Exclude<ConflictKind, 'samePerson' | 'sameInstitution' | 'recentInstitution'> }): Promise<Answer<Done>> {
  const expert = await expertOfPerson(call, call.actor.personId);
  const panel = expert && (await lockPanel(call, panelId));
  const own = panel && (await ownSeat(call, expert.id, panelId));
  if (!expert || !panel || !own || panel.dissolved_at || own.state === 'recused') return no('notFound');
  if (own.state === 'scored') return no('scoreLocked');
  await insertDeclaration(call, expert.id, panel.applicant_person_id, kind);
  await changeSeat(call, panelId, expert.id, { state: 'recused', draft: null });
  await insertExclusions(call, panelId, [{ expertId: expert.id, kind, source: `declared:${call.actor.accountId}` }]);
  const replaced = await seatAnother(call, panel);
  await audit(call, { act: 'panel.recuse', subject: panelId, detail: { replaced } });
  return done;
}

type Panel = NonNullable<Awaited<ReturnType<typeof lockPanel>>>;

/** Seats one more expert; false when nobody free of conflict is left, which the officer sees as a vacant seat. */
export async function seatAnother(call: Call, panel: Panel): Promise<boolean> {
  const sitting = new Set((await seatsOf(call, panel.id)).map((each) => each.expert_id));
  const experts = (await expertsInTerm(call, `${call.clock.today().slice(0, 4)}-01-01`)).filter((expert) => !sitting.has(expert.id));
  const conflicts = await conflictsWith(call, experts, { personIds: [panel.applicant_person_id], organisationId: panel.organisation_id });
  const [next] = seat(experts.filter((expert) => !conflicts.has(expert.id)).map((expert) => ({
    expertId: expert.id, organisationId: expert.organisation_id, load: expert.load ?? 0,
    fits: expert.fields.some((field) => panel.fields.includes(field)), ticket: ticketOf(panel.subject, expert.id),
  })), 1);
  if (!next) return false;
  await insertSeats(call, panel.id, [next]);
  return true;
}
