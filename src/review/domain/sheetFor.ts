import type { BlindFile } from './blindFile.ts';

/** An item and the files it is for: those whose field has one of these answers, or none of them. */
type Item = { most: number; when?: { field: string; in?: string[] | undefined; notIn?: string[] | undefined } | undefined };

/** The sheet as it applies to one file: items for other levels or kinds are left out. */
export function sheetFor<Of extends { items: readonly Item[] }>(sheet: Of, file: BlindFile): Of {
  const shown = new Map(file.sections.flatMap(({ fields }) => fields.map(({ label, value }) => [label, value])));
  return { ...sheet, items: sheet.items.filter((item) => applies(item, (field) => shown.get(field))) };
}

const applies = ({ when }: Item, valueOf: (field: string) => string | undefined): boolean => {
  if (!when) return true;
  const value = valueOf(when.field);
  return when.in ? value !== undefined && when.in.includes(value) : !(value !== undefined && (when.notIn ?? []).includes(value));
};

/** What a sheet adds up to for every answer that its conditions tell apart, and for any other. */
export function sumsOf(items: readonly Item[]): number[] {
  const fields = [...new Set(items.flatMap(({ when }) => (when ? [when.field] : [])))];
  const answers = (field: string) => [undefined, ...new Set(items.flatMap(({ when }) => (when?.field === field ? [...(when.in ?? []), ...(when.notIn ?? [])] : [])))];
  const worlds = fields.reduce<Map<string, string | undefined>[]>((before, field) => before.flatMap((world) => answers(field).map((value) => new Map(world).set(field, value))), [new Map()]);
  return worlds.map((world) => items.filter((item) => applies(item, (field) => world.get(field))).reduce((sum, { most }) => sum + most, 0));
}
