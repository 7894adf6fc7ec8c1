import { z } from 'zod';
import { route } from '#platform/domain/contract.ts';
import { DrawLine } from './drawContract.ts';
import { RoundRules } from './roundRules.ts';

const RoundId = z.object({ reviewRoundId: z.string().max(60) });
const Loads = z.strictObject({ least: z.int().min(0).max(5000).optional(), most: z.int().min(1).max(5000).optional() });
const Id = z.string().max(60);
const Sentence = z.object({ key: z.string(), params: z.record(z.string(), z.number()) });
const SeatAsk = z.strictObject({ panelId: Id, expertId: Id });
const Seats = z.strictObject({ seats: z.array(SeatAsk).max(500) });

/** A round in the office's list. */
export const RoundLine = z.object({
  reviewRoundId: z.string(), heading: z.string(), state: z.enum(['entering', 'judging', 'closed']), openedAt: z.date(),
  files: z.int(), seats: z.int(), scored: z.int(), late: z.int(), complete: z.int(), vacant: z.int(), dueOn: z.string().nullable(), draw: DrawLine.shape.state.nullable(),
});

const ReviewerLine = z.object({
  expertId: z.string(), name: z.string(), organisation: z.string(), given: z.int(), scored: z.int(), drafted: z.int(), late: z.int(), dueOn: z.string().nullable(),
  lateSeats: z.array(SeatAsk), mean: z.int().nullable(),
});

/** A file in the cockpit; means and spread are shown once its panel is complete. */
const FileLine = z.object({
  subject: z.string(), number: z.int(), heading: z.string(), organisation: z.string(), size: z.int(), received: z.int(), late: z.int(), vacant: z.int(),
  mean: z.int().nullable(), low: z.int().nullable(), high: z.int().nullable(),
});

/** An act of the office; `why` is the reason key of a shut button. */
const Act = z.object({ act: z.enum(['publishDraw', 'assign', 'close']), why: z.string().nullable(), params: z.record(z.string(), z.union([z.string(), z.number()])) });

const MemberLine = z.object({
  expertId: z.string(), name: z.string(), organisation: z.string(), kind: z.enum(['member', 'substitute']), position: z.int(), state: z.enum(['sitting', 'waiting', 'declined']), declinedReason: z.string(),
});

/** What may be asked of review rounds: the cockpit, the assignment, what is done about late reviews. */
export const assignmentContract = {
  listReviewRounds: route({ method: 'GET', path: '/api/review-rounds', may: ['bureau'], summary: 'Review rounds with their clocks', response: z.object({ rows: z.array(RoundLine) }) }),
  viewReviewRound: route({
    method: 'GET', path: '/api/review-rounds/:reviewRoundId', may: ['bureau'], summary: 'The cockpit of a round: draw, progress, who is late, where scores spread', params: RoundId,
    response: RoundLine.extend({
      rules: RoundRules, assignment: z.object({ least: z.int(), most: z.int(), floor: z.int(), total: z.int(), panels: z.int(), seats: z.int() }).nullable(), draws: z.array(DrawLine), members: z.array(MemberLine),
      reviewers: z.array(ReviewerLine), subjects: z.array(FileLine), conflicts: z.int(), acts: z.array(Act),
      excluded: z.array(z.object({ name: z.string(), number: z.int(), kind: z.string(), source: z.string() })),
    }),
  }),
  dryRun: route({
    method: 'POST', path: '/api/review-rounds/:reviewRoundId/dry-run', asks: true, may: ['bureau'], summary: 'What an assignment would give, without keeping anything', params: RoundId, body: Loads,
    response: z.object({
      least: z.int(), most: z.int(), files: z.int(), conflicts: z.int(), found: z.object({ floor: z.int(), total: z.int(), bound: z.int() }).nullable(),
      shortage: Sentence.extend({ numbers: z.array(z.int()), reviewers: z.array(z.string()) }).nullable(),
      reviewers: z.array(z.object({ expertId: z.string(), name: z.string(), organisation: z.string(), fields: z.array(z.string()), load: z.int(), files: z.int() })),
      panels: z.array(z.object({ subject: z.string(), number: z.int(), heading: z.string(), experts: z.array(z.string()) })),
    }),
  }),
  explainSeat: route({
    method: 'POST', path: '/api/review-rounds/:reviewRoundId/explanation', asks: true, may: ['bureau'], summary: 'Why this reviewer judges this file, or why not', params: RoundId,
    body: Loads.extend({ subject: Id, expertId: Id }), response: z.object({ seated: z.boolean(), sentences: z.array(Sentence), conflicts: z.array(z.object({ kind: z.string(), source: z.string() })) }),
  }),
  startAssignment: route({ method: 'POST', path: '/api/review-rounds/:reviewRoundId/assignment', may: ['bureau'], summary: 'Assigns the round as a job', params: RoundId, body: Loads, response: z.object({ jobId: z.string() }) }),
  previewReassignment: route({
    method: 'POST', path: '/api/review-rounds/:reviewRoundId/reassignment-preview', asks: true, may: ['bureau'], summary: 'What would move if these seats became vacant', params: RoundId, body: Seats,
    response: z.object({ given: z.array(SeatAsk), taken: z.array(SeatAsk), unfilled: z.int() }),
  }),
  reassignSeats: route({
    method: 'POST', path: '/api/review-rounds/:reviewRoundId/reassignment', may: ['bureau'], summary: 'Takes late seats back and fills them with the least disturbance', params: RoundId, body: Seats,
    response: z.object({ given: z.int(), taken: z.int(), unfilled: z.int() }),
  }),
  closeRound: route({ method: 'POST', path: '/api/review-rounds/:reviewRoundId/closing', may: ['bureau'], summary: 'Closes a round whose files are all judged', params: RoundId, body: z.strictObject({}), response: z.object({}) }),
  declineReview: route({
    method: 'POST', path: '/api/reviews/:panelId/declined', may: ['reviewer'], summary: 'Give a review of a round back without a conflict', params: z.object({ panelId: Id }),
    body: z.strictObject({ reason: z.string().trim().min(2).max(200) }), response: z.object({}),
  }),
  whatHappensNow: route({
    method: 'GET', path: '/api/review-rounds/of/:subject', may: ['talent'], summary: 'Where my own file stands in its round, and no more', params: z.object({ subject: Id }),
    response: z.object({ number: z.int(), heading: z.string(), state: z.enum(['entering', 'judging', 'closed']), step: z.enum(['collecting', 'drawing', 'assigning', 'scoring', 'scored']), drawId: z.string().nullable(), dueOn: z.string().nullable() }).nullable(),
  }),
};
