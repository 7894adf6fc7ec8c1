import { z } from 'zod';
import { Role, signedIn } from '#platform/domain/actor.ts';
import { route } from '#platform/domain/contract.ts';
import { CHOICES } from './ballot.ts';
import { PinnedRule } from './meetingRule.ts';

const Hex = z.string().regex(/^[0-9a-f]+$/).max(1024);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Id = z.object({ meetingId: z.string().max(60) });
const VoteOf = Id.extend({ region: z.string().max(40), vote: z.coerce.number().int().min(1).max(99) });
const Number = z.int().min(1).max(10_000);
const Outcome = z.enum(['passed', 'failed', 'tied']);
const State = z.enum(['gathering', 'issuing', 'voting', 'counted']);
const Counts = z.object({ yes: z.int(), no: z.int(), abstain: z.int(), entitled: z.int() });
const Done = z.object({});
const everybody: Role[] = ['visitor', ...signedIn];

const MeetingRow = z.object({ meetingId: z.string(), heading: z.string(), meetsOn: z.string(), place: z.string(), state: State, files: z.int(), published: z.boolean() });

const Motion = z.object({
  number: Number, exponent: z.int(), mine: z.boolean(), entitled: z.int(), tokens: z.int(), ballots: z.int(),
  /** Published when the vote opens; each phone finds its own among them. */
  tokenHashes: z.array(z.string()).nullable(),
});
const Vote = z.object({ position: z.int(), name: z.string(), modulus: z.string(), state: z.enum(['issuing', 'voting', 'counted']), issued: z.boolean(), present: z.int().nullable(), sealedHash: z.string().nullable(), motions: z.array(Motion) });

export const MeetingView = z.object({
  meetingId: z.string(), reviewRoundId: z.string(), heading: z.string(), meetsOn: z.string(), place: z.string(), state: State, rule: PinnedRule, published: z.boolean(),
  /** An officer or the chair: may open and close, and sees the code of the room. */
  presides: z.boolean(), doorCode: z.string().nullable(),
  own: z.object({ present: z.boolean(), excused: z.boolean(), chair: z.boolean() }).nullable(),
  present: z.int(),
  members: z.array(z.object({
    personId: z.string(), name: z.string(), organisation: z.string(), kind: z.enum(['member', 'substitute']), chair: z.boolean(), seated: z.boolean(), present: z.boolean(), excused: z.boolean(), issued: z.boolean(),
  })),
  files: z.array(z.object({
    number: Number, heading: z.string(), meanTenths: z.int().nullable(), disqualified: z.boolean(), ownRecused: z.boolean(), recused: z.array(z.object({ name: z.string(), kind: z.string() })), outcome: Outcome.nullable(), counts: Counts.nullable(),
  })),
  votes: z.array(Vote),
});
export type MeetingView = z.infer<typeof MeetingView>;

const MeetingRecord = z.object({
  meetingId: z.string(), reviewRoundId: z.string(), heading: z.string(), meetsOn: z.string(), rule: PinnedRule, present: z.int(),
  /** The scores of the round are published too. */
  scores: z.boolean(),
  files: z.array(z.object({ number: Number, outcome: Outcome, counts: Counts })), votes: z.array(z.object({ position: z.int(), sealedHash: z.string() })),
});

export const Minutes = z.object({
  heading: z.string(), meetsOn: z.string(), place: z.string(), rule: PinnedRule, convenedAt: z.iso.datetime(), countedAt: z.iso.datetime().nullable(),
  members: z.array(z.object({ name: z.string(), organisation: z.string(), kind: z.enum(['member', 'substitute']), chair: z.boolean(), attendedAt: z.iso.datetime().nullable(), excusedAt: z.iso.datetime().nullable() })),
  files: z.array(z.object({ number: Number, heading: z.string(), recused: z.array(z.object({ name: z.string(), kind: z.string() })), outcome: Outcome.nullable(), votes: z.array(Counts.extend({ vote: z.int(), outcome: Outcome })) })),
  votes: z.array(z.object({ position: z.int(), present: z.int(), openedAt: z.iso.datetime(), sealedHash: z.string() })),
});
export type Minutes = z.infer<typeof Minutes>;

/** What may be asked of review meetings. Ballots come from nobody. */
export const meetingContract = {
  listMeetings: route({ method: 'GET', path: '/api/meetings', may: ['reviewer', 'bureau'], summary: 'Meetings: all for the office, one’s own for a member', response: z.object({ rows: z.array(MeetingRow), ready: z.array(z.object({ reviewRoundId: z.string(), heading: z.string() })) }) }),
  conveneMeeting: route({
    method: 'POST', path: '/api/meetings', may: ['bureau'], summary: 'Call the drawn members of a round together',
    body: z.strictObject({ reviewRoundId: z.string().max(60), meetsOn: z.iso.date(), place: z.string().trim().max(100).default(''), chair: z.string().max(60).optional() }), response: z.object({ meetingId: z.string() }),
  }),
  viewMeeting: route({ method: 'GET', path: '/api/meetings/:meetingId', may: ['reviewer', 'bureau'], summary: 'A meeting as its members and the office see it', params: Id, response: MeetingView }),
  attendMeeting: route({ method: 'POST', path: '/api/meetings/:meetingId/attendance', may: ['reviewer'], summary: 'Sign in from one’s own phone', params: Id, body: z.strictObject({ code: z.string().max(12) }), response: Done }),
  recuseFromFile: route({
    method: 'POST', path: '/api/meetings/:meetingId/recusals', may: ['reviewer'], summary: 'Step aside from one file', params: Id,
    body: z.strictObject({ number: Number, kind: z.enum(['mentor', 'coAuthor', 'relative', 'interest']) }), response: Done,
  }),
  excuseMember: route({ method: 'POST', path: '/api/meetings/:meetingId/excusals', may: ['reviewer', 'bureau'], summary: 'Excuse a member; a substitute takes the seat', params: Id, body: z.strictObject({ personId: z.string().max(60) }), response: Done }),
  handOutBallots: route({ method: 'POST', path: '/api/meetings/:meetingId/issuing', may: ['reviewer', 'bureau'], summary: 'Begin handing out ballots, or begin anew', params: Id, response: Done }),
  signTokens: route({
    method: 'POST', path: '/api/meetings/:meetingId/signatures', may: ['reviewer'], summary: 'Have one’s blinded tokens signed', params: Id,
    body: z.strictObject({ vote: z.int().min(1), blinded: z.array(z.strictObject({ number: Number, blinded: Hex })).max(500) }), response: z.object({ signatures: z.array(z.object({ number: Number, signature: z.string() })) }),
  }),
  openVote: route({ method: 'POST', path: '/api/meetings/:meetingId/opening', may: ['reviewer', 'bureau'], summary: 'Open the vote', params: Id, response: Done }),
  countVote: route({ method: 'POST', path: '/api/meetings/:meetingId/count', may: ['reviewer', 'bureau'], summary: 'Close the vote and seal its tally', params: Id, response: z.object({ sealedHash: z.string() }) }),
  publishTally: route({ method: 'POST', path: '/api/meetings/:meetingId/publication', may: ['bureau'], summary: 'Make the sealed tally public', params: Id, response: Done }),
  viewMinutes: route({ method: 'GET', path: '/api/meetings/:meetingId/minutes', may: ['reviewer', 'bureau'], summary: 'The minutes, made from what was done', params: Id, response: Minutes }),
  viewRecord: route({ method: 'GET', path: '/api/meetings/:meetingId/record', may: everybody, summary: 'The public record of a meeting', params: Id, response: MeetingRecord }),
  downloadTally: route({ method: 'GET', path: '/api/meetings/:meetingId/tallies/:vote', may: everybody, summary: 'A sealed tally as published', params: Id.extend({ vote: z.coerce.number().int().min(1) }), response: z.unknown(), file: 'out' }),
  depositToken: route({
    method: 'POST', path: '/api/ballots/:region/:meetingId/:vote/tokens', may: ['visitor'], unsigned: true, summary: 'Hand in the hash of a signed token; from nobody', params: VoteOf,
    body: z.strictObject({ number: Number, tokenHash: Hash, signature: Hex }), response: Done,
  }),
  castBallot: route({
    method: 'POST', path: '/api/ballots/:region/:meetingId/:vote', may: ['visitor'], unsigned: true, summary: 'Cast a ballot; from nobody', params: VoteOf,
    body: z.strictObject({ number: Number, token: Hash, choice: z.enum(CHOICES) }), response: z.object({ receipt: z.string() }),
  }),
};
