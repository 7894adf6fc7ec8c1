import { z } from 'zod';

const Field = z.strictObject({ key: z.string(), name: z.string() });

/** A pairing as its document and the office state it: fields, limits, term, levels; `unverified` names what no public text gives. */
export const PairingPlan = z.strictObject({
  code: z.string().regex(/^[a-z-]+$/), title: z.string(), basis: z.strictObject({ document: z.string(), source: z.string(), says: z.string() }),
  masters: z.int().positive(), fields: z.array(Field).min(1), pupilsMost: z.int().min(1).max(9), masterWishes: z.int().min(1).max(50), pupilWishes: z.int().min(1).max(50),
  termMonths: z.int().positive(), levels: z.array(z.string()).min(2),
  /** May nobody be paired with the head of one's own department? */
  chiefApart: z.boolean(), unverified: z.array(z.string()),
});
export type PairingPlan = z.infer<typeof PairingPlan>;

/** Whose side somebody is on. */
export const Side = z.enum(['master', 'pupil']);
export type Side = z.infer<typeof Side>;

/** The side across. */
export const otherSide = (side: Side): Side => (side === 'master' ? 'pupil' : 'master');
