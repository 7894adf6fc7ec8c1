import { dayOf } from '#platform/clock/clock.ts';
import type { Call } from '#platform/server/call.ts';
import { peopleById } from '#registry/server/public.ts';
import { evaluate, EvaluationResult } from '../domain/evaluate.ts';
import type { EvaluationState, EvaluationView } from '../domain/evaluationContract.ts';
import { EvaluationIndex, Figures } from '../domain/evaluationIndex.ts';
import { objectionsOf, type EvaluationRecord } from './evaluation.store.ts';

/** The index an evaluation keeps. */
export const indexOf = ({ index_data }: EvaluationRecord): EvaluationIndex => EvaluationIndex.parse(index_data);

/** What an evaluation comes to: kept once confirmed, computed while figures are entered. */
export const resultOf = (row: EvaluationRecord): EvaluationResult => (row.result === null ? evaluate(indexOf(row), Figures.parse(row.figures)) : EvaluationResult.parse(row.result));

/** May the bureau close it now: agreed to, objection answered, or the time to object over? */
export const mayClose = ({ clock }: Call, row: EvaluationRecord): boolean =>
  row.state === 'confirmed' && (row.agreed_at !== null || row.heard_at !== null || (row.objections_until !== null && clock.now() >= row.objections_until));

/** The last day on which the person may object. */
export const objectionsUntil = ({ objections_until }: EvaluationRecord): string | null => (objections_until ? dayOf(new Date(objections_until.getTime() - 1)) : null);

const mayObject = ({ clock }: Call, row: EvaluationRecord): boolean => row.state === 'confirmed' && row.heard_at === null && row.agreed_at === null && row.objections_until !== null && clock.now() < row.objections_until;

/** Evaluations as pages show them, with what the actor may do. */
export async function evaluationViews(call: Call, rows: readonly EvaluationRecord[]): Promise<EvaluationView[]> {
  const people = await peopleById(call, rows.map((row) => row.person_id));
  const objections = Map.groupBy(await objectionsOf(call, rows.map(({ id }) => id)), (each) => each.evaluation_id);
  const { role } = call.actor;
  return rows.map((row) => {
    const person = people.get(row.person_id);
    const state = row.state as EvaluationState;
    const entering = role === 'employer' && state === 'entered';
    return {
      evaluationId: row.id, personId: row.person_id, name: person?.name ?? '', organisation: person?.organisationName ?? '', index: indexOf(row), span: row.span as EvaluationView['span'], fromYear: row.from_year, toYear: row.to_year,
      state, figures: Figures.parse(row.figures), result: resultOf(row), objectionsUntil: objectionsUntil(row), agreed: row.agreed_at !== null, objections: (objections.get(row.id) ?? []).map(({ content, raised_at, upheld, answer }) => ({ content, on: dayOf(raised_at), upheld, answer })), closedOn: row.closed_at ? dayOf(row.closed_at) : null,
      may: { enter: entering && row.span === 'year', confirm: entering, object: role === 'talent' && mayObject(call, row), answer: role === 'bureau' && state === 'objected', close: role === 'bureau' && mayClose(call, row) },
    };
  });
}
