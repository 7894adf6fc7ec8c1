import { z } from 'zod';
import { dictionaryWords as word, typeWords } from './keywords.ts';
import type { Dictionary, Enumeration, FactKind, Loaded, Type } from './model.ts';
import { openYaml } from './yamlText.ts';

const Value = z.union([z.string(), z.looseObject({ [word.label]: z.string() })]);
const Enumerations = z.record(z.string(), z.looseObject({ [word.ordered]: z.boolean(), [word.values]: z.array(Value).min(1) }));
const Kind = z.looseObject({
  [word.type]: z.string(), [word.domain]: z.string().optional(), [word.key]: z.string().optional(), [word.question]: z.string().optional(),
  [word.items]: z.record(z.string(), z.unknown()).optional(),
});
const File = z.looseObject({ [word.enumerations]: Enumerations, [word.facts]: z.record(z.string(), Kind) });
type KindText = z.infer<typeof Kind>;

function enumeration(ordered: boolean, entries: z.infer<typeof Value>[]): Enumeration {
  const values = entries.map((entry) => (typeof entry === 'string' ? entry : String(entry[word.label])));
  return { ordered, values, ranks: new Map(values.map((label, rank) => [label, rank])) };
}

/** The type of a kind; undefined for texts, which rules may not speak of. */
function typeOf(kind: KindText): Type | undefined {
  switch (kind[word.type]) {
    case typeWords.date: return { kind: 'date' };
    case typeWords.integer: return { kind: 'integer' };
    case typeWords.boolean: return { kind: 'boolean' };
    case typeWords.enumeration: return { kind: 'enumeration', domain: String(kind[word.domain] ?? '') };
    case typeWords.list: return { kind: 'list', items: itemTypes((kind[word.items] as Record<string, unknown> | undefined) ?? {}) };
    default: return undefined;
  }
}

function itemTypes(items: Record<string, unknown>): Record<string, Type> {
  const types: Record<string, Type> = {};
  for (const [name, item] of Object.entries(items)) {
    const type = typeOf(Kind.parse(typeof item === 'string' ? { [word.type]: item } : item));
    if (type) types[name] = type;
  }
  return types;
}

/** Reads the fact dictionary, regions/china/facts.yaml; what only other slices need in it is not looked at. */
export function loadDictionary(text: string): Loaded<Dictionary> {
  const opened = openYaml(text);
  if (opened.problems.length) return { ok: false, problems: opened.problems };
  const read = File.safeParse(opened.plain);
  if (!read.success) return { ok: false, problems: read.error.issues.map((issue) => opened.problemAt(issue.path, 'policyShape', { found: issue.message })) };
  const facts: Record<string, FactKind> = {};
  for (const [name, kind] of Object.entries(read.data[word.facts] as Record<string, KindText>)) {
    const type = typeOf(kind);
    if (type) facts[name] = { type, ...(kind[word.key] ? { key: String(kind[word.key]) } : {}), ...(kind[word.question] ? { question: String(kind[word.question]) } : {}) };
  }
  const enumerations: Record<string, Enumeration> = {};
  for (const [name, each] of Object.entries(read.data[word.enumerations] as z.infer<typeof Enumerations>)) {
    enumerations[name] = enumeration(each[word.ordered] as boolean, each[word.values] as z.infer<typeof Value>[]);
  }
  return { ok: true, value: { enumerations, facts } };
}
