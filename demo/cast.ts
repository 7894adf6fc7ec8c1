import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Role } from '#platform/domain/actor.ts';
import type { Region } from '#platform/server/regionFiles.ts';

const Account = z.strictObject({ key: z.string(), name: z.string(), role: Role, organisation: z.string(), does: z.string() });

const Person = z.strictObject({
  key: z.string(), name: z.string(), role: Role, organisation: z.string(), sex: z.string(), birth: z.iso.date(), arrived: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  expert: z.strictObject({ fields: z.array(z.string()), level: z.string() }).optional(),
});
export type CastPerson = z.infer<typeof Person>;

const CastFile = z.strictObject({ accounts: z.array(Account), people: z.array(Person) });
export type Cast = z.infer<typeof CastFile>;

/** The named people of a region's demo, tests and pictures; undefined where a region has none. */
export function castOf(region: Region): Cast | undefined {
  const file = path.join(region.folder, 'demo/cast.yaml');
  return fs.existsSync(file) ? CastFile.parse(parse(fs.readFileSync(file, 'utf8'))) : undefined;
}
