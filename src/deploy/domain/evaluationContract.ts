import { z } from 'zod';
import { route } from '#platform/domain/contract.ts';
import { EvaluationResult } from './evaluate.ts';
import { EvaluationIndex, Figures } from './evaluationIndex.ts';

const EvaluationId = z.object({ evaluationId: z.string() });
const Done = z.object({});
const State = z.enum(['entered', 'confirmed', 'objected', 'closed']);
export type EvaluationState = z.infer<typeof State>;
const Span = z.enum(['year', 'term']);
const Sentence = z.string().trim().min(2).max(500);
const Year = z.coerce.number().int().min(2000).max(2100);

const Row = z.object({
  evaluationId: z.string().nullable(), personId: z.string(), name: z.string(), organisation: z.string(), span: Span, state: State.nullable(), tenths: z.int().nullable(), level: z.string().nullable(),
  missing: z.int(), objectionsUntil: z.string().nullable(), mayClose: z.boolean(),
});
export type EvaluationRow = z.infer<typeof Row>;

const View = z.object({
  evaluationId: z.string(), personId: z.string(), name: z.string(), organisation: z.string(), index: EvaluationIndex, span: Span, fromYear: z.int(), toYear: z.int(), state: State, figures: Figures, result: EvaluationResult,
  objectionsUntil: z.string().nullable(), agreed: z.boolean(), objections: z.array(z.object({ content: z.string(), on: z.string(), upheld: z.boolean().nullable(), answer: z.string().nullable() })), closedOn: z.string().nullable(),
  may: z.object({ enter: z.boolean(), confirm: z.boolean(), object: z.boolean(), answer: z.boolean(), close: z.boolean() }),
});
export type EvaluationView = z.infer<typeof View>;

const concerned = ['talent', 'employer', 'bureau'] as const;

/** What may be asked of evaluations. */
export const evaluationContract = {
  listEvaluations: route({
    method: 'GET', path: '/api/evaluations', may: ['employer', 'bureau'], summary: 'Evaluations of a year: an institution sees all its people, the bureau those that were begun', query: z.object({ year: Year.optional() }),
    response: z.object({ index: EvaluationIndex.nullable(), year: z.int(), years: z.array(z.int()), rows: z.array(Row) }),
  }),
  listOwnEvaluations: route({ method: 'GET', path: '/api/own-evaluations', may: ['talent'], summary: 'My evaluations once my institution has confirmed them', response: z.object({ rows: z.array(View) }) }),
  viewEvaluation: route({ method: 'GET', path: '/api/evaluations/:evaluationId', may: concerned, summary: 'One evaluation, explained indicator by indicator', params: EvaluationId, response: View }),
  startEvaluation: route({
    method: 'POST', path: '/api/evaluations', may: ['employer'], summary: 'Begin the evaluation of a person’s year; facts fill what they can', body: z.object({ personId: z.string(), year: Year }), response: EvaluationId,
  }),
  startTerm: route({
    method: 'POST', path: '/api/evaluations/terms', may: ['employer'], summary: 'The assessment of a term from its closed years', body: z.object({ personId: z.string(), year: Year }), response: EvaluationId,
  }),
  saveFigures: route({ method: 'PUT', path: '/api/evaluations/:evaluationId/figures', may: ['employer'], summary: 'Enter figures', params: EvaluationId, body: z.object({ figures: Figures }), response: Done }),
  checkFigureTable: route({
    method: 'POST', path: '/api/evaluations/tables/check', may: ['employer'], summary: 'What a table copied from Excel would enter; nothing is kept', asks: true, body: z.object({ year: Year, text: z.string().max(200_000) }),
    response: z.object({ rows: z.array(z.object({ line: z.int(), name: z.string(), result: EvaluationResult })) }),
  }),
  enterFigureTable: route({
    method: 'POST', path: '/api/evaluations/tables', may: ['employer'], summary: 'Enter the figures of a table copied from Excel', body: z.object({ year: Year, text: z.string().max(200_000) }), response: z.object({ entered: z.int() }),
  }),
  confirmEvaluation: route({ method: 'POST', path: '/api/evaluations/:evaluationId/confirmation', may: ['employer'], summary: 'Confirm; the person is told and may object', params: EvaluationId, body: Done, response: Done }),
  objectToEvaluation: route({ method: 'POST', path: '/api/evaluations/:evaluationId/objection', may: ['talent'], summary: 'Object to my evaluation', params: EvaluationId, body: z.object({ content: Sentence }), response: Done }),
  agreeToEvaluation: route({ method: 'POST', path: '/api/evaluations/:evaluationId/agreement', may: ['talent'], summary: 'Agree to my evaluation before the time is over', params: EvaluationId, body: Done, response: Done }),
  answerObjection: route({
    method: 'POST', path: '/api/evaluations/:evaluationId/answer', may: ['bureau'], summary: 'Answer an objection; when upheld the institution enters again', params: EvaluationId,
    body: z.object({ upheld: z.boolean(), content: Sentence }), response: Done,
  }),
  closeEvaluation: route({ method: 'POST', path: '/api/evaluations/:evaluationId/closing', may: ['bureau'], summary: 'Close; the result becomes a fact that policies use', params: EvaluationId, body: Done, response: Done }),
};
