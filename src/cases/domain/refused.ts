import { z } from 'zod';

/** Why an act is shut, in words. */
export const Refused = z.object({
  reason: z.string(), message: z.string(), article: z.string().optional(), fact: z.string().optional(), next: z.string().optional(),
  problems: z.array(z.object({ field: z.string(), reason: z.string(), message: z.string() })).optional(),
});
