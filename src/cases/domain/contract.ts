import { z } from 'zod';
import { WorkShown } from '#registry/domain/workContract.ts';
import { pageOf, PageQuery, route } from '#platform/domain/contract.ts';
import { Assessment } from './assessment.ts';
import { fileContract } from './fileContract.ts';
import { Answers } from './form.ts';
import { letterContract } from './letterContract.ts';
import { Ask } from './programme.ts';
import { Refused } from './refused.ts';
import { settlementContract } from './settlementContract.ts';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Instant = z.iso.datetime();
const Id = z.object({ caseId: z.string().max(60) });
const Word = z.string().trim().min(1).max(2000);

/** What the screen asks. `seen` is the step count it last saw, so two people cannot overwrite each other. */
export const TakeStep = z.strictObject({
  action: z.string().max(60),
  seen: z.int(),
  reason: Word.optional(),
  /** The approved standard of the support, in fen. */
  amountFen: z.int().min(0).optional(),
  category: z.string().max(60).optional(),
  /** Only the difference to a support already given is asked for (从优就高不重复). */
  difference: z.literal(true).optional(),
});
export type TakeStep = z.infer<typeof TakeStep>;

export const Offered = z.object({ action: z.string(), label: z.string(), wantsReason: z.boolean(), asks: z.array(Ask),
  /** Leads towards a grant; a page makes at most one of these its primary button. */
  forward: z.boolean(), refused: Refused.nullable() });
export type Offered = z.infer<typeof Offered>;

/** A deadline as a screen shows it: last day, working days left (negative when past) and the whole term. */
export const DueClock = z.object({ dueOn: Day, left: z.int(), total: z.int() });

export const FormField = z.object({
  key: z.string(), label: z.string(), value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]), type: z.enum(['text', 'date', 'integer', 'boolean', 'choice', 'works']),
  min: z.int().optional(), max: z.int().optional(), options: z.array(z.string()).optional(), hint: z.string().optional(), required: z.boolean(), fact: z.string().optional(),
  /** Where the value comes from; `self` where the person wrote or changed it here. */
  source: z.object({ kind: z.enum(['authority', 'institution', 'self']), text: z.string() }).nullable(), changed: z.boolean(),
  /** The works chosen, as they stand or, once submitted, as they stood. */
  works: z.array(WorkShown).optional(),
});
export type FormField = z.infer<typeof FormField>;

export const StepLine = z.object({
  position: z.int(), label: z.string(), to: z.string(), toLabel: z.string(), role: z.string(), actorName: z.string(), at: Instant, reason: z.string().nullable(),
});
/** What looking again found, because of an objection. */
export const Recheck = z.object({ what: z.enum(['ballots', 'scores']), agrees: z.boolean(), figures: z.record(z.string(), z.union([z.number(), z.string()])), at: Instant });
export type Recheck = z.infer<typeof Recheck>;
export const ObjectionLine = z.object({ id: z.string(), content: z.string(), raisedAt: Instant, clock: DueClock, answer: z.string().nullable(), upheld: z.boolean().nullable(), effect: z.enum(['stands', 'falls']).nullable(),
  rechecks: z.array(Recheck) });
export const InstalmentLine = z.object({ position: z.int(), label: z.string(), amountFen: z.int().nullable(), dueOn: Day, state: z.enum(['planned', 'paid', 'stopped', 'recovered']), paidAt: Instant.nullable() });

export const CaseView = z.object({
  id: z.string(), number: z.string(),
  programme: z.object({ code: z.string(), version: z.int(), newest: z.int(), title: z.string(), basis: z.array(z.object({ document: z.string(), article: z.string() })) }),
  /** The policy version the case is judged by, as pinned. */
  policy: z.object({ code: z.string(), version: z.string() }).nullable(),
  round: z.object({ id: z.string(), title: z.string(), closesOn: Day }).nullable(),
  person: z.object({ id: z.string(), name: z.string() }),
  organisation: z.object({ id: z.string(), name: z.string() }),
  category: z.string(), categories: z.array(z.object({ key: z.string(), label: z.string() })), teamName: z.string(),
  stage: z.string(), stageLabel: z.string(), talentLabel: z.string(), kind: z.string(), outcome: z.string().nullable(),
  seen: z.int(), saved: z.int(), openedAt: Instant, stageSince: Instant,
  clock: DueClock.nullable(), usualDays: z.int().nullable(), yours: z.boolean(),
  steps: z.array(StepLine), ahead: z.array(z.object({ stage: z.string(), label: z.string() })),
  sections: z.array(z.object({ label: z.string(), fields: z.array(FormField) })),
  filled: z.object({ total: z.int(), prefilled: z.int(), own: z.int(), missing: z.int() }),
  documents: z.array(z.object({ kind: z.string(), label: z.string(), required: z.boolean(), proven: z.boolean(), files: z.array(z.object({ id: z.string(), name: z.string(), bytes: z.int(), addedAt: Instant, stored: z.boolean() })) })),
  explanation: Assessment.nullable(),
  panel: z.object({ size: z.int(), received: z.int(), meanTenths: z.int().nullable(), complete: z.boolean() }).nullable(),
  objections: z.array(ObjectionLine), instalments: z.array(InstalmentLine), grantedFen: z.int().nullable(),
  offered: z.array(Offered),
});
export type CaseView = z.infer<typeof CaseView>;

export const QueueRow = z.object({
  id: z.string(), number: z.string(), personName: z.string(), organisationName: z.string(), programme: z.string(), category: z.string(),
  stage: z.string(), stageLabel: z.string(), seen: z.int(), clock: DueClock.nullable(), state: z.enum(['past', 'near', 'early', 'noTerm']), yours: z.boolean(), openedAt: Instant,
});
export type QueueRow = z.infer<typeof QueueRow>;

const Counts = z.object({ all: z.int(), mine: z.int(), others: z.int(), past: z.int(), today: z.int() });
const QueueQuery = PageQuery.extend({
  view: z.enum(['all', 'mine', 'others', 'ended']).default('all'), programme: z.string().max(60).optional(), organisationId: z.string().max(60).optional(), stage: z.string().max(60).optional(),
});
export type QueueQuery = z.output<typeof QueueQuery>;

export const RoundLine = z.object({
  id: z.string(), programme: z.string(), programmeTitle: z.string(), title: z.string(), organisationId: z.string(), organisationName: z.string(), places: z.int().nullable(),
  opensOn: Day, closesOn: Day, isOpen: z.boolean(), daysLeft: z.int(), requirements: z.record(z.string(), z.string()),
  /** The version of the programme's policy that decides every case of the round. */
  policyVersion: z.string().nullable(),
});
export const ProgrammeLine = z.object({ code: z.string(), version: z.int(), title: z.string(), summary: z.string(), pillar: z.string(), rounds: z.array(RoundLine) });
export const ProgrammeView = ProgrammeLine.extend({
  basis: z.array(z.object({ document: z.string(), article: z.string() })), policy: z.string().nullable(),
  categories: z.array(z.object({ key: z.string(), label: z.string(), result: z.string(), team: z.boolean() })),
  documents: z.array(z.object({ label: z.string(), required: z.boolean() })),
  stages: z.array(z.object({ stage: z.string(), staff: z.string(), talent: z.string(), workingDays: z.int().nullable(), by: z.array(z.string()) })),
});
const BulkRow = z.object({ caseId: z.string(), number: z.string(), personName: z.string(), seen: z.int(), label: z.string(), toLabel: z.string(), refused: Refused.nullable() });
const EntitledRow = z.object({
  personId: z.string(), name: z.string(), organisationName: z.string(), verdict: z.enum(['yes', 'no', 'unknown']),
  categories: z.array(z.object({ key: z.string(), label: z.string(), verdict: z.enum(['yes', 'no', 'unknown']), unverified: z.boolean(), missing: z.array(z.string()) })), openCase: z.string().nullable(),
});

export const OpenRound = z.strictObject({
  /** An earlier version that the call was announced under; without it the newest. */
  programme: z.string().max(60), version: z.int().positive().optional(), title: z.string().trim().min(1).max(100), opensOn: Day, closesOn: Day, places: z.int().min(1).max(10_000).optional(), placesAccount: z.string().max(120).optional(),
  organisationId: z.string().max(60).optional(), requirements: z.record(z.string().max(30), z.string().max(200)).default({}),
});
export const OpenCase = z.strictObject({ programme: z.string().max(60), roundId: z.string().max(60).optional(), category: z.string().max(60).optional(), personId: z.string().max(60).optional() });
export const SaveDraft = z.strictObject({ saved: z.int(), answers: Answers, category: z.string().max(60).optional(), teamName: z.string().max(60).optional() });

export const casesContract = {
  ...settlementContract,
  ...letterContract,
  ...fileContract,
  listProgrammes: route({ method: 'GET', path: '/api/cases/programmes', may: ['visitor', 'talent', 'employer', 'bureau', 'leader', 'specialist', 'reviewer'], summary: 'Programmes of the region with their open rounds', response: z.object({ rows: z.array(ProgrammeLine) }) }),
  viewProgramme: route({ method: 'GET', path: '/api/cases/programmes/:code', may: ['visitor', 'talent', 'employer', 'bureau', 'leader', 'specialist', 'reviewer'], summary: 'One programme: basis, stages, documents, rounds', params: z.object({ code: z.string().max(60) }), response: ProgrammeView }),
  openRound: route({ method: 'POST', path: '/api/cases/rounds', may: ['employer', 'bureau'], summary: 'Opens a call or a posting', body: OpenRound, response: z.object({ roundId: z.string() }) }),
  listQueue: route({ method: 'GET', path: '/api/cases/queue', may: ['employer', 'bureau'], summary: 'Work queue ordered by clock', query: QueueQuery, response: pageOf(QueueRow).extend({ counts: Counts, programmes: z.array(z.object({ code: z.string(), title: z.string() })) }) }),
  listMine: route({ method: 'GET', path: '/api/cases/mine', may: ['talent'], summary: 'My own cases', response: z.object({ rows: z.array(QueueRow.extend({ outcome: z.string().nullable(), usualDays: z.int().nullable() })) }) }),
  listEntitled: route({ method: 'GET', path: '/api/cases/entitled', may: ['employer', 'bureau'], summary: 'Who on the roster is entitled', query: PageQuery.extend({ programme: z.string().max(60), category: z.string().max(60).optional() }), response: z.object({ rows: z.array(EntitledRow), next: z.string().nullable() }) }),
  explainEntitled: route({ method: 'GET', path: '/api/cases/entitled/:personId', may: ['employer', 'bureau', 'talent'], summary: 'Why a person is entitled to a category or not', params: z.object({ personId: z.string().max(60) }), query: z.object({ programme: z.string().max(60), category: z.string().max(60) }), response: Assessment }),
  openCase: route({ method: 'POST', path: '/api/cases', may: ['talent', 'employer', 'bureau'], summary: 'Opens a case, filled from the file', body: OpenCase, response: z.object({ caseId: z.string(), number: z.string(), filled: z.int(), total: z.int() }) }),
  bulkPreview: route({ method: 'POST', path: '/api/cases/bulk-preview', may: ['employer', 'bureau'], summary: 'What an action would do, case by case', body: z.strictObject({ caseIds: z.array(z.string().max(60)).min(1).max(200), action: z.string().max(60) }), response: z.object({ rows: z.array(BulkRow) }) }),
  bulkAdvance: route({ method: 'POST', path: '/api/cases/bulk-steps', may: ['employer', 'bureau'], summary: 'Takes one action on many cases', body: z.strictObject({ steps: z.array(z.strictObject({ caseId: z.string().max(60), seen: z.int() })).min(1).max(200), action: z.string().max(60), reason: Word.optional() }), response: z.object({ rows: z.array(BulkRow) }) }),
  viewCase: route({ method: 'GET', path: '/api/cases/:caseId', may: ['talent', 'employer', 'bureau'], summary: 'One case', params: Id, response: CaseView }),
  saveDraft: route({ method: 'PUT', path: '/api/cases/:caseId/answers', may: ['talent', 'employer', 'bureau'], summary: 'Saves the draft', params: Id, body: SaveDraft, response: z.object({ saved: z.int(), missing: z.array(z.string()) }) }),
  advanceCase: route({ method: 'POST', path: '/api/cases/:caseId/steps', may: ['talent', 'employer', 'bureau'], summary: 'Takes one step', params: Id, body: TakeStep, response: z.object({ caseId: z.string(), stage: z.string(), seen: z.int(), outcome: z.string().nullable() }) }),
  moveToVersion: route({ method: 'POST', path: '/api/cases/:caseId/version', may: ['bureau'], summary: 'Moves an open case to another version of its programme', params: Id, body: z.strictObject({ version: z.int().positive(), seen: z.int(), reason: Word }), response: z.object({ caseId: z.string(), version: z.int(), seen: z.int() }) }),
  raiseObjection: route({ method: 'POST', path: '/api/cases/:caseId/objections', may: ['visitor', 'talent', 'employer', 'bureau', 'reviewer', 'leader', 'specialist'], summary: 'Objects to a case whose notice stands', params: Id, body: z.strictObject({ content: Word, contact: z.string().trim().max(200).default('') }), response: z.object({ objectionId: z.string() }) }),
  answerObjection: route({ method: 'POST', path: '/api/cases/objections/:objectionId', may: ['bureau'], summary: 'Answers an objection with reasons', params: z.object({ objectionId: z.string().max(60) }), body: z.strictObject({ upheld: z.boolean(), answer: Word }), response: z.object({ objectionId: z.string() }) }),
};
