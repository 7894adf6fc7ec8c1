import { z } from 'zod';

/** What the cells of a column hold. */
export const Shape = z.enum(['text', 'personName', 'idNumber', 'phone', 'email', 'date', 'integer', 'yesNo', 'choice']);
export type Shape = z.infer<typeof Shape>;

/** What a column means to the import beyond being a fact. */
export const Meaning = z.enum(['name', 'idNumber', 'birthDate', 'sex', 'phone', 'hiredOn', 'leftOn']);
export type Meaning = z.infer<typeof Meaning>;

/** One entry of a roster template as its file says it; what a fact's own entry already says is not repeated. */
const ColumnEntry = z.strictObject({
  fact: z.string().optional(),
  name: z.string().optional(),
  meaning: Meaning.optional(),
  shape: Shape.optional(),
  required: z.boolean().default(false),
  also: z.array(z.string()).default([]),
  example: z.string(),
  note: z.string().default(''),
  maxLength: z.int().positive().optional(),
  /** Columns whose date may not be later than this one's. */
  notBefore: z.array(z.string()).default([]),
  notAfterToday: z.boolean().default(false),
  minimumAge: z.int().positive().optional(),
  mayBeOngoing: z.boolean().default(false),
});

/** A roster template file: its version, its columns, and the spellings it understands. */
export const TemplateFile = z.strictObject({
  id: z.string(),
  version: z.string(),
  name: z.string(),
  sheet: z.string(),
  notesSheet: z.string(),
  codesSheet: z.string(),
  spellings: z.strictObject({ yes: z.array(z.string()), no: z.array(z.string()), ongoing: z.array(z.string()) }),
  /** Characters that are one and the same in names, each string one family, its first the form we fold to. */
  variants: z.array(z.string()),
  columns: z.array(ColumnEntry),
});
export type TemplateFile = z.infer<typeof TemplateFile>;
export type ColumnEntry = z.infer<typeof ColumnEntry>;

/** One value of a code list, with the spellings that mean it. */
export type Choice = { label: string; also: readonly string[] };

/** What a fact's entry in the dictionary gives a column. */
export type FactShape = { shape: Shape; maxLength: number; choices: readonly Choice[]; range?: readonly [number, number]; sensitive: boolean };

/** A column of the template, complete. */
export type Column = Omit<ColumnEntry, 'name' | 'shape' | 'maxLength'> & FactShape & { name: string };

export type Template = Omit<TemplateFile, 'columns' | 'variants'> & {
  columns: readonly Column[];
  variants: ReadonlyMap<string, string>;
};

const textLimit = 50;

/** The template with every column's shape taken from the fact dictionary; a column that neither names a fact nor a shape throws. */
export function templateOf(file: TemplateFile, factShape: (fact: string) => FactShape | undefined): Template {
  const variants = new Map(file.variants.flatMap((family) => Array.from(family).map((each): [string, string] => [each, Array.from(family)[0] ?? each])));
  return { ...file, variants, columns: file.columns.map((entry) => columnOf(entry, entry.fact === undefined ? undefined : factShape(entry.fact))) };
}

function columnOf(entry: ColumnEntry, fact: FactShape | undefined): Column {
  const name = entry.name ?? entry.fact;
  const shape = entry.shape ?? fact?.shape;
  if (!name || !shape || (entry.fact && !fact)) throw new Error(`roster template: column ${name ?? '?'} has no such fact, or no shape`);
  return {
    ...entry, name, shape,
    maxLength: entry.maxLength ?? fact?.maxLength ?? textLimit,
    choices: fact?.choices ?? [],
    sensitive: fact?.sensitive ?? false,
    ...(fact?.range ? { range: fact.range } : {}),
  };
}

/** The column that means this, if the template has one. */
export const columnMeaning = (template: Template, meaning: Meaning): Column | undefined => template.columns.find((column) => column.meaning === meaning);
