import { z } from 'zod';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { sumsOf } from './sheetFor.ts';

const Item = z.strictObject({
  key: z.string().regex(/^[a-z]+$/),
  label: z.string().min(1),
  note: z.string(),
  most: z.int().positive(),
  /** Below this mark the applicant is not recommended, whatever the sum. */
  disqualifiesBelow: z.int().positive().optional(),
  /** Only for files whose field of this label has one of these answers, or none of them. */
  when: z.strictObject({ field: z.string().min(1), in: z.array(z.string()).min(1).optional(), notIn: z.array(z.string()).min(1).optional() })
    .refine((condition) => (condition.in === undefined) !== (condition.notIn === undefined), 'a condition names answers either in or notIn').optional(),
});

/** A score sheet as its region file describes it: whatever the file answers, the greatest marks of the items that apply add up to 100; what disqualifies comes first. */
export const ScoreSheet = z.strictObject({
  code: z.string(),
  title: z.string(),
  unverified: z.boolean().default(false),
  basis: z.strictObject({ document: z.string(), article: z.string() }),
  items: z.array(Item).min(1),
}).refine((sheet) => sumsOf(sheet.items).every((sum) => sum === 100), 'the items must add up to 100 for every answer')
  .refine(({ items }) => items.every((item, index) => item.disqualifiesBelow === undefined || items.slice(0, index).every((before) => before.disqualifiesBelow !== undefined)), 'an item that disqualifies comes first');
export type ScoreSheet = z.infer<typeof ScoreSheet>;

/** Marks as they were typed: item key to text or number, possibly half-way. */
export const Marks = z.record(z.string(), z.union([z.number(), z.string()]));
export type Marks = z.infer<typeof Marks>;

/** A finished score in tenths of a point, and whether a disqualifying item was failed. */
export type Score = { tenths: number; disqualified: boolean; marks: Record<string, number> };

const oneDecimal = /^\d{1,3}(\.\d)?$/;

/** A mark in tenths: 0 to the item's most, one decimal at the most; nothing is rounded or repaired. */
export function readMark(typed: number | string | undefined, most: number): number | undefined {
  const text = typeof typed === 'number' ? String(typed) : (typed ?? '');
  if (!oneDecimal.test(text)) return undefined;
  const tenths = Math.round(Number(text) * 10);
  return tenths <= most * 10 ? tenths : undefined;
}

/** Adds up a sheet. Every item must be marked within its range (bad-inputs row 17). */
export function scoreOf(sheet: ScoreSheet, marks: Marks): Answer<Score> {
  const read = sheet.items.map((item) => ({ item, tenths: readMark(marks[item.key], item.most) }));
  const bad = read.find(({ tenths }) => tenths === undefined);
  if (bad) return no('scoreRange', { field: bad.item.key, params: { item: bad.item.label, most: bad.item.most } });
  const disqualified = read.some(({ item, tenths = 0 }) => item.disqualifiesBelow !== undefined && tenths < item.disqualifiesBelow * 10);
  return yes({
    tenths: read.reduce((sum, { tenths = 0 }) => sum + tenths, 0),
    disqualified,
    marks: Object.fromEntries(read.map(({ item, tenths = 0 }) => [item.key, tenths])),
  });
}
