import { z } from 'zod';

const Choice = z.strictObject({ type: z.literal('choice'), options: z.array(z.string().min(1)).min(1) });

/** What a field takes; a field with a fact takes what the fact dictionary says. */
const Kind = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), max: z.int().positive() }),
  z.strictObject({ type: z.literal('date') }),
  z.strictObject({ type: z.literal('integer'), min: z.int().default(0), max: z.int().positive() }),
  z.strictObject({ type: z.literal('boolean') }),
  Choice,
  /** Some of the person's own works, from so many to so many. */
  z.strictObject({ type: z.literal('works'), min: z.int().min(1), max: z.int().min(1).max(20) }),
]);
export type FieldKind = z.infer<typeof Kind>;

const Field = z.strictObject({
  label: z.string().min(1),
  /** Name of a fact kind: the field opens filled from the person's file. */
  fact: z.string().optional(),
  kind: Kind.optional(),
  required: z.boolean().default(true),
  /** Asked only for these categories. */
  categories: z.array(z.string()).optional(),
  hint: z.string().optional(),
});
export type Field = z.infer<typeof Field>;

export const Form = z.strictObject({
  code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  sections: z.array(z.strictObject({ label: z.string().min(1), fields: z.record(z.string(), Field) })).min(1),
});
export type Form = z.infer<typeof Form>;

/** What a person answered: field key to a short value. */
export const Answers = z.record(z.string(), z.union([z.string().max(5000), z.number(), z.boolean(), z.array(z.string().max(60)).max(20), z.null()]));
export type Answers = z.infer<typeof Answers>;

/** All fields that a category is asked for, by key. */
export const fieldsFor = (form: Form, category: string): [string, Field][] =>
  form.sections.flatMap((section) => Object.entries(section.fields)).filter(([, field]) => !field.categories || field.categories.includes(category));

const isBlank = (value: unknown) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

// NUL and lone surrogates cannot be stored; what looks like markup is plain text and stays (bad-inputs rows 9 and 10).
const unstorable = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Why a value does not suit its field; undefined when it does. A blank always suits: completeness is a guard of its own. */
export function faultOf(kind: FieldKind | undefined, value: Answers[string] | undefined): 'textInvalid' | 'tooLong' | 'notAsAsked' | 'worksTooMany' | undefined {
  if (isBlank(value)) return undefined;
  if (typeof value === 'string' && unstorable.test(value)) return 'textInvalid';
  if (!kind) return Array.isArray(value) ? 'notAsAsked' : undefined;
  const { type } = kind;
  if (type === 'works') return !Array.isArray(value) ? 'notAsAsked' : value.length > kind.max ? 'worksTooMany' : undefined;
  if (type === 'text') return typeof value !== 'string' ? 'notAsAsked' : value.length > kind.max ? 'tooLong' : undefined;
  const suits =
    type === 'date' ? typeof value === 'string' && day.test(value)
    : type === 'boolean' ? typeof value === 'boolean'
    : type === 'choice' ? typeof value === 'string' && kind.options.includes(value)
    : Number.isSafeInteger(value) && Number(value) >= kind.min && Number(value) <= kind.max;
  return suits ? undefined : 'notAsAsked';
}

/** Faults of all answers, by field; unknown fields are refused. */
export function faultsIn(form: Form, answers: Answers): { field: string; reason: string }[] {
  const known = new Map(form.sections.flatMap((section) => Object.entries(section.fields)));
  return Object.entries(answers).flatMap(([field, value]) => {
    const found = known.get(field);
    const reason = found ? faultOf(found.kind, value) : 'fieldUnknown';
    return reason ? [{ field, reason }] : [];
  });
}
