import { z } from 'zod';
import { route } from '#platform/domain/contract.ts';

const WorkId = z.object({ workId: z.string().max(60) });
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What somebody tells about a work. Shares are whole percents; who made it along is named with the institution, where there is one. */
export const WorkTold = z.strictObject({
  kind: z.string().max(20), level: z.string().max(20), title: z.string().trim().max(300), abstract: z.string().trim().max(6000), madeOn: z.string().max(20), part: z.string().max(20), share: z.int(),
  coworkers: z.array(z.strictObject({ name: z.string().trim().max(60), organisationId: z.string().max(60).default(''), share: z.int() })).max(50).default([]),
  details: z.record(z.string().max(30), z.union([z.string().max(2000), z.number(), z.boolean()])).default({}),
});
export type WorkTold = z.input<typeof WorkTold>;

/** named: not known in the registry; asked: known, has not answered yet. */
export const Standing = z.enum(['named', 'asked', 'confirmed', 'disputed']);
export type Standing = z.infer<typeof Standing>;

/** A work as its maker and an officer read it. */
export const WorkShown = z.object({
  workId: z.string(), kind: z.string(), level: z.string(), title: z.string(), abstract: z.string(), madeOn: Day, part: z.string(), share: z.int(),
  details: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]), unit: z.string() })),
  coworkers: z.array(z.object({ name: z.string(), organisationId: z.string(), organisationName: z.string(), share: z.int(), standing: Standing, claimedShare: z.int().nullable(), reason: z.string() })),
  files: z.array(z.object({ fileId: z.string(), name: z.string(), bytes: z.int(), sha256: z.string() })),
  uses: z.array(z.object({ number: z.string(), level: z.string(), year: z.int(), state: z.enum(['entered', 'granted']) })),
});
export type WorkShown = z.infer<typeof WorkShown>;

/** A share that somebody ascribes to me. */
const AskedShare = z.object({
  workId: z.string(), kind: z.string(), title: z.string(), madeOn: Day, part: z.string(), ownerName: z.string(), ownerOrganisation: z.string(), ownerShare: z.int(),
  share: z.int(), standing: Standing, claimedShare: z.int().nullable(), reason: z.string(),
});

const Stretch = z.object({ text: z.string(), shared: z.boolean() });
/** An earlier work that reads alike: both texts cut into what is shared and what is not. */
const Alike = z.object({
  workId: z.string(), kind: z.string(), title: z.string(), madeOn: Day, ownerName: z.string(), ownerOrganisation: z.string(), percent: z.int(),
  relation: z.enum(['own', 'coworker', 'stranger']), here: z.array(Stretch), there: z.array(Stretch),
});
export type Alike = z.infer<typeof Alike>;

const Column = z.object({ name: z.string(), type: z.enum(['date', 'integer', 'boolean', 'enum', 'text', 'list']), unit: z.string(), labels: z.array(z.string()), needed: z.boolean() });

export const workContract = {
  workKinds: route({
    method: 'GET', path: '/api/registry/work-kinds', may: ['talent', 'employer', 'bureau'], summary: 'Types of works with what each asks for',
    response: z.object({
      kinds: z.array(z.object({ name: z.string(), abstractHint: z.string(), columns: z.array(Column), evidence: z.array(z.string()) })),
      parts: z.array(z.object({ name: z.string(), alone: z.boolean() })), levels: z.array(z.string()),
    }),
  }),
  listMyWorks: route({ method: 'GET', path: '/api/registry/my-works', may: ['talent'], summary: 'My works', response: z.object({ rows: z.array(WorkShown) }) }),
  addWork: route({ method: 'POST', path: '/api/registry/my-works', may: ['talent'], summary: 'Enters a work of mine', body: WorkTold, response: z.object({ workId: z.string() }) }),
  changeWork: route({ method: 'PUT', path: '/api/registry/my-works/:workId', may: ['talent'], summary: 'Changes a work that no application uses', params: WorkId, body: WorkTold, response: z.object({ workId: z.string() }) }),
  dropWork: route({ method: 'POST', path: '/api/registry/my-works/:workId/removal', may: ['talent'], summary: 'Takes a work off my list', params: WorkId, response: z.object({ workId: z.string() }) }),
  addWorkFile: route({
    method: 'POST', path: '/api/registry/my-works/:workId/files', may: ['talent'], summary: 'Names a file of evidence of a work', params: WorkId,
    body: z.strictObject({ name: z.string().trim().min(1).max(300), bytes: z.int().min(1).max(4_000_000_000), sha256: z.string().regex(/^[0-9a-f]{64}$/) }), response: z.object({ fileId: z.string() }),
  }),
  listMyShares: route({ method: 'GET', path: '/api/registry/my-shares', may: ['talent'], summary: 'Shares in others’ works ascribed to me', response: z.object({ rows: z.array(AskedShare) }) }),
  answerShare: route({
    method: 'POST', path: '/api/registry/my-shares/:workId', may: ['talent'], summary: 'Confirms or disputes my share in a work', params: WorkId,
    body: z.strictObject({ agrees: z.boolean(), claimedShare: z.int().optional(), reason: z.string().trim().max(300).default('') }), response: z.object({ workId: z.string() }),
  }),
  worksAlike: route({
    method: 'GET', path: '/api/registry/works/:workId/alike', may: ['employer', 'bureau'], summary: 'Earlier works of anybody that read alike, side by side', params: WorkId,
    response: z.object({ hint: z.int(), unverified: z.boolean(), rows: z.array(Alike) }),
  }),
};
