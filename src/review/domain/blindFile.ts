import { z } from 'zod';

/** The file a reviewer reads: what identifies the applicant has been left out before it was stored here. */
export const BlindFile = z.object({
  heading: z.string().default(''),
  sections: z.array(z.object({
    label: z.string(),
    fields: z.array(z.object({ label: z.string(), value: z.string(), source: z.string().optional() })),
  })).default([]),
});
export type BlindFile = z.infer<typeof BlindFile>;
