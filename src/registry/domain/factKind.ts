import { z } from 'zod';
import { formWords, keywords as k, privacyWords, typeWords } from './keywords.ts';

const words = <T extends Record<string, string>>(table: T) => z.string().transform((word, context): T[keyof T] => {
  const found = Object.entries(table).find(([key]) => key === word);
  if (!found) context.addIssue(`one of ${Object.keys(table).join(' ')}`);
  return (found?.[1] ?? '') as T[keyof T];
});

const EnumEntry = z.strictObject({
  [k.ordered]: z.boolean(),
  [k.standard]: z.string().optional(),
  [k.values]: z.array(z.strictObject({
    [k.code]: z.string(), [k.label]: z.string(), [k.aliases]: z.array(z.string()).default([]), [k.otherCodes]: z.array(z.string()).default([]),
  })).min(2),
});

const itemShape = {
  [k.type]: words(typeWords),
  [k.domain]: z.string().optional(),
  [k.length]: z.int().positive().optional(),
  [k.form]: words(formWords).optional(),
  [k.unit]: z.string().optional(),
  [k.range]: z.tuple([z.int(), z.int()]).optional(),
};
/** A column as a dictionary writes it: type, code list, length, range. */
export const ItemEntry = z.strictObject(itemShape);
const FactEntry = z.strictObject({
  ...itemShape,
  [k.key]: z.string().regex(/^[a-z][A-Za-z]+$/),
  [k.group]: z.string(),
  [k.authorities]: z.array(z.string()).default([]),
  [k.ask]: z.string(),
  [k.evidence]: z.array(z.string()).default([]),
  [k.privacy]: words(privacyWords),
  [k.counts]: z.boolean().default(false),
  [k.items]: z.record(z.string(), ItemEntry).optional(),
});
const FactFile = z.strictObject({ [k.enums]: z.record(z.string(), EnumEntry).default({}), [k.facts]: z.record(z.string(), FactEntry) });

/** One value of a code list: its national (or platform) code, its label, and how else people write it. */
export type EnumValue = { code: string; name: string; aliases: string[]; otherCodes: string[] };
/** A code list; `ordered` lists run from low to high. `standard` names the table under regions/china/codes. */
export type FactEnum = { name: string; ordered: boolean; standard?: string; values: EnumValue[] };

/** The type of one value, of a fact or of a column of a list fact. */
export type ValueKind = {
  name: string;
  type: (typeof typeWords)[keyof typeof typeWords];
  enum?: FactEnum;
  unit?: string;
  min?: number;
  max?: number;
  length?: number;
  form?: (typeof formWords)[keyof typeof formWords];
};

/** A kind of fact that may be known of a person. */
export type FactKind = ValueKind & {
  key: string;
  group: string;
  authorities: string[];
  ask: string;
  evidence: string[];
  privacy: (typeof privacyWords)[keyof typeof privacyWords];
  /** Counts towards the completeness of a file. */
  counts: boolean;
  items?: Record<string, ValueKind>;
};

/** The fact dictionary: kinds and code lists by their Chinese names. */
export type FactKinds = { kinds: ReadonlyMap<string, FactKind>; enums: ReadonlyMap<string, FactEnum> };

/** A value of a fact; dates 'YYYY-MM-DD', enumerations by label, lists with the mark whether they are complete. */
export type FactValue = string | number | boolean | ListValue;
export type ListValue = Record<typeof k.complete, boolean> & Record<typeof k.items, Record<string, string | number | boolean>[]>;

const Scalar = z.union([z.string().max(2000), z.number(), z.boolean()]);
/** A fact value as it arrives in JSON; its kind is checked afterwards. */
export const FactValue = z.union([Scalar, z.strictObject({ [k.complete]: z.boolean(), [k.items]: z.array(z.record(z.string(), Scalar)).max(500) })]);

/** The kind with this key of the dictionary; code asks by key because names are data. */
export function kindByKey({ kinds }: FactKinds, key: string): FactKind | undefined {
  for (const kind of kinds.values()) if (kind.key === key) return kind;
  return undefined;
}

/** Reads the parsed dictionary; later files add to earlier ones. A malformed dictionary throws with the path of the fault. */
export function readFactKinds(...files: unknown[]): FactKinds {
  const parsed = files.map((file) => {
    const read = FactFile.safeParse(file);
    if (!read.success) throw new Error(`fact dictionary: ${z.prettifyError(read.error)}`);
    return read.data;
  });
  const enums = new Map(parsed.flatMap((file) => Object.entries(file[k.enums]).map(([name, entry]) => [name, factEnum(name, entry)] as const)));
  const kinds = new Map(parsed.flatMap((file) => Object.entries(file[k.facts]).map(([name, entry]) => [name, factKind(name, entry, enums)] as const)));
  return { kinds, enums };
}

function factEnum(name: string, entry: z.output<typeof EnumEntry>): FactEnum {
  const values = entry[k.values].map((value) => ({ code: value[k.code], name: value[k.label], aliases: value[k.aliases], otherCodes: value[k.otherCodes] }));
  return { name, ordered: entry[k.ordered], ...(entry[k.standard] && { standard: entry[k.standard] }), values };
}

/** The kind of one column, its code list looked up. */
export function valueKind(name: string, entry: z.output<typeof ItemEntry>, enums: ReadonlyMap<string, FactEnum>): ValueKind {
  const type = entry[k.type];
  const listed = type === 'enum' ? enums.get(entry[k.domain] ?? name) : undefined;
  if (type === 'enum' && !listed) throw new Error(`fact dictionary: ${name} names no code list`);
  const [min, max] = entry[k.range] ?? [];
  return {
    name, type,
    ...(listed && { enum: listed }), ...(entry[k.unit] && { unit: entry[k.unit] }), ...(entry[k.length] && { length: entry[k.length] }),
    ...(entry[k.form] && { form: entry[k.form] }), ...(min !== undefined && { min }), ...(max !== undefined && { max }),
  };
}

function factKind(name: string, entry: z.output<typeof FactEntry>, enums: Map<string, FactEnum>): FactKind {
  const items = entry[k.items];
  if ((entry[k.type] === 'list') !== (items !== undefined)) throw new Error(`fact dictionary: ${name} must be a list with columns, or neither`);
  return {
    ...valueKind(name, entry, enums),
    key: entry[k.key], group: entry[k.group], authorities: entry[k.authorities], ask: entry[k.ask], evidence: entry[k.evidence],
    privacy: entry[k.privacy], counts: entry[k.counts],
    ...(items && { items: Object.fromEntries(Object.entries(items).map(([column, item]) => [column, valueKind(column, item, enums)])) }),
  };
}
