import { z } from 'zod';
import { Role, signedIn } from '#platform/domain/actor.ts';
import { route } from '#platform/domain/contract.ts';

const Id = z.object({ reviewRoundId: z.string().max(60) });
const everybody: Role[] = ['visitor', ...signedIn];

/** A round's scores seen whole: for officers only, since it tells who is strict. */
export const CalibrationView = z.object({
  reviewRoundId: z.string(), heading: z.string(), official: z.enum(['raw', 'calibrated']), scores: z.int(), missing: z.int(), places: z.int(),
  publishedAt: z.iso.datetime().nullable(),
  /** Why the round cannot be calibrated, if it cannot. */
  refused: z.enum(['panelsNotConnected', 'tooFewScores']).nullable(),
  /** Groups of files and reviewers that no score joins; one when all are comparable. */
  parts: z.array(z.object({ numbers: z.array(z.int()), reviewers: z.array(z.string()) })),
  anchors: z.array(z.object({ number: z.int(), reviewer: z.string(), joins: z.object({ one: z.int(), other: z.int() }) })),
  files: z.array(z.object({ number: z.int(), heading: z.string(), scores: z.int(), raw: z.number().nullable(), adjusted: z.number().nullable(), error: z.number().nullable(), disqualified: z.boolean() })),
  reviewers: z.array(z.object({ name: z.string(), scores: z.int(), mean: z.number(), severity: z.number().nullable() })),
  spread: z.object({ betweenFiles: z.number(), residual: z.number() }).nullable(),
  hinges: z.array(z.object({ number: z.int(), reviewer: z.string(), passes: z.boolean() })),
});
export type CalibrationView = z.infer<typeof CalibrationView>;

/** What may be asked of the scores of a round. */
export const calibrationContract = {
  viewCalibration: route({
    method: 'GET', path: '/api/calibrations/:reviewRoundId', may: ['bureau'], summary: 'The scores of a round: means, strictness, what hinges on one reviewer', params: Id,
    query: z.object({ places: z.coerce.number().int().min(1).max(10_000).optional() }), response: CalibrationView,
  }),
  publishScores: route({ method: 'POST', path: '/api/calibrations/:reviewRoundId/publication', may: ['bureau'], summary: 'Publish the scores under pseudonyms', params: Id, response: z.object({ recordHash: z.string() }) }),
  downloadScores: route({ method: 'GET', path: '/api/calibrations/:reviewRoundId/record', may: everybody, summary: 'The published scores of a round', params: Id, response: z.unknown(), file: 'out' }),
};
