import { z } from 'zod';
import { route } from '#platform/domain/contract.ts';
import { tieKinds } from './conflict.ts';

const Day = z.iso.date();
const Term = { from: Day, to: Day };
const Standing = z.enum(['serving', 'away', 'waiting', 'ended', 'left']);
const ExpertId = z.object({ expertId: z.string().max(60) });
const Reason = z.string().trim().min(1).max(200);
const Ids = z.array(z.string().max(60)).min(1).max(200);

export const ExpertFilter = z.object({
  q: z.string().max(50).optional(), field: z.string().max(60).optional(), level: z.string().max(60).optional(), organisationId: z.string().max(60).optional(), standing: Standing.optional(),
});
export type ExpertFilter = z.infer<typeof ExpertFilter>;

/** An expert as the office lists them; `load` counts panels of this year, `due` and `inTime` those that fell due, `medianTenths` tenths of days. */
export const PoolRow = z.object({
  expertId: z.string(), personId: z.string(), name: z.string(), organisationId: z.string(), organisation: z.string(), fields: z.array(z.string()), level: z.string(), external: z.boolean(), ...Term,
  /** The last day of the latest term given. */
  until: Day, standing: Standing, away: z.object(Term).nullable(), load: z.int(), due: z.int(), inTime: z.int(), medianTenths: z.int().nullable(),
});
export type PoolRow = z.infer<typeof PoolRow>;

const Renewal = z.strictObject({ expertIds: Ids, ...Term });
const Renewed = z.object({ rows: z.array(z.object({ expertId: z.string(), name: z.string(), until: z.string(), refused: z.string().nullable() })) });
const Absence = z.strictObject({ ...Term, reason: Reason });
const Told = z.strictObject({ name: z.string().trim().min(1).max(50), organisationId: z.string().max(60).optional(), kind: z.enum(tieKinds), note: z.string().trim().max(200).default('') });

export const Found = z.object({ kind: z.string(), source: z.string(), detail: z.string().nullable() });
const Judged = z.object({ expertId: z.string(), name: z.string(), organisation: z.string(), fields: z.array(z.string()), standing: Standing, load: z.int(), conflicts: z.array(Found) });

/** What may be asked of the expert pool and of relations that bar from judging. */
export const expertContract = {
  listExperts: route({
    method: 'GET', path: '/api/experts', may: ['bureau'], summary: 'The expert pool with this year’s load and promptness', query: ExpertFilter,
    response: z.object({ rows: z.array(PoolRow), counts: z.record(z.string(), z.int()), fields: z.array(z.string()), levels: z.array(z.string()) }),
  }),
  addExpert: route({
    method: 'POST', path: '/api/experts', may: ['bureau'], summary: 'Enter an expert into the pool',
    body: z.object({ personId: z.string(), organisationId: z.string(), fields: z.array(z.string()).min(1), level: z.string(), external: z.boolean(), ...Term }),
    response: z.object({ expertId: z.string() }),
  }),
  viewExpert: route({
    method: 'GET', path: '/api/experts/:expertId', may: ['bureau'], summary: 'One expert: terms, absences, panels', params: ExpertId,
    response: PoolRow.extend({
      leftOn: z.string().nullable(), leftReason: z.string().nullable(), terms: z.array(z.object({ position: z.int(), ...Term })),
      absences: z.array(z.object({ absenceId: z.string(), ...Term, reason: z.string() })),
      seats: z.array(z.object({ panelId: z.string(), subject: z.string(), heading: z.string(), state: z.string(), invitedOn: z.string(), dueOn: z.string(), scoredOn: z.string().nullable() })),
    }),
  }),
  previewRenewals: route({ method: 'POST', path: '/api/experts/renewals-preview', may: ['bureau'], asks: true, summary: 'What a renewal would do, expert by expert', body: Renewal, response: Renewed }),
  renewExperts: route({ method: 'POST', path: '/api/experts/renewals', may: ['bureau'], summary: 'Give experts their next term', body: Renewal, response: Renewed }),
  addAbsence: route({ method: 'POST', path: '/api/experts/:expertId/absences', may: ['bureau'], summary: 'Days on which an expert is not invited', params: ExpertId, body: Absence, response: z.object({ absenceId: z.string() }) }),
  endAbsence: route({
    method: 'DELETE', path: '/api/experts/:expertId/absences/:absenceId', may: ['bureau'], summary: 'Take an absence back', params: ExpertId.extend({ absenceId: z.string().max(60) }), response: z.object({}),
  }),
  dismissExpert: route({
    method: 'POST', path: '/api/experts/:expertId/dismissal', may: ['bureau'], summary: 'End an expert’s service with a reason', params: ExpertId, body: z.strictObject({ reason: Reason }),
    response: z.object({ replaced: z.int(), vacant: z.int() }),
  }),
  tellAbsence: route({ method: 'POST', path: '/api/reviews/absences', may: ['reviewer'], summary: 'Tell when I cannot review', body: Absence, response: z.object({ absenceId: z.string() }) }),
  listConflicts: route({
    method: 'GET', path: '/api/conflicts', may: ['bureau'], summary: 'Who may judge a person or a file, and who may not, each reason with its source',
    query: z.object({ personId: z.string().max(60).optional(), subject: z.string().max(60).optional(), expertId: z.string().max(60).optional() }), response: z.object({ about: z.array(z.string()), rows: z.array(Judged) }),
  }),
  listToldTies: route({
    method: 'GET', path: '/api/ties', may: ['talent', 'reviewer'], summary: 'Relations I declared',
    response: z.object({ rows: z.array(z.object({ tieId: z.string(), name: z.string(), organisation: z.string(), kind: z.enum(tieKinds), note: z.string(), toldAt: z.string() })) }),
  }),
  tellTie: route({ method: 'POST', path: '/api/ties', may: ['talent', 'reviewer'], summary: 'Declare a relation that bars somebody from judging', body: Told, response: z.object({ tieId: z.string() }) }),
  withdrawTie: route({ method: 'POST', path: '/api/ties/:tieId/withdrawal', may: ['talent', 'reviewer'], summary: 'Take a declaration back', params: z.object({ tieId: z.string().max(60) }), response: z.object({}) }),
};
