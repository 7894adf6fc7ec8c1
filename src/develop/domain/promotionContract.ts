import { z } from 'zod';
import { route } from '#platform/domain/contract.ts';
import { ExplainedResult } from '#policy/domain/openContract.ts';
import { groups } from './cohortGroups.ts';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Growth = z.strictObject({ postingDays: z.int().min(0).max(2000), studyMonths: z.int().min(0).max(36) });
const Effect = z.object({ growth: Growth, doneOn: Day, verdict: z.enum(['yes', 'no', 'unknown']), from: Day.nullable() });

/** A title or category of a policy. */
const Goal = z.object({ policy: z.string(), version: z.string(), result: z.string(), gives: z.string(), document: z.string(), article: z.string(), unverified: z.boolean() });
export type GoalNamed = z.infer<typeof Goal>;

const Group = z.enum(groups as [string, ...string[]]);
const CohortQuery = z.object({ policy: z.string().max(60), result: z.string().max(60), group: Group });
const CohortGoal = Goal.extend({ counts: z.record(Group, z.int()) });
const CohortRow = z.object({
  personId: z.string(), name: z.string(), organisationName: z.string(), group: Group, on: Day.nullable(), need: Growth.nullable(), missing: z.array(z.string()),
});

/** How far people are from titles and categories, and next year's cohort. */
export const promotionContract = {
  ownPromotion: route({
    method: 'GET', path: '/api/develop/promotion', may: ['talent'], summary: 'How far I am from each title and category',
    response: z.object({ judgedOn: Day, goals: z.array(Goal.extend({ reach: z.enum(['open', 'next', 'later', 'closed']), explained: ExplainedResult, effect: Effect.nullable() })) }),
  }),
  tryPromotion: route({
    method: 'POST', path: '/api/develop/promotion/try', may: ['talent'], asks: true, summary: 'From which day I could apply after a posting or study of this length; nothing is kept', body: Growth,
    response: z.object({ effects: z.array(Goal.extend({ effect: Effect })) }),
  }),
  viewCohort: route({ method: 'GET', path: '/api/develop/cohort', may: ['employer', 'bureau'], summary: 'Who becomes eligible in which quarter of next year', response: z.object({ year: z.int(), people: z.int(), goals: z.array(CohortGoal) }) }),
  listCohort: route({ method: 'GET', path: '/api/develop/cohort/people', may: ['employer', 'bureau'], summary: 'The people behind one number of the cohort', query: CohortQuery, response: Goal.extend({ year: z.int(), rows: z.array(CohortRow) }) }),
  exportCohort: route({ method: 'GET', path: '/api/develop/cohort/export', may: ['employer', 'bureau'], summary: 'Next year’s cohort as Excel, a person a row', file: 'out', response: z.unknown() }),
};
