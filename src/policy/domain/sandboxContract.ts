import { z } from 'zod';
import { signedIn } from '#platform/domain/actor.ts';
import { route } from '#platform/domain/contract.ts';

const Verdict = z.enum(['yes', 'no', 'unknown']);
/** Fen; `possible` is null where no upper end is known. */
const Cost = z.object({ sure: z.int(), possible: z.int().nullable() });
export type Cost = z.infer<typeof Cost>;
/** People; null: one or two, which a role that may not see names is not told. */
const Heads = z.int().nullable();
/** The same for money: null where it is that of one or two people. */
const GuardedCost = Cost.nullable();

/** What is tried: other values of whole-number parameters (money in fen), over the published text or over another: one being written, another version, or a kept draft. */
const Tried = {
  parameters: z.record(z.string(), z.int().min(0)).default({}),
  draft: z.union([z.strictObject({ text: z.string().max(300_000) }), z.strictObject({ version: z.string() }), z.strictObject({ id: z.string() })]).optional(),
  asOf: z.iso.date().optional(),
};
export const SandboxAsk = z.object(Tried);
export type SandboxAsk = z.infer<typeof SandboxAsk>;

/** Paid once, in shares of so many per cent a year, or each year anew; the policy text does not say, so the office does. */
export const Payment = z.object({ every: z.enum(['once', 'year']), shares: z.array(z.int().min(0).max(100)).min(1).max(10).refine((shares) => shares.reduce((sum, share) => sum + share, 0) === 100) });

const Moves = { gains: Heads, loses: Heads, becomesUnknown: Heads };
const ResultRow = z.object({ name: z.string(), change: z.enum(['same', 'added', 'removed']), before: Heads, after: Heads, ...Moves });
const InstitutionRow = z.object({ organisationId: z.string(), name: z.string(), people: Heads, ...Moves, before: GuardedCost, after: GuardedCost });

const Slide = z.object({
  asOf: z.string(),
  /** The facts judged: those in force on a day, read at an instant and kept in memory for a while. */
  snapshot: z.object({ day: z.string(), readAt: z.string(), people: z.int() }),
  movedPeople: Heads,
  results: z.array(ResultRow),
  institutions: z.array(InstitutionRow),
  /** `unverified`: some amount has no official text yet, so the cost is an assumption. */
  cost: z.object({ before: Cost, after: Cost, unverified: z.boolean() }),
});

const Year = z.object({ entitled: Heads, fresh: Heads, lapsed: Heads, paid: Cost });

/** What the tried text and values would change, against the published policy, over everybody in the region. */
export const SandboxReport = Slide.extend({
  /** Versions compared; `draft` says what the tried one is. */
  published: z.object({ version: z.string(), inForce: z.boolean() }),
  draft: z.object({ kind: z.enum(['published', 'version', 'text', 'kept']), version: z.string() }),
  /** Whether lists of people may be asked for. */
  lists: z.boolean(),
  /** What may be changed, with the value of the text that is tried. */
  parameters: z.array(z.object({ name: z.string(), fen: z.boolean(), unverified: z.boolean(), value: z.int().nullable() })),
  /** Just outside under the tried values: one threshold missed, by no more than a year, a rank, an item or a tenth. */
  outside: z.array(z.object({ result: z.string(), people: Heads })),
  /** Facts for want of which results are unknown: all people who lack them, and those who become unknown. */
  missing: z.array(z.object({ fact: z.string(), people: Heads, becomesUnknown: Heads })),
  years: z.array(z.object({ year: z.int(), day: z.string(), before: Year, after: Year })),
});

export const PeopleOf = z.enum(['gains', 'loses', 'becomesUnknown', 'entitled', 'outside', 'lacking', 'fresh']);
export type PeopleOf = z.infer<typeof PeopleOf>;

/** Which people: behind which figure, of which result, institution, fact or year. */
export const PeopleAsk = SandboxAsk.extend({
  of: PeopleOf, result: z.string().optional(), organisationId: z.string().optional(), fact: z.string().optional(), year: z.int().optional(),
  from: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50), years: z.int().min(1).max(10).default(5),
});
export type PeopleAsk = z.infer<typeof PeopleAsk>;

/** By how much the nearest threshold was missed. */
export const Missed = z.object({ clause: z.string(), text: z.string(), fact: z.string(), have: z.string(), need: z.string(), short: z.int(), unit: z.enum(['day', 'rank', 'number', 'item']) });

/** One person behind a figure; the name is masked as in notices. */
export const SandboxPerson = z.object({
  personId: z.string(), name: z.string(), institution: z.string(), result: z.string(), before: Verdict, after: Verdict, missing: z.array(z.string()), missed: Missed.nullable(),
});
export type SandboxPerson = z.infer<typeof SandboxPerson>;

/** A file that goes out. */
const Download = z.custom<{ fileName: string; mediaType: string; content: Uint8Array }>((value) => typeof value === 'object' && value !== null);
const Path = z.object({ code: z.string(), version: z.string() });
const seers = ['bureau', 'leader'] as const;

/** Trying policies against the people of the region; the version in the path is the published one compared with. Nothing is kept. */
export const sandboxContract = {
  trySandbox: route({
    method: 'POST', path: '/api/policies/:code/:version/sandbox', may: seers, asks: true, summary: 'What a draft or other values would change for the people of the region, years ahead included',
    params: Path, body: SandboxAsk.extend({ years: z.int().min(1).max(10).default(5), payment: Payment.default({ every: 'once', shares: [100] }), fresh: z.boolean().default(false) }), response: SandboxReport,
  }),
  slideSandbox: route({
    method: 'POST', path: '/api/policies/:code/:version/sandbox/slide', may: seers, asks: true, summary: 'The counts alone, for a slider while it is dragged', params: Path, body: SandboxAsk, response: Slide,
  }),
  policyDmn: route({
    method: 'GET', path: '/api/policies/:code/:version/dmn', may: ['visitor', ...signedIn], summary: 'A policy as DMN 1.3 for other tools; values still to be verified are null for the public',
    params: Path, query: z.object({ asOf: z.iso.date().optional() }), response: Download, file: 'out',
  }),
  listSandboxPeople: route({
    method: 'POST', path: '/api/policies/:code/:version/sandbox/people', may: ['bureau'], asks: true, summary: 'The people behind one figure of the sandbox, names masked',
    params: Path, body: PeopleAsk, response: z.object({ rows: z.array(SandboxPerson), total: z.int(), next: z.int().nullable() }),
  }),
};
