import { z } from 'zod';
import { route } from '#platform/domain/contract.ts';
import { signedIn } from '#platform/domain/actor.ts';
import { Comparison } from './changeShape.ts';

const Verdict = z.enum(['yes', 'no', 'unknown']);
const Scalar = z.union([z.string().max(200), z.number(), z.boolean()]);
/** A fact as people give it: dates 'YYYY-MM-DD', enumerations by label; a list says whether it is complete. */
export const GivenFact = z.union([Scalar, z.looseObject({})]);

const FactShown = z.object({ name: z.string(), value: z.string().optional(), source: z.object({ kind: z.enum(['authority', 'institution', 'self']), text: z.string() }).optional() });

/** One line of an explanation: its mark, the clause, where it is written, the person's facts, what is missing. */
export const ExplainedLine = z.object({
  mark: Verdict, clause: z.string(), document: z.string(), article: z.string(), facts: z.array(FactShown), missing: z.array(z.string()), unverified: z.boolean(),
  /** What the clause asks, as the policy writes it; judgements kept from before have none. */
  rule: z.string().optional(),
  /** What the whole clause comes to where this is one of several ways in it. */
  clauseMark: Verdict.optional(),
});

/** One way to qualify: steps of least effort. */
export const Way = z.object({
  steps: z.array(z.object({ act: z.enum(['supply', 'wait', 'improve', 'settle']), fact: z.string(), text: z.string(), short: z.number().optional(), unit: z.enum(['day', 'rank', 'number', 'item']).optional(), on: z.string().optional(), need: z.string().optional() })),
});

/** What a policy answers about one result for one person, with its reasons. Amounts in fen, absent while 待核. */
export const ExplainedResult = z.object({
  name: z.string(), verdict: Verdict, unverified: z.boolean(), document: z.string(), article: z.string(),
  sureFen: z.int().nullable(), possibleFen: z.int().nullable(), service: z.string().optional(), qualification: z.string().optional(),
  lines: z.array(ExplainedLine), ways: z.array(Way), becomes: z.string().optional(),
});
export type ExplainedResult = z.infer<typeof ExplainedResult>;

/** What a policy says of one person. */
export const Judged = z.object({ purpose: z.enum(['title', 'category', 'benefit', 'duty']), policy: z.string(), version: z.string(), asOf: z.string(), results: z.array(ExplainedResult) });

const PolicyRow = z.object({ code: z.string(), version: z.string(), title: z.string(), from: z.string(), to: z.string().optional(), documents: z.array(z.string()), results: z.int(), unverified: z.int(), inForce: z.boolean() });

const Question = z.object({ fact: z.string(), key: z.string(), ask: z.string(), type: z.enum(['date', 'integer', 'boolean', 'enum']), options: z.array(z.string()) });

/** What anybody may ask of policies: the portal and the talent's own pages carry this much and no more. */
export const openContract = {
  listPolicies: route({ method: 'GET', path: '/api/policies', may: ['visitor', ...signedIn], summary: 'The policies of the region, newest first', response: z.object({ rows: z.array(PolicyRow) }) }),
  viewPolicy: route({
    method: 'GET', path: '/api/policies/:code/:version', may: ['visitor', ...signedIn], summary: 'A policy clause by clause beside its rules',
    params: z.object({ code: z.string(), version: z.string() }),
    response: PolicyRow.extend({
      clauses: z.array(z.object({ name: z.string(), document: z.string(), article: z.string(), text: z.string(), exceptionTo: z.string().optional(), when: z.string().optional(), unverified: z.boolean(), note: z.string().optional() })),
      /** `fen` says that the values are money; values still to be verified are told to the office only. */
      parameters: z.array(z.object({ name: z.string(), fen: z.boolean(), values: z.array(z.object({ from: z.string(), value: z.string() })), unverified: z.boolean() })),
      outcomes: z.array(z.object({ name: z.string(), document: z.string(), article: z.string(), text: z.string(), unverified: z.boolean(), amount: z.string().optional(), service: z.string().optional() })),
      composition: z.array(z.object({ name: z.string(), text: z.string() })),
      tests: z.array(z.object({ name: z.string(), passed: z.boolean() })),
      versions: z.array(z.object({ version: z.string(), from: z.string() })),
      source: z.string(),
    }),
  }),
  checkEligibility: route({
    method: 'POST', path: '/api/policies/check', may: ['visitor', ...signedIn], asks: true, summary: 'Which results somebody with these facts would have; nothing is kept',
    body: z.object({ code: z.string().optional(), asOf: z.iso.date().optional(), facts: z.record(z.string(), GivenFact) }),
    response: z.object({ judged: z.array(Judged) }),
  }),
  listQuestions: route({
    method: 'GET', path: '/api/policies/questions', may: ['visitor', ...signedIn], summary: 'What an eligibility check may ask, in the words for people',
    query: z.object({ code: z.string().optional() }), response: z.object({ rows: z.array(Question) }),
  }),
  listOwnEntitlements: route({ method: 'GET', path: '/api/policies/mine', may: ['talent'], summary: 'What the policies say of me today; of one policy, also in a version that a round keeps', query: z.object({ code: z.string().optional(), version: z.string().optional() }), response: z.object({ judged: z.array(Judged) }) }),
  comparePolicies: route({
    method: 'GET', path: '/api/policies/:code/comparison', may: ['visitor', ...signedIn], summary: 'What a version of a policy says differently from another; from the one before it unless named',
    params: z.object({ code: z.string() }), query: z.object({ before: z.string().optional(), after: z.string() }), response: Comparison,
  }),
};
