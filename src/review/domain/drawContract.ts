import { z } from 'zod';
import { signedIn, type Role } from '#platform/domain/actor.ts';
import { route } from '#platform/domain/contract.ts';

const everybody: Role[] = ['visitor', ...signedIn];
const DrawId = z.object({ drawId: z.string().max(60) });
const RoundId = z.object({ reviewRoundId: z.string().max(60) });
const Code = z.string().min(16).max(60);
const Name = z.string().trim().min(1).max(60);

/** What a draw waits for: hashes, numbers, the outside number; or nothing more. */
export const DrawState = z.enum(['committing', 'revealing', 'awaitingNumber', 'drawn', 'void']);
export type DrawState = z.infer<typeof DrawState>;
const Party = z.enum(['personnel', 'discipline', 'applicants']);

/** A draw in a list. `nextBy` is the end of the running clock, `secondsLeft` how far it is. */
export const DrawLine = z.object({
  drawId: z.string(), reviewRoundId: z.string(), heading: z.string(), attempt: z.int(), state: DrawState, publishedAt: z.date(), nextBy: z.date().nullable(), secondsLeft: z.int().nullable(),
  seats: z.int(), substitutes: z.int(), pool: z.int(), excluded: z.int(),
});

const DrawView = DrawLine.extend({
  inputHash: z.string(), external: z.string(), externalOn: z.string(), externalNumber: z.string().nullable(), drawnAt: z.date().nullable(), commitBy: z.date(), revealBy: z.date(),
  voided: z.object({ at: z.date(), because: z.enum(['commitmentLate', 'revealLate', 'withdrawn']), party: z.string() }).nullable(),
  candidates: z.array(z.object({ number: z.string(), groups: z.array(z.string()) })), recused: z.array(z.object({ number: z.string(), kinds: z.array(z.string()) })),
  limits: z.array(z.object({ group: z.string(), atLeast: z.int(), atMost: z.int() })),
  parties: z.array(z.object({ party: Party, representative: z.string(), commitment: z.string().nullable(), committedAt: z.date().nullable(), nonce: z.string().nullable(), revealedAt: z.date().nullable() })),
  members: z.array(z.string()), drawnSubstitutes: z.array(z.string()), seated: z.array(z.object({ number: z.string(), replaces: z.string(), at: z.date() })), seed: z.string(),
});

/** What may be asked of public draws. */
export const drawContract = {
  listDraws: route({ method: 'GET', path: '/api/draws', may: everybody, summary: 'Public draws of expert panels, newest first', response: z.object({ rows: z.array(DrawLine) }) }),
  viewDraw: route({ method: 'GET', path: '/api/draws/:drawId', may: everybody, summary: 'One draw: all that is published at this moment', params: DrawId, response: DrawView }),
  drawListFile: route({ method: 'GET', path: '/api/draws/:drawId/list.json', may: everybody, summary: 'The published list, byte for byte as it was hashed', params: DrawId, response: z.unknown(), file: 'out' }),
  drawRecordFile: route({ method: 'GET', path: '/api/draws/:drawId/record.json', may: everybody, summary: 'The record of a finished draw, for recomputing', params: DrawId, response: z.unknown(), file: 'out' }),
  viewParty: route({
    method: 'POST', path: '/api/draws/:drawId/party', asks: true, may: everybody, summary: 'What a party may do now, by its own code', params: DrawId, body: z.strictObject({ code: Code }),
    response: z.object({ party: Party, representative: z.string(), commitment: z.string().nullable(), revealed: z.boolean() }),
  }),
  commitNumber: route({
    method: 'POST', path: '/api/draws/:drawId/commitment', may: everybody, summary: 'A party publishes the hash of its number, for good', params: DrawId,
    body: z.strictObject({ code: Code, commitment: z.string().regex(/^[0-9a-f]{64}$/) }), response: z.object({}),
  }),
  revealNumber: route({
    method: 'POST', path: '/api/draws/:drawId/reveal', may: everybody, summary: 'A party shows the number behind its hash', params: DrawId,
    body: z.strictObject({ code: Code, nonce: z.string().min(1).max(64) }), response: z.object({}),
  }),
  publishDraw: route({
    method: 'POST', path: '/api/review-rounds/:reviewRoundId/draws', may: ['bureau'], summary: 'Publishes the list of candidates with its hash', params: RoundId,
    body: z.strictObject({
      commitBy: z.coerce.date(), revealBy: z.coerce.date(), external: z.string().trim().min(4).max(120), externalOn: z.iso.date(),
      representatives: z.strictObject({ personnel: Name, discipline: Name, applicants: Name }),
    }),
    response: z.object({ drawId: z.string(), inputHash: z.string(), codes: z.array(z.object({ party: Party, representative: z.string(), code: z.string() })) }),
  }),
  enterExternal: route({
    method: 'POST', path: '/api/draws/:drawId/external', may: ['bureau'], summary: 'Enters the outside number and draws', params: DrawId, body: z.strictObject({ externalNumber: z.string().trim().min(1).max(60) }),
    response: z.object({ members: z.array(z.string()), substitutes: z.array(z.string()) }),
  }),
  withdrawDraw: route({ method: 'POST', path: '/api/draws/:drawId/withdrawal', may: ['bureau'], summary: 'Takes a published list back, publicly', params: DrawId, body: z.strictObject({}), response: z.object({}) }),
  declineSeat: route({
    method: 'POST', path: '/api/review-rounds/:reviewRoundId/declined', may: ['bureau', 'reviewer'], summary: 'A drawn member declines; the next substitute steps in', params: RoundId,
    body: z.strictObject({ expertId: z.string().max(60).optional(), reason: z.string().trim().min(2).max(200) }), response: z.object({ seated: z.string().nullable() }),
  }),
};
