import { z } from 'zod';
import { route } from '#platform/domain/contract.ts';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Id = z.object({ entitlementId: z.string().max(60) });
const State = z.enum(['offered', 'confirmed', 'declined']);

/** A result of a policy with what it gives in words and where it is written. */
const Due = z.object({ policy: z.string(), version: z.string(), result: z.string(), gives: z.string(), document: z.string(), article: z.string(), unverified: z.boolean() });
export type Due = z.infer<typeof Due>;

/** The programme that serves a result; `waits` while none of its rounds is open; none where the desk keeps it. */
const Serving = z.object({ code: z.string(), title: z.string(), waits: z.boolean() }).nullable();

/** A fact that would settle open answers: how it is asked for, what proves it, and which answers hang on it alone. */
const Question = z.object({ fact: z.string(), ask: z.string(), evidence: z.array(z.string()), alone: z.array(Due), among: z.int() });

const OwnEntitlements = z.object({
  judgedOn: Day,
  entitlements: z.array(Due.extend({
    id: z.string(), state: State, since: Day, caseId: z.string().nullable(),
    programme: Serving,
  })),
  evidence: z.array(Due.extend({ facts: z.array(z.string()), programme: Serving })),
  questions: z.object({ total: z.int(), top: z.array(Question) }),
});

const UnlockRow = z.object({
  fact: z.string(), ask: z.string(), evidence: z.array(z.string()), people: z.int(), alone: z.int(), among: z.int(),
  results: z.array(z.object({ policy: z.string(), gives: z.string(), people: z.int() })),
});
const LackingRow = z.object({ personId: z.string(), name: z.string(), organisationName: z.string(), results: z.array(z.object({ policy: z.string(), result: z.string(), gives: z.string(), alone: z.boolean() })) });
const ListedRow = Due.extend({ id: z.string(), personId: z.string(), name: z.string(), organisationName: z.string(), since: Day, caseId: z.string().nullable() });
const ListQuery = z.object({ state: State.default('confirmed'), unserved: z.enum(['true', 'false']).default('false') });
const FactQuery = z.object({ fact: z.string().max(60) });

/** What policies grant without an application, and which facts would settle what is open. */
export const entitlementContract = {
  ownEntitlements: route({ method: 'GET', path: '/api/retain/entitlements/mine', may: ['talent'], summary: 'What I may confirm, what wants evidence, which questions would settle most', response: OwnEntitlements }),
  confirmEntitlement: route({
    method: 'POST', path: '/api/retain/entitlements/:entitlementId/confirm', may: ['talent'], summary: 'Confirms an entitlement in one tap: opens its case and submits it when complete', params: Id, body: z.strictObject({}),
    response: z.object({ caseId: z.string().nullable(), number: z.string(), submitted: z.boolean() }),
  }),
  declineEntitlement: route({ method: 'POST', path: '/api/retain/entitlements/:entitlementId/decline', may: ['talent'], summary: 'Puts an offered entitlement aside', params: Id, body: z.strictObject({}), response: z.object({ entitlementId: z.string() }) }),
  rankUnlocks: route({
    method: 'GET', path: '/api/retain/unlocks', may: ['employer', 'bureau'], summary: 'Which missing fact would settle how many answers for how many people',
    response: z.object({ people: z.int(), judgedOn: Day.nullable(), counts: z.object({ offered: z.int(), confirmed: z.int(), declined: z.int(), unserved: z.int() }), rows: z.array(UnlockRow) }),
  }),
  exportUnlocks: route({ method: 'GET', path: '/api/retain/unlocks/export', may: ['employer', 'bureau'], summary: 'The ranking of missing facts as Excel', file: 'out', response: z.unknown() }),
  peopleLacking: route({ method: 'GET', path: '/api/retain/unlocks/people', may: ['employer', 'bureau'], summary: 'Who lacks a fact and what it would settle', query: FactQuery, response: z.object({ fact: z.string(), ask: z.string(), evidence: z.array(z.string()), rows: z.array(LackingRow) }) }),
  exportLacking: route({ method: 'GET', path: '/api/retain/unlocks/people/export', may: ['employer', 'bureau'], summary: 'The people who lack a fact as Excel', query: FactQuery, file: 'out', response: z.unknown() }),
  listEntitlements: route({ method: 'GET', path: '/api/retain/entitlements', may: ['employer', 'bureau'], summary: 'Entitlements of the people in reach, by what became of them', query: ListQuery, response: z.object({ rows: z.array(ListedRow) }) }),
  exportEntitlements: route({ method: 'GET', path: '/api/retain/entitlements/export', may: ['employer', 'bureau'], summary: 'The same list as Excel', query: ListQuery, file: 'out', response: z.unknown() }),
};
