import { done, no, type Answer, type Done } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import type { ConflictKind } from '../domain/conflict.ts';
import { seat } from '../domain/seating.ts';
import { vacateSeat } from './assignment.store.ts';
import { conflictsWith } from './conflictsWith.ts';
import { ticketOf } from './invitePanel.ts';
import { reassignSeats } from './reassignSeats.ts';
import { changeSeat, expertOfPerson, expertsInTerm, insertDeclaration, insertExclusions, insertSeats, lockPanel, ownSeat, seatsOf } from './review.store.ts';

/** A member steps aside; another without conflict is seated in the same act. The conflict is kept with its source, never shown to the other side. */
export async function recuse(call: Call, { panelId, kind }: { panelId: string; kind: Exclude<ConflictKind, 'samePerson' | 'sameInstitution' | 'recentInstitution'> }): Promise<Answer<Done>> {
  const expert = await expertOfPerson(call, call.actor.personId);
  const panel = expert && (await lockPanel(call, panelId));
  const own = panel && (await ownSeat(call, expert.id, panelId));
  if (!expert || !panel || !own || panel.dissolved_at) return no('notFound');
  if (own.state !== 'invited') return no(own.state === 'scored' ? 'scoreLocked' : 'notFound');
  await insertDeclaration(call, expert.id, panel.applicant_person_id, kind);
  await insertExclusions(call, panelId, [{ expertId: expert.id, kind, source: `declared:${call.actor.accountId}` }]);
  const replaced = panel.review_round_id ? await seatOfRound(call, panel.review_round_id, panelId, expert.id) : await seatOther(call, panel, expert.id);
  await audit(call, { act: 'panel.recuse', subject: panelId, detail: { replaced } });
  return done;
}

type Panel = NonNullable<Awaited<ReturnType<typeof lockPanel>>>;

/** In a round the seat is filled with the least disturbance of all other panels. */
async function seatOfRound(call: Call, reviewRoundId: string, panelId: string, expertId: string): Promise<boolean> {
  const filled = await reassignSeats(call, { reviewRoundId, seats: [{ panelId, expertId }], because: 'recused' });
  if (!filled.ok) await vacateSeat(call, panelId, expertId, 'recused');
  return filled.ok && filled.value.unfilled === 0;
}

async function seatOther(call: Call, panel: Panel, leaving: string): Promise<boolean> {
  await changeSeat(call, panel.id, leaving, { state: 'recused', draft: null });
  return seatAnother(call, panel);
}

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
