import { z } from 'zod';
import { PageQuery, pageOf, route } from '#platform/domain/contract.ts';
import { FactValue } from './factKind.ts';
import { credentialContract } from './credentialContract.ts';
import { workContract } from './workContract.ts';

const people = ['employer', 'bureau', 'leader', 'specialist'] as const;
const PersonId = z.object({ personId: z.string() });
const Source = z.enum(['authority', 'institution', 'import', 'self']);
const Standing = z.enum(['authority', 'institution', 'self', 'missing']);

/** One fact of a file as a page shows it; without `factId` nothing is known of this kind. */
export const FileFact = z.object({
  kind: z.string(), unit: z.string().nullable(), asked: z.string(), acceptedEvidence: z.array(z.string()), counts: z.boolean(), fixed: z.boolean(),
  factId: z.string().nullable(), value: FactValue.nullable(), written: z.string(), entries: z.array(z.string()),
  source: Source.nullable(), evidence: z.string(), from: z.string().nullable(), recordedOn: z.string().nullable(), verified: z.boolean(),
  claims: z.array(z.object({ factId: z.string(), written: z.string(), entries: z.array(z.string()), evidence: z.string(), recordedOn: z.string() })),
});
export type FileFact = z.infer<typeof FileFact>;

/** A person's file: who, facts by group, how complete, where they worked. */
export const PersonFile = z.object({
  personId: z.string(), name: z.string(), rare: z.array(z.string()), maskedIdNumber: z.string(), phone: z.string(),
  organisationId: z.string(), organisationName: z.string(), enteredOn: z.string(),
  groups: z.array(z.object({ group: z.string(), standing: Standing, facts: z.array(FileFact) })),
  completeness: z.object({ percent: z.int(), filled: z.int(), total: z.int(), verified: z.int(), missing: z.array(z.string()) }),
  employments: z.array(z.object({ organisationName: z.string(), post: z.string(), from: z.string(), to: z.string().nullable() })),
  mayCorrect: z.boolean(), mayVerify: z.boolean(),
});
export type PersonFile = z.infer<typeof PersonFile>;

/** A line of the roster. */
export const RosterLine = z.object({
  personId: z.string(), name: z.string(), organisationName: z.string(), department: z.string(), title: z.string(), speciality: z.string(), education: z.string(),
  arrivedOn: z.string(), percent: z.int(), missing: z.int(),
});
export type RosterLine = z.infer<typeof RosterLine>;

const Column = z.object({ name: z.string(), type: z.string(), unit: z.string().nullable(), labels: z.array(z.string()) });

export const registryContract = {
  ...workContract,
  ...credentialContract,
  findPeople: route({
    method: 'GET', path: '/api/registry/people', may: people, summary: 'People by name fragment, pinyin initials or full pinyin, within one’s scope',
    query: z.object({ q: z.string().max(50), limit: z.coerce.number().int().min(1).max(50).default(20) }),
    response: z.object({ rows: z.array(z.object({ personId: z.string(), name: z.string(), organisationName: z.string(), bornIn: z.string() })), more: z.boolean() }),
  }),
  listRoster: route({
    method: 'GET', path: '/api/registry/roster', may: people, summary: 'The roster within one’s scope, in order of names',
    query: PageQuery.extend({ q: z.string().max(50).default(''), organisationId: z.string().default(''), title: z.string().max(20).default('') }),
    response: pageOf(RosterLine),
  }),
  viewPerson: route({
    method: 'GET', path: '/api/registry/people/:personId', may: ['talent', ...people], summary: 'One person’s file', params: PersonId, response: PersonFile,
  }),
  viewMyFile: route({ method: 'GET', path: '/api/registry/my-file', may: ['talent'], summary: 'One’s own file', response: PersonFile }),
  addPerson: route({
    method: 'POST', path: '/api/registry/people', may: ['employer', 'bureau'], summary: 'Enter one person',
    body: z.object({ idNumber: z.string().max(60), name: z.string().max(2000), phone: z.string().max(40).default(''), organisationId: z.string().optional(), employedFrom: z.iso.date().optional(), post: z.string().max(40).default('') }),
    response: z.discriminatedUnion('standing', [z.object({ standing: z.literal('added'), personId: z.string() }), z.object({ standing: z.literal('underCheck') })]),
  }),
  correctFact: route({
    method: 'POST', path: '/api/registry/people/:personId/facts', may: ['talent', 'employer', 'bureau'], summary: 'Correct a fact with evidence; the older one is kept',
    params: PersonId, body: z.object({ kind: z.string(), value: FactValue, from: z.iso.date().optional(), evidence: z.string().max(200), seen: z.string().nullish() }),
    response: z.object({ factId: z.string(), standing: z.enum(['inForce', 'awaitsVerification']) }),
  }),
  changePhone: route({
    method: 'PUT', path: '/api/registry/people/:personId/phone', may: ['talent', 'employer', 'bureau'], summary: 'Put a person’s phone right',
    params: PersonId, body: z.object({ phone: z.string().max(40) }), response: z.object({ phone: z.string() }),
  }),
  verifyFact: route({
    method: 'POST', path: '/api/registry/people/:personId/facts/:factId/verification', may: ['employer', 'bureau'], summary: 'Confirm a fact against its evidence',
    params: PersonId.extend({ factId: z.string() }), response: z.object({ factId: z.string() }),
  }),
  declineClaim: route({
    method: 'POST', path: '/api/registry/people/:personId/facts/:factId/refusal', may: ['employer', 'bureau'], summary: 'Not accept a person’s own claim, with a reason',
    params: PersonId.extend({ factId: z.string() }), body: z.object({ reason: z.string().max(200) }), response: z.object({ factId: z.string() }),
  }),
  factHistory: route({
    method: 'GET', path: '/api/registry/people/:personId/facts', may: ['talent', 'employer', 'bureau'], summary: 'All that was ever recorded of one kind, newest first',
    params: PersonId, query: z.object({ kind: z.string() }),
    response: z.array(z.object({ factId: z.string(), written: z.string(), source: Source, evidence: z.string(), from: z.string().nullable(), recordedOn: z.string(), verified: z.boolean(), superseded: z.boolean(), declined: z.string().nullable() })),
  }),
  factKinds: route({
    method: 'GET', path: '/api/registry/fact-kinds', may: ['visitor', 'talent', 'employer', 'bureau', 'reviewer', 'leader', 'specialist'], summary: 'The fact dictionary of the region',
    response: z.array(Column.extend({ key: z.string(), group: z.string(), asked: z.string(), acceptedEvidence: z.array(z.string()), columns: z.array(Column) })),
  }),
  organisations: route({
    method: 'GET', path: '/api/registry/organisations', may: ['visitor', 'talent', 'employer', 'bureau', 'reviewer', 'leader', 'specialist'], summary: 'The organisations of the region, parents first',
    response: z.array(z.object({ id: z.string(), parentId: z.string().nullable(), name: z.string(), kind: z.string(), level: z.string() })),
  }),
  addOrganisation: route({
    method: 'POST', path: '/api/registry/organisations', may: ['bureau'], summary: 'Enter an organisation below another',
    body: z.object({ id: z.string().regex(/^[a-z0-9-]+$/), parentId: z.string().optional(), name: z.string().min(2).max(60), kind: z.string().max(40), level: z.string().max(20), creditCode: z.string().max(40).optional() }),
    response: z.object({ organisationId: z.string(), path: z.string() }),
  }),
  listDoubles: route({
    method: 'GET', path: '/api/registry/doubles', may: ['bureau'], summary: 'Pairs of records that may be one person',
    response: z.array(z.object({ doubleId: z.string(), reason: z.string(), proposedOn: z.string(), people: z.array(z.object({
      personId: z.string(), name: z.string(), maskedIdNumber: z.string(), organisationName: z.string(), enteredOn: z.string() })) })),
  }),
  mergePeople: route({
    method: 'POST', path: '/api/registry/doubles/:doubleId/merge', may: ['bureau'], summary: 'Decide that two records are one person; the kept one receives the facts',
    params: z.object({ doubleId: z.string() }), body: z.object({ keep: z.string() }), response: z.object({ personId: z.string() }),
  }),
  keepApart: route({
    method: 'POST', path: '/api/registry/doubles/:doubleId/distinct', may: ['bureau'], summary: 'Decide that two records are two people',
    params: z.object({ doubleId: z.string() }), response: z.object({ doubleId: z.string() }),
  }),
  listIdentityChecks: route({
    method: 'GET', path: '/api/registry/identity-checks', may: ['bureau'], summary: 'People whom an institution entered although they are on another roster',
    response: z.array(z.object({
      checkId: z.string(), personId: z.string(), name: z.string(), toldName: z.string(), organisationName: z.string(), fromOrganisationName: z.string(), from: z.string(), post: z.string(), askedOn: z.string(),
    })),
  }),
  decideIdentityCheck: route({
    method: 'POST', path: '/api/registry/identity-checks/:checkId/decision', may: ['bureau'], summary: 'Move the person to the asking institution, or not',
    params: z.object({ checkId: z.string() }), body: z.object({ move: z.boolean() }), response: z.object({ checkId: z.string() }),
  }),
  withdrawConsent: route({
    method: 'POST', path: '/api/registry/my-file/consent-withdrawal', may: ['talent'], summary: 'Withdraw the consent to be shown to others', response: z.object({ on: z.string() }),
  }),
};
