import { z } from 'zod';

/** What is counted. Money is in fen. */
export const Unit = z.enum(['post', 'fen', 'day', 'credit', 'seat', 'flat']);
export type Unit = z.infer<typeof Unit>;

/** A pool as a region's file states it: its total, the document it comes from, and what each institution may draw. */
export const Pool = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  group: z.string().min(1),
  /** What its places are called where a group has several kinds, like approved posts beside filed ones. */
  kind: z.string().default(''),
  unit: Unit,
  document: z.string(),
  /** The whole number that was granted. */
  total: z.int().nonnegative(),
  /** Marks a number that no public document states; shown as 待核. */
  unverified: z.boolean().default(false),
  /** What a reader must know of the numbers below the total. */
  note: z.string().default(''),
  /** May institutions lend to one another? */
  loans: z.boolean().default(false),
  /** What each institution may draw, by its id in the region's tree; shown as the demonstration's where the document does not divide. */
  allot: z.record(z.string(), z.int().nonnegative()).default({}),
  /** How many the demonstration shows in use already. */
  inUse: z.record(z.string(), z.int().nonnegative()).default({}),
});
export type Pool = z.infer<typeof Pool>;

const End = z.strictObject({ pool: z.string(), organisation: z.string() });

/** A loan that is running already, stated by the region's file. */
const Loan = z.strictObject({ from: End, to: End, amount: z.int().positive(), returnOn: z.iso.date(), note: z.string().default('') });

export const PoolFile = z.strictObject({ pools: z.array(Pool), loans: z.array(Loan).default([]) });

/** The account that what was taken moves to. */
export const counterpartOf = (accountId: string): string => `${accountId}/used`;

/** The account of an institution in a pool. */
export const childOf = (pool: string, organisationId: string): string => `${pool}/${organisationId}`;

/** The account outside the region that grants come from, one a unit. */
export const outsideOf = (unit: Unit): string => `outside/${unit}`;
