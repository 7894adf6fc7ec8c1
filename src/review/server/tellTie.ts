import { done, no, yes, type Answer, type Done } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { checkName, foldName } from '#registry/domain/personName.ts';
import { nameVariantsOf, organisationTree } from '#registry/server/public.ts';
import type { TieKind } from '../domain/conflict.ts';
import type { reviewContract } from '../domain/contract.ts';
import { keepTie, toldBy, withdraw } from './tie.store.ts';

/** A relation between two known people, recorded by another slice; told again by the same source, its dates are renewed. */
export async function recordTie(call: Call, tie: { personId: string; otherPersonId: string; kind: TieKind; source: string; from: string; to?: string; note?: string }): Promise<Answer<{ tieId: string }>> {
  const tieId = await keepTie(call, tie);
  await audit(call, { act: 'tie.record', subject: tieId, detail: { kind: tie.kind } });
  return yes({ tieId });
}

/** What a person tells of their own relation to somebody; the answer is the same whether that one is an expert, an applicant or nobody here. */
export async function tellTie(call: Call, { name, organisationId, kind, note }: { name: string; organisationId?: string | undefined; kind: TieKind; note: string }): Promise<Answer<{ tieId: string }>> {
  const checked = checkName(name);
  if (!checked.ok) return no(checked.reason, { ...checked.detail, field: 'name' });
  if (organisationId && !(await organisationTree(call)).some(({ id }) => id === organisationId)) return no('noSuchOrganisation', { field: 'organisationId' });
  const shownName = checked.value.name;
  const tieId = await keepTie(call, {
    personId: call.actor.personId, otherName: foldName(shownName, nameVariantsOf(call.region)), shownName, otherOrganisationId: organisationId, kind, note, source: `declared:${call.actor.role}`,
  });
  await audit(call, { act: 'tie.tell', subject: tieId, detail: { kind } });
  return yes({ tieId });
}

/** What I told. */
export async function listToldTies(call: Call): Promise<Answer<Given<typeof reviewContract.listToldTies>>> {
  const organisations = new Map((await organisationTree(call)).map(({ id, name }) => [id, name]));
  return yes({ rows: (await toldBy(call)).map((row) => ({
    tieId: row.id, name: row.shown_name, organisation: organisations.get(row.other_organisation_id ?? '') ?? '', kind: row.kind as TieKind, note: row.note, toldAt: row.told_at.toISOString(),
  })) });
}

/** Takes a declaration back; what a review was already decided on stays in its record. */
export async function withdrawTie(call: Call, { tieId }: { tieId: string }): Promise<Answer<Done>> {
  if (!(await withdraw(call, tieId))) return no('notFound');
  await audit(call, { act: 'tie.withdraw', subject: tieId });
  return done;
}
