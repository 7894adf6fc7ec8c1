import { done, no, yes, type Answer, type Done } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { employ, organisationTree, peopleById } from '#registry/server/public.ts';
import { textOf, type CheckedRow } from '../domain/checkRow.ts';
import type { PersonCheck } from '../domain/contract.ts';
import type { Template } from '../domain/template.ts';
import { insertChecks, lockCheck, openChecks, stampCheck } from './personCheck.store.ts';
import type { ImportRow } from './rosterImport.store.ts';

/** Hands the rows whose people work elsewhere to the bureau; the institution learns nothing about them. */
export async function askChecks(call: Call, { id, organisation_id }: ImportRow, template: Template, rows: readonly CheckedRow[], elsewhere: ReadonlyMap<number, string>): Promise<void> {
  const text = (row: CheckedRow, meaning: 'hiredOn' | 'post') => textOf(template, row.values, meaning);
  await insertChecks(call, rows.flatMap((row) => {
    const personId = elsewhere.get(row.row);
    return personId === undefined ? [] : [{
      id: call.newId('pck'), personId, organisationId: organisation_id, importId: id, fromDay: text(row, 'hiredOn') || call.clock.today(), post: text(row, 'post'),
    }];
  }));
}

/** Who waits for the bureau's word, with where they are and where a roster has them. */
export async function listPersonChecks(call: Call): Promise<Answer<PersonCheck[]>> {
  const checks = await openChecks(call);
  const people = await peopleById(call, checks.map((each) => each.personId));
  const names = new Map((await organisationTree(call)).map((each) => [each.id, each.name]));
  return yes(checks.map(({ checkId, personId, organisationId, fromDay, post, askedAt }) => ({
    checkId, personId, name: people.get(personId)?.name ?? '', at: people.get(personId)?.organisationName ?? '', asking: names.get(organisationId) ?? '',
    from: fromDay, post, askedAt: new Date(askedAt).toISOString(),
  })));
}

/** The bureau moves the person to the institution that asked, or leaves everything as it was. */
export async function settlePersonCheck(call: Call, { checkId, move }: { checkId: string; move: boolean }): Promise<Answer<Done>> {
  const check = await lockCheck(call, checkId);
  if (!check) return no('notFound');
  if (move) {
    const moved = await employ(call, { personId: check.personId, organisationId: check.organisationId, from: check.fromDay, post: check.post });
    if (!moved.ok) return moved;
  }
  await stampCheck(call, checkId, move ? 'moved' : 'kept');
  await audit(call, { act: 'personCheck.settle', subject: check.personId, detail: { move } });
  return done;
}
