import { z } from 'zod';
import { route } from '#platform/domain/contract.ts';
import { SeenFile } from './blindFile.ts';
import { assignmentContract } from './assignmentContract.ts';
import { calibrationContract } from './calibrationContract.ts';
import { drawContract } from './drawContract.ts';
import { meetingContract } from './meetingContract.ts';
import { expertContract } from './expertContract.ts';
import { Marks, ScoreSheet } from './scoreSheet.ts';

const Clock = z.object({ dueOn: z.string(), left: z.int(), total: z.int() });
const PanelId = z.object({ panelId: z.string() });
const Sheet = z.object({ marks: Marks, opinion: z.string().max(2000) });

/** What may be asked of panels. */
export const panelContract = {
  listOwnReviews: route({
    method: 'GET', path: '/api/reviews', may: ['reviewer'], summary: 'Reviews that wait for me and that I have done',
    response: z.object({ rows: z.array(z.object({
      round: z.string().nullable(), number: z.int().nullable(), panelId: z.string(), heading: z.string(), sheet: z.string(), state: z.enum(['invited', 'scored', 'recused', 'declined', 'released']), clock: Clock, score: z.int().nullable(), drafted: z.boolean(),
    })) }),
  }),
  viewOwnReview: route({
    method: 'GET', path: '/api/reviews/:panelId', may: ['reviewer'], summary: 'The blinded file and my score sheet', params: PanelId,
    response: z.object({
      panelId: z.string(), state: z.enum(['invited', 'scored']), dueOn: z.string(), blinding: z.enum(['open', 'single', 'double']), file: SeenFile, sheet: ScoreSheet,
      marks: Marks, opinion: z.string(), score: z.int().nullable(), inRound: z.boolean(),
    }),
  }),
  downloadReviewed: route({
    method: 'GET', path: '/api/reviews/:panelId/documents/:position', may: ['reviewer'], file: 'out', summary: 'One document of a review, under a neutral name and without the traces of its makers',
    params: PanelId.extend({ position: z.coerce.number().int().min(1).max(200) }), response: z.unknown(),
  }),
  saveScoreDraft: route({ method: 'PUT', path: '/api/reviews/:panelId/draft', may: ['reviewer'], summary: 'Keep a half-filled sheet', params: PanelId, body: Sheet, response: z.object({}) }),
  giveScore: route({ method: 'POST', path: '/api/reviews/:panelId/score', may: ['reviewer'], summary: 'Hand in my score', params: PanelId, body: Sheet, response: z.object({ score: z.int() }) }),
  recuse: route({
    method: 'POST', path: '/api/reviews/:panelId/recusal', may: ['reviewer'], summary: 'Step aside because of a conflict', params: PanelId,
    body: z.object({ kind: z.enum(['mentor', 'coAuthor', 'relative', 'interest']) }), response: z.object({}),
  }),
  viewPanel: route({
    method: 'GET', path: '/api/panels/:subject', may: ['bureau'], summary: 'The panel of a case: who was asked, who is late, who was excluded and why', params: z.object({ subject: z.string() }),
    response: z.object({
      panelId: z.string(), dueOn: z.string(), size: z.int(), received: z.int(), meanTenths: z.int().nullable(),
      seats: z.array(z.object({ expertId: z.string(), name: z.string(), organisation: z.string(), state: z.enum(['invited', 'scored', 'recused', 'declined', 'released']), scoreTenths: z.int().nullable() })),
      excluded: z.array(z.object({ name: z.string(), kind: z.string(), source: z.string() })),
    }),
  }),
};

/** What may be asked of reviews. */
export const reviewContract = { ...panelContract, ...drawContract, ...assignmentContract, ...meetingContract, ...expertContract, ...calibrationContract };
