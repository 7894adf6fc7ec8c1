import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import { maySeePerson, peopleById, peopleInScope } from '#registry/server/public.ts';
import type { evaluationContract, EvaluationRow, EvaluationState, EvaluationView } from '../domain/evaluationContract.ts';
import { evaluationsOfPerson, evaluationsOfYear, findEvaluation, type EvaluationRecord } from './evaluation.store.ts';
import { evaluationIndexOf } from './evaluationIndexes.ts';
import { evaluationViews, mayClose, objectionsUntil, resultOf } from './evaluationViews.ts';

const mostPeople = 2_000;
const yearsBack = 3;

/** The evaluations of a year: an institution sees all its people, the bureau those that were begun. */
export async function listEvaluations(call: Call, { year: asked }: { year?: number | undefined }): Promise<Answer<Given<typeof evaluationContract.listEvaluations>>> {
  const thisYear = Number(call.clock.today().slice(0, 4));
  const year = asked ?? thisYear;
  const years = Array.from({ length: yearsBack }, (_, back) => thisYear - back);
  const index = evaluationIndexOf(call.region);
  if (!index) return yes({ index: null, year, years, rows: [] });
  const begun = await evaluationsOfYear(call, index.code, year);
  const rows = call.actor.role === 'bureau' ? await begunRows(call, begun) : await ownPeople(call, begun);
  return yes({ index, year, years, rows: rows.toSorted((one, other) => Number(one.evaluationId === null) - Number(other.evaluationId === null)) });
}

async function begunRows(call: Call, begun: readonly EvaluationRecord[]): Promise<EvaluationRow[]> {
  const people = await peopleById(call, begun.map((row) => row.person_id));
  return begun.map((row) => rowOf(call, row, people.get(row.person_id)?.name ?? '', people.get(row.person_id)?.organisationName ?? ''));
}

async function ownPeople(call: Call, begun: readonly EvaluationRecord[]): Promise<EvaluationRow[]> {
  const byPerson = Map.groupBy(begun, (row) => row.person_id);
  const people = await peopleInScope(call, { limit: mostPeople });
  return people.flatMap(({ personId, name, organisationName }) => (byPerson.get(personId) ?? [undefined]).map((row) => (row
    ? rowOf(call, row, name, organisationName)
    : { evaluationId: null, personId, name, organisation: organisationName, span: 'year' as const, state: null, tenths: null, level: null, missing: 0, objectionsUntil: null, mayClose: false })));
}

function rowOf(call: Call, row: EvaluationRecord, name: string, organisation: string): EvaluationRow {
  const { tenths, level, missing } = resultOf(row);
  return {
    evaluationId: row.id, personId: row.person_id, name, organisation, span: row.span as EvaluationRow['span'], state: row.state as EvaluationState, tenths, level, missing: missing.length,
    objectionsUntil: objectionsUntil(row), mayClose: mayClose(call, row),
  };
}

/** One evaluation. A talent sees only his own, and only once it is confirmed; an institution those of its people. */
export async function viewEvaluation(call: Call, { evaluationId }: { evaluationId: string }): Promise<Answer<EvaluationView>> {
  const row = await findEvaluation(call, evaluationId);
  if (!row || !(await maySeePerson(call, row.person_id)) || (call.actor.role === 'talent' && row.state === 'entered')) return no('notFound');
  const [view] = await evaluationViews(call, [row]);
  return view ? yes(view) : no('notFound');
}

/** My evaluations, as far as my institution has confirmed them. */
export async function listOwnEvaluations(call: Call): Promise<Answer<Given<typeof evaluationContract.listOwnEvaluations>>> {
  if (!call.actor.personId) return yes({ rows: [] });
  const rows = (await evaluationsOfPerson(call, call.actor.personId)).filter((row) => row.state !== 'entered');
  return yes({ rows: await evaluationViews(call, rows) });
}
