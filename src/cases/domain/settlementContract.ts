import { z } from 'zod';
import { route } from '#platform/domain/contract.ts';
import { Refused } from './refused.ts';

const Row = z.object({
  caseId: z.string(), number: z.string(), file: z.int(), personName: z.string(), seen: z.int(), action: z.string(), label: z.string(), toLabel: z.string(),
  outcome: z.enum(['passed', 'failed', 'tied']).nullable(), counts: z.object({ yes: z.int(), no: z.int(), abstain: z.int(), entitled: z.int() }).nullable(),
  /** What the letter will give as the reason. */
  reason: z.string().nullable(), refused: Refused.nullable(),
});
const Id = z.object({ reviewRoundId: z.string().max(60) });

/** What may be asked once a meeting has decided: settle its cases, and look again when somebody objects. */
export const settlementContract = {
  previewSettlement: route({ method: 'GET', path: '/api/cases/settlements/:reviewRoundId', may: ['bureau'], summary: 'What a meeting’s result would do, case by case', params: Id, response: z.object({ heading: z.string(), rows: z.array(Row) }) }),
  settleRound: route({
    method: 'POST', path: '/api/cases/settlements/:reviewRoundId', may: ['bureau'], summary: 'Takes each case’s step by the meeting’s result', params: Id,
    body: z.strictObject({ steps: z.array(z.strictObject({ caseId: z.string().max(60), seen: z.int() })).min(1).max(500) }), response: z.object({ rows: z.array(Row) }),
  }),
  recheckObjection: route({
    method: 'POST', path: '/api/cases/objections/:objectionId/rechecks', may: ['bureau'], summary: 'Looks again at ballots or scores because of an objection', params: z.object({ objectionId: z.string().max(60) }),
    body: z.strictObject({ what: z.enum(['ballots', 'scores']) }), response: z.object({ agrees: z.boolean() }),
  }),
};
