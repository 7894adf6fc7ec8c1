import { z } from 'zod';
import { route } from '#platform/domain/contract.ts';
import { DraftRow, DraftText, DraftView, StartDraft } from './studioShape.ts';

const one = z.object({ draftId: z.string().max(60) });
const Reason = z.string().trim().min(1).max(2000);
/** How often the draft had been saved when its page was read: somebody else's save in between refuses. */
const saved = z.int().min(0);

/** The studio: drafts of policies from their beginning to publication by a second officer. */
export const studioContract = {
  listDrafts: route({ method: 'GET', path: '/api/policies/drafts', may: ['bureau'], summary: 'Drafts of policies, those that wait for somebody first', response: z.object({ rows: z.array(DraftRow) }) }),
  startDraft: route({
    method: 'POST', path: '/api/policies/drafts', may: ['bureau'], summary: 'Begins a draft from the newest version of a policy, or of a new one', body: StartDraft, response: z.object({ draftId: z.string() }),
  }),
  viewDraft: route({ method: 'GET', path: '/api/policies/drafts/:draftId', may: ['bureau'], summary: 'One draft with its text, history and what may be done', params: one, response: DraftView }),
  saveDraft: route({
    method: 'PUT', path: '/api/policies/drafts/:draftId', may: ['bureau'], summary: 'Keeps the text of a draft, sound or not', params: one, body: z.strictObject({ saved, source: DraftText }), response: z.object({ saved: z.int() }),
  }),
  submitDraft: route({
    method: 'POST', path: '/api/policies/drafts/:draftId/submission', may: ['bureau'], summary: 'Hands a clean draft to a second officer, with the report of who gains and loses', params: one, body: z.strictObject({ saved }), response: z.object({}),
  }),
  rejectDraft: route({
    method: 'POST', path: '/api/policies/drafts/:draftId/rejection', may: ['bureau'], summary: 'Gives a submitted draft back with reasons', params: one, body: z.strictObject({ saved, reason: Reason }), response: z.object({}),
  }),
  publishDraft: route({
    method: 'POST', path: '/api/policies/drafts/:draftId/publication', may: ['bureau'], summary: 'Publishes another officer’s draft from a day on; cannot be undone', params: one,
    body: z.strictObject({ saved, from: z.iso.date() }), response: z.object({ code: z.string(), version: z.string() }),
  }),
  dropDraft: route({
    method: 'POST', path: '/api/policies/drafts/:draftId/end', may: ['bureau'], summary: 'Ends a draft that will not be published', params: one, body: z.strictObject({ saved, reason: Reason }), response: z.object({}),
  }),
};
