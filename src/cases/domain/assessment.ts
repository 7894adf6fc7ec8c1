import { z } from 'zod';
import { ExplainedResult } from '#policy/domain/openContract.ts';

/** Why a person is entitled to a category or not, judged for a day under one policy version; kept with the case. */
export const Assessment = ExplainedResult.extend({ policy: z.string(), version: z.string(), judgedOn: z.string() });
export type Assessment = z.infer<typeof Assessment>;
