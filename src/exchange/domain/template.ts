import { z } from 'zod';
import type { FactKinds, ValueKind } from '#registry/domain/factKind.ts';

/** What a column means to the import beyond being a fact. */
export const Meaning = z.enum(['name', 'idNumber', 'birthDate', 'sex', 'phone', 'hiredOn', 'leftOn', 'post']);
export type Meaning = z.infer<typeof Meaning>;

/** One column as the template's file says it: a fact of the dictionary, or a column of its own with a type. */
const ColumnEntry = z.strictObject({
  fact: z.string().optional(),
  name: z.string().optional(),
  type: z.enum(['date', 'text', 'integer']).optional(),
  length: z.int().positive().optional(),
  meaning: Meaning.optional(),
  required: z.boolean().default(false),
  also: z.array(z.string()).default([]),
  example: z.string(),
  note: z.string().default(''),
  /** Columns whose date may not be later than this one's. */
  notBefore: z.array(z.string()).default([]),
  notAfterToday: z.boolean().default(false),
  minimumAge: z.int().positive().optional(),
  mayBeOngoing: z.boolean().default(false),
});

/** A roster template file: its version, its columns, and what it understands beyond the dictionary. */
export const TemplateFile = z.strictObject({
  id: z.string(),
  version: z.string(),
  name: z.string(),
  sheet: z.string(),
  notesSheet: z.string(),
  codesSheet: z.string(),
  /** What people write where an end has not come. */
  ongoing: z.array(z.string()),
  columns: z.array(ColumnEntry),
});
export type TemplateFile = z.infer<typeof TemplateFile>;

/** A column of the template with the kind of its values. */
export type Column = Omit<z.infer<typeof ColumnEntry>, 'name' | 'type' | 'length'> & {
  name: string;
  kind: ValueKind;
  sensitive: boolean;
  /** Its place among the columns, and of its value among a row's values. */
  index: number;
};

export type Template = Omit<TemplateFile, 'columns'> & {
  columns: readonly Column[];
  /** Characters that count as one when names are compared. */
  variants: ReadonlyMap<string, string>;
  meaning: Partial<Record<Meaning, Column>>;
  named: ReadonlyMap<string, Column>;
};

/** The template with every column's kind from the fact dictionary; a column that names no fact and no type throws. */
export function templateOf(file: TemplateFile, { kinds }: FactKinds, variants: ReadonlyMap<string, string> = new Map()): Template {
  const columns = file.columns.map((entry, index) => columnOf(entry, index, kinds));
  const meaning = Object.fromEntries(columns.flatMap((column) => (column.meaning ? [[column.meaning, column]] : [])));
  return { ...file, columns, meaning, variants, named: new Map(columns.map((column) => [column.name, column])) };
}

function columnOf({ name: given, type, length, ...entry }: z.infer<typeof ColumnEntry>, index: number, kinds: FactKinds['kinds']): Column {
  const fact = entry.fact === undefined ? undefined : kinds.get(entry.fact);
  const name = given ?? entry.fact ?? '';
  const kind = fact ?? (type && { name, type, ...(length ? { length } : {}) });
  if (!kind || name === '' || (entry.fact !== undefined && !fact)) throw new Error(`roster template: column ${name} has no such fact and no type`);
  return { ...entry, name, index, kind, sensitive: fact?.privacy === 'sensitive' || fact?.privacy === 'own' };
}
