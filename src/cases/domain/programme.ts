import { z } from 'zod';
import { Role } from '#platform/domain/actor.ts';
import { RoundRules } from '#review/domain/roundRules.ts';
import { Form } from './form.ts';

// Closed lists: code knows these words. Everything else in a programme is data.
export const StageKind = z.enum(['draft', 'screening', 'review', 'notice', 'decision', 'fulfilment', 'ended']);
export const Outcome = z.enum(['granted', 'refused', 'withdrawn', 'lapsed', 'revoked']);
export const Guard = z.enum([
  'withinWindow', 'limitLeft', 'formComplete', 'eligible', 'panelComplete', 'panelPassed', 'quotaLeft',
  'supportSingle', 'meetingPassed', 'meetingFailed', 'noticeOver', 'noObjection', 'amountKnown', 'instalmentDue', 'instalmentsPaid',
  'worksFit', 'sharesConfirmed', 'entrusted', 'notEntrusted', 'byEntrusted',
]);
export const Effect = z.enum([
  'freezeForm', 'assessEligibility', 'invitePanel', 'enterReview', 'holdQuota', 'postQuota', 'voidQuota', 'returnQuota', 'publishNotice',
  'issueDecision', 'employTalent', 'startInstalments', 'payInstalment', 'clawback', 'notifyTalent', 'enterWorks', 'verifyWorks', 'dissolvePanel', 'issueCertificate',
]);
/** What an action asks of the person who takes it, beside a reason. */
export const Ask = z.enum(['amount', 'category']);
export type StageKind = z.infer<typeof StageKind>;
export type Outcome = z.infer<typeof Outcome>;
export type Guard = z.infer<typeof Guard>;
export type Effect = z.infer<typeof Effect>;
export type Ask = z.infer<typeof Ask>;

const Label = z.strictObject({ staff: z.string().min(1), talent: z.string().min(1) });

const Action = z.strictObject({
  label: z.string().min(1),
  by: z.array(Role).min(1),
  to: z.string().min(1),
  needs: z.array(Guard).default([]),
  does: z.array(Effect).default([]),
  asks: z.array(Ask).default([]),
  reason: z.enum(['required', 'none']).default('none'),
  /** Steps in from outside (supervision, recall): it may be taken, but nobody is waited for. */
  supervises: z.boolean().default(false),
});

const Stage = z.strictObject({
  kind: StageKind,
  label: Label,
  outcome: Outcome.optional(),
  /** The term of the stage and the action the clock takes when it is over. */
  within: z.strictObject({ workingDays: z.int().positive(), then: z.string() }).optional(),
  actions: z.record(z.string(), Action).default({}),
});

const Category = z.strictObject({
  label: z.string().min(1),
  /** The policy result that grants this category. */
  result: z.string().min(1),
  team: z.boolean().default(false),
  /** Open only to people of these institutions (ids without the region); who belongs elsewhere is never offered it. */
  organisations: z.array(z.string().min(1)).optional(),
  /** The score sheet by which this category is judged. */
  sheet: z.string().optional(),
});

const Document = z.strictObject({
  label: z.string().min(1),
  required: z.boolean(),
  categories: z.array(z.string()).optional(),
  /** Not asked for again when this fact is already proven by an authority or the institution. */
  proves: z.string().optional(),
  /** Goes to the reviewers even where neither side may know the other: nobody is named on its pages. */
  unnamed: z.boolean().optional(),
});

/** A part of the support, paid so many months after recognition; shares are in thousandths and add up to 1000. */
const Instalment = z.strictObject({ label: z.string().min(1), months: z.int().min(0), share: z.int().min(1).max(1000), unverified: z.boolean().default(false) });

/** The certificate that a granted case brings: what it says, and the facts it proves. Names by the value of a fact, as 执业医师 → 副主任医师. */
const Certificate = z.strictObject({
  title: z.string().min(1),
  prefix: z.string().regex(/^[A-Z]{2}$/),
  level: z.string().min(1),
  by: z.string().min(1),
  names: z.record(z.string(), z.string().min(1)),
  facts: z.strictObject({ level: z.string(), name: z.string(), day: z.string(), speciality: z.string() }),
});

/** Institutions that review these categories themselves (自主评审), under the bureau's supervision. */
const Delegation = z.strictObject({ basis: z.string().min(1), organisations: z.array(z.string().min(1)).min(1), categories: z.array(z.string()).min(1), unverified: z.boolean().default(false) });

export const Programme = z.strictObject({
  code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  version: z.int().positive(),
  pillar: z.enum(['attract', 'develop', 'deploy', 'retain']),
  title: z.string().min(1),
  summary: z.string().min(1),
  /** First letters of the case number, as in RD-2026-0141. */
  prefix: z.string().regex(/^[A-Z]{2}$/),
  basis: z.array(z.strictObject({ document: z.string().min(1), article: z.string().min(1) })).min(1),
  /** The policy that decides eligibility: `code@version`, or `code` for the version in force when a round, or a case without a round, is opened. */
  policy: z.string().regex(/^[^@]+(@[^@]+)?$/).optional(),
  /** A case is opened inside a round (a call or a posting) with its own window and places. */
  rounds: z.boolean().default(false),
  categories: z.record(z.string(), Category).default({}),
  form: Form,
  documents: z.record(z.string(), Document).default({}),
  /** Applications a person may open in a calendar year, withdrawn ones included. */
  limit: z.strictObject({ perYear: z.int().positive() }).optional(),
  /** Ledger accounts: places are held and posted there, money is paid from there. `{…}` is filled from the case. */
  accounts: z.strictObject({ places: z.string().optional(), budget: z.string().optional() }).default({}),
  panel: z.strictObject({ size: z.int().min(1), passTenths: z.int().min(0).max(1000) }).optional(),
  /** How the cases of one round are reviewed together; pinned when the first of them enters. */
  review: RoundRules.optional(),
  /** Supports of one group are not given twice: the higher one counts. */
  supportGroup: z.string().optional(),
  instalments: z.array(Instalment).default([]),
  delegation: Delegation.optional(),
  certificate: Certificate.optional(),
  start: z.string(),
  stages: z.record(z.string(), Stage),
});
export type Programme = z.infer<typeof Programme>;
export type Stage = Programme['stages'][string];
export type Action = Stage['actions'][string];

/** Policy code of a programme, with the version where it names one. */
export function policyOf({ policy }: Programme): { code: string; version: string | undefined } | undefined {
  const [code, version] = policy?.split('@') ?? [];
  return code ? { code, version } : undefined;
}
