import { z } from 'zod';
import { route } from '#platform/domain/contract.ts';
import { PairingPlan, Side } from './pairingPlan.ts';
import { PairingRule } from './pairing.ts';

const RoundId = z.object({ roundId: z.string() });
const EntryId = z.object({ entryId: z.string() });
const PairId = z.object({ pairId: z.string() });
const Done = z.object({});
const Wishes = z.object({ wishes: z.array(z.string()).max(50) });
const Clock = z.object({ dueOn: z.string(), left: z.int(), total: z.int() });
/** What a text of one's own must have. */
const Sentence = z.string().trim().min(2).max(500);

/** Somebody in a round as others may see them. */
const Entrant = z.object({ entryId: z.string(), called: z.string(), side: Side, name: z.string(), organisation: z.string(), title: z.string(), fields: z.array(z.string()), places: z.int() });
export type EntrantView = z.infer<typeof Entrant>;

const Round = z.object({
  roundId: z.string(), title: z.string(), plan: PairingPlan, closesAt: z.date(), clock: Clock, open: z.boolean(), rule: PairingRule.nullable(), reason: z.string(), runOn: z.string().nullable(),
});

const Missed = z.object({ called: z.string(), name: z.string(), rank: z.int(), reason: z.enum(['full', 'notMutual', 'higher', 'rule', 'settled', 'left']) });
const RankedPair = z.object({ masterId: z.string(), pupilId: z.string(), wish: z.int(), standing: z.int() });

const Proposal = z.object({
  rule: PairingRule, placed: z.int(), firstWishes: z.int(), unplaced: z.array(z.string()), idle: z.array(z.string()), meanWish: z.number(), meanStanding: z.number(),
  pairs: z.array(RankedPair), blocking: z.array(z.object({ masterId: z.string(), pupilId: z.string() })),
});
export type ProposalView = z.infer<typeof Proposal>;

const PairState = z.enum(['live', 'declined', 'moved', 'ended']);
const PairRow = z.object({
  pairId: z.string(), state: PairState, madeBy: z.enum(['run', 'rematch']), madeOn: z.string(), master: Entrant, pupil: Entrant, wish: z.int(), standing: z.int(),
  leftBy: z.enum(['master', 'pupil', 'office']).nullable(), leftReason: z.string(), result: z.string().nullable(), meetings: z.int(), waiting: z.boolean(),
});
export type PairRow = z.infer<typeof PairRow>;

const PairView = z.object({
  pairId: z.string(), roundTitle: z.string(), state: PairState, side: Side.nullable(), rule: PairingRule, master: Entrant, pupil: Entrant, madeOn: z.string(), endsOn: z.string(),
  leftReason: z.string(), result: z.string().nullable(), levels: z.array(z.string()), years: z.array(z.int()),
  /** One's own rank of the other, never the other's of oneself; the office sees both. */
  wish: z.int().nullable(), standing: z.int().nullable(),
  goals: z.array(z.object({ goalId: z.string(), content: z.string(), dueOn: z.string(), setBy: Side, doneOn: z.string().nullable() })),
  meetings: z.array(z.object({ meetingId: z.string(), heldOn: z.string(), content: z.string(), recordedBy: Side, confirmed: z.boolean() })),
  assessments: z.array(z.object({ year: z.int(), assessor: z.enum(['master', 'pupil', 'office']), level: z.string(), comment: z.string() })),
});
export type PairView = z.infer<typeof PairView>;

const OwnPairing = z.object({
  round: Round, entry: Entrant, draft: z.array(z.string()), handedIn: z.array(z.string()), handedInAt: z.date().nullable(), wishesMost: z.int(),
  /** Whom one may wish for; empty once the round is run. */
  choices: z.array(Entrant), wished: z.array(Entrant),
  pairs: z.array(z.object({ pairId: z.string(), state: PairState, name: z.string(), called: z.string(), organisation: z.string(), rank: z.int(), madeBy: z.enum(['run', 'rematch']), leftReason: z.string() })),
  missed: z.array(Missed),
});
export type OwnPairing = z.infer<typeof OwnPairing>;

const Move = z.object({ pupil: Entrant, from: Entrant.nullable(), to: Entrant, wishBefore: z.int().nullable(), wishAfter: z.int() });
const parties = ['talent', 'reviewer'] as const;
const concerned = [...parties, 'bureau'] as const;

/** What may be asked of mentor pairing. */
export const pairingContract = {
  listPairings: route({
    method: 'GET', path: '/api/pairings', may: ['bureau'], summary: 'Pairing rounds, and the plans from which one may be opened',
    response: z.object({ plans: z.array(PairingPlan), rounds: z.array(Round.extend({ masters: z.int(), pupils: z.int(), pairs: z.int() })) }),
  }),
  openPairing: route({
    method: 'POST', path: '/api/pairings', may: ['bureau'], summary: 'Open a pairing round until the end of a day',
    body: z.object({ plan: z.string(), title: z.string().trim().min(2).max(60), closesOn: z.iso.date() }), response: RoundId,
  }),
  viewPairing: route({
    method: 'GET', path: '/api/pairings/:roundId', may: ['bureau'], summary: 'A round with everybody in it and who has handed in', params: RoundId,
    response: z.object({ round: Round, entrants: z.array(Entrant.extend({ personId: z.string(), chief: z.boolean(), handedIn: z.boolean(), wishes: z.int() })), waiting: z.int() }),
  }),
  addEntrants: route({
    method: 'POST', path: '/api/pairings/:roundId/entrants', may: ['bureau'], summary: 'Enter masters with their places, or pupils', params: RoundId,
    body: z.object({ entrants: z.array(z.object({ personId: z.string(), side: Side, fields: z.array(z.string()).min(1), places: z.int(), chief: z.boolean().default(false) })).min(1).max(500) }),
    response: z.object({ added: z.int() }),
  }),
  enterWishLists: route({
    method: 'POST', path: '/api/pairings/:roundId/lists', may: ['bureau'], summary: 'Enter lists told on paper, a line each', params: RoundId,
    body: z.object({ text: z.string().max(60_000) }), response: z.object({ lists: z.int() }),
  }),
  comparePairings: route({
    method: 'GET', path: '/api/pairings/:roundId/proposals', may: ['bureau'], summary: 'Three proposals side by side; nothing is kept', params: RoundId,
    response: z.object({ round: Round, entrants: z.array(Entrant), proposals: z.array(Proposal) }),
  }),
  runPairing: route({
    method: 'POST', path: '/api/pairings/:roundId/run', may: ['bureau'], summary: 'Make the pairs by one rule, with the reason for it', params: RoundId,
    body: z.object({ rule: PairingRule, reason: Sentence }), response: z.object({ pairs: z.int() }),
  }),
  listPairs: route({ method: 'GET', path: '/api/pairings/:roundId/pairs', may: ['bureau', 'leader'], summary: 'The pairs of a round', params: RoundId, response: z.object({ round: Round, rows: z.array(PairRow) }) }),
  exportPairs: route({ method: 'GET', path: '/api/pairings/:roundId/pairs.xlsx', may: ['bureau'], summary: 'The pairs of a round as Excel', params: RoundId, response: z.unknown(), file: 'out' }),
  previewRematch: route({
    method: 'GET', path: '/api/pairings/:roundId/rematch', may: ['bureau'], summary: 'Who would move after the declines that wait', params: RoundId,
    response: z.object({ declined: z.array(z.object({ pairId: z.string(), master: Entrant, pupil: Entrant, by: Side, reason: z.string() })), moves: z.array(Move), stay: z.int() }),
  }),
  rematchPairing: route({
    method: 'POST', path: '/api/pairings/:roundId/rematch', may: ['bureau'], summary: 'Fill what declines left, moving as few as can be', params: RoundId,
    body: z.object({ seen: z.array(z.string()) }), response: z.object({ moved: z.int() }),
  }),
  listOwnPairings: route({
    method: 'GET', path: '/api/own-pairings', may: parties, summary: 'My pairing rounds: my list, my pairs and why',
    response: z.object({ open: z.array(Round), entries: z.array(OwnPairing) }),
  }),
  joinPairing: route({
    method: 'POST', path: '/api/pairings/:roundId/pupils', may: ['talent'], summary: 'Enter myself as a pupil', params: RoundId,
    body: z.object({ fields: z.array(z.string()).min(1) }), response: EntryId,
  }),
  saveWishes: route({ method: 'PUT', path: '/api/pairing-entries/:entryId/draft', may: parties, summary: 'Keep my list as a draft', params: EntryId, body: Wishes, response: Done }),
  handInWishes: route({ method: 'POST', path: '/api/pairing-entries/:entryId/wishes', may: parties, summary: 'Hand in my list; until the deadline it may be replaced', params: EntryId, body: Wishes, response: Done }),
  viewPair: route({ method: 'GET', path: '/api/pairs/:pairId', may: concerned, summary: 'A pair with its goals, meetings and assessments', params: PairId, response: PairView }),
  declinePair: route({ method: 'POST', path: '/api/pairs/:pairId/decline', may: parties, summary: 'Leave a pair', params: PairId, body: z.object({ reason: Sentence }), response: Done }),
  setGoal: route({ method: 'POST', path: '/api/pairs/:pairId/goals', may: parties, summary: 'Agree on a goal', params: PairId, body: z.object({ content: Sentence, dueOn: z.iso.date() }), response: Done }),
  reachGoal: route({ method: 'POST', path: '/api/pair-goals/:goalId/done', may: parties, summary: 'A goal is reached', params: z.object({ goalId: z.string() }), body: Done, response: Done }),
  recordMeeting: route({ method: 'POST', path: '/api/pairs/:pairId/meetings', may: parties, summary: 'Write down a meeting; the other side confirms it', params: PairId, body: z.object({ content: Sentence, heldOn: z.iso.date() }), response: Done }),
  confirmMeeting: route({ method: 'POST', path: '/api/pair-meetings/:meetingId/confirmation', may: parties, summary: 'Confirm a meeting the other side wrote down', params: z.object({ meetingId: z.string() }), body: Done, response: Done }),
  assessPair: route({
    method: 'POST', path: '/api/pairs/:pairId/assessments', may: concerned, summary: 'Assess a year of a pair', params: PairId,
    body: z.object({ year: z.int(), level: z.string(), comment: Sentence }), response: Done,
  }),
  endPair: route({ method: 'POST', path: '/api/pairs/:pairId/end', may: ['bureau'], summary: 'End a pair with its result', params: PairId, body: z.object({ result: z.string(), reason: Sentence }), response: Done }),
};
