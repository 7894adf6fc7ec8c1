import { z } from 'zod';
import { route } from '#platform/domain/contract.ts';

/** A file that goes out. */
const Download = z.custom<{ fileName: string; mediaType: string; content: Uint8Array }>((value) => typeof value === 'object' && value !== null);
const numbers = z.string().max(4000).default('{}').transform((text, context) => {
  const read = z.record(z.string(), z.int().min(0)).safeParse(parsed(text));
  if (read.success) return read.data;
  context.addIssue({ code: 'custom', message: 'invalidInput' });
  return z.NEVER;
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the policies say of a region's people, as Excel. */
export const policyExportContract = {
  exportSandbox: route({
    method: 'GET', path: '/api/exports/sandbox', may: ['bureau', 'leader'], summary: 'A trial of a policy as Excel: by result, institution and year; the people, names masked, only for those who may see them',
    query: z.object({
      code: z.string(), version: z.string(), parameters: numbers, draftVersion: z.string().optional(), draftId: z.string().optional(), asOf: z.iso.date().optional(),
      every: z.enum(['once', 'year']).default('once'), shares: z.string().regex(/^\d{1,3}( \d{1,3}){0,9}$/).default('100'), purpose: z.string().max(200).optional(),
    }),
    response: Download, file: 'out',
  }),
  exportEntitlements: route({
    method: 'GET', path: '/api/exports/entitlements', may: ['bureau'], summary: 'Facts and results of a policy for everybody in the region, as Excel; only with a purpose',
    query: z.object({ code: z.string(), version: z.string().optional(), asOf: z.iso.date().optional(), purpose: z.string().max(200).default('') }), response: Download, file: 'out',
  }),
};
