import { z } from 'zod';
import { type FactKinds, ItemEntry, kindByKey, valueKind, type ValueKind } from './factKind.ts';
import { workFactColumns, workWords as k } from './keywords.ts';

const Column = ItemEntry.extend({ [k.needed]: z.boolean().default(false) });
const WorkFile = z.strictObject({
  [k.likeness]: z.strictObject({ [k.shingle]: z.int().min(2).max(12), [k.window]: z.int().min(1).max(50), [k.hint]: z.int().min(1).max(100), [k.unverified]: z.boolean().default(false) }),
  [k.parts]: z.record(z.string(), z.strictObject({ [k.first]: z.boolean(), [k.alone]: z.boolean().default(false) })),
  [k.kinds]: z.record(z.string(), z.strictObject({ [k.abstract]: z.string(), [k.items]: z.record(z.string(), Column), [k.evidence]: z.array(z.string()).min(1) })),
});

/** What a type of work asks for beside title, date and part. */
export type WorkKind = { name: string; abstractHint: string; columns: (ValueKind & { needed: boolean })[]; evidence: string[] };
/** How somebody took part in a work: as its first maker, alone, or along with others. */
export type WorkPart = { name: string; first: boolean; alone: boolean };
/** How near-copies are found: length of a shingle in characters, window of the sampling, and the percent from which an officer is shown the pair. */
export type LikenessRule = { shingle: number; window: number; hint: number; unverified: boolean };
export type WorkKinds = { kinds: ReadonlyMap<string, WorkKind>; parts: ReadonlyMap<string, WorkPart>; levels: string[]; likeness: LikenessRule };

/** Reads the file of work types; types and levels must be those of the fact that works feed. A malformed file throws with the path of the fault. */
export function readWorkKinds(file: unknown, dictionary: FactKinds): WorkKinds {
  const read = WorkFile.safeParse(file);
  if (!read.success) throw new Error(`types of works: ${z.prettifyError(read.error)}`);
  const columns = kindByKey(dictionary, worksKey)?.items ?? {};
  const known = labelsOf(columns[workFactColumns.kind]);
  const unknown = Object.keys(read.data[k.kinds]).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`types of works: not in the fact dictionary: ${unknown.join(' ')}`);
  const rule = read.data[k.likeness];
  return {
    kinds: new Map(Object.entries(read.data[k.kinds]).map(([name, entry]) => [name, {
      name, abstractHint: entry[k.abstract], evidence: entry[k.evidence],
      columns: Object.entries(entry[k.items]).map(([column, { [k.needed]: needed, ...item }]) => ({ ...valueKind(column, item, dictionary.enums), needed })),
    }])),
    parts: new Map(Object.entries(read.data[k.parts]).map(([name, entry]) => [name, { name, first: entry[k.first], alone: entry[k.alone] }])),
    levels: labelsOf(columns[workFactColumns.level]),
    likeness: { shingle: rule[k.shingle], window: rule[k.window], hint: rule[k.hint], unverified: rule[k.unverified] },
  };
}

/** Key of the list fact that works feed. */
export const worksKey = 'works';

const labelsOf = (kind: ValueKind | undefined): string[] => kind?.enum?.values.map(({ name }) => name) ?? [];
