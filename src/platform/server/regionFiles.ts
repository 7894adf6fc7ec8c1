import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { WorkingCalendar } from '../clock/workingDays.ts';

const Organisation = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  short: z.string().optional(),
  kind: z.string(),
  level: z.string(),
  creditCode: z.string().optional(),
  leads: z.array(z.string()).default([]),
  get children(): z.ZodOptional<z.ZodArray<typeof Organisation>> { return z.optional(z.array(Organisation)); },
});
export type OrganisationEntry = z.infer<typeof Organisation>;

const RegionFile = z.strictObject({
  id: z.string().regex(/^[a-z]+$/),
  name: z.string(),
  short: z.string(),
  platform: z.string(),
  bureau: z.string(),
  inherits: z.string().optional(),
  organisations: z.array(Organisation).default([]),
  sources: z.array(z.strictObject({ id: z.string(), name: z.string(), date: z.string() })).default([]),
});

const CalendarFile = z.strictObject({
  years: z.record(z.string(), z.strictObject({ document: z.string(), trust: z.string(), holidays: z.array(z.string()), worked: z.array(z.string()) })),
});

/** A region as its folder describes it: names, organisations, calendar, and where its other files lie. */
export type Region = z.infer<typeof RegionFile> & { folder: string; inheritedFolders: string[]; calendar: WorkingCalendar };

/** The folder of the regions that come with the product. */
export const shippedRegions = path.join(import.meta.dirname, '../../../regions');

const readYaml = (file: string): unknown => parse(fs.readFileSync(file, 'utf8'));

/** Reads every region below a folder; a region is born by its folder alone. Malformed files throw with their path. */
export function readRegions(root: string | string[] = shippedRegions): Map<string, Region> {
  const roots = [root].flat();
  const folders = roots.flatMap((each) => fs.readdirSync(each).map((name) => path.join(each, name))).filter((folder) => fs.existsSync(path.join(folder, 'region.yaml')));
  const files = new Map(folders.map((folder) => [path.basename(folder), folder]));
  return new Map([...files].map(([id, folder]) => [id, readRegion(id, folder, files)]));
}

function readRegion(id: string, folder: string, files: Map<string, string>): Region {
  const found = RegionFile.safeParse(readYaml(path.join(folder, 'region.yaml')));
  if (!found.success) throw new Error(`${folder}/region.yaml: ${z.prettifyError(found.error)}`);
  if (found.data.id !== id) throw new Error(`${folder}/region.yaml: id is ${found.data.id}, the folder is ${id}`);
  const inherited = found.data.inherits ? [files.get(found.data.inherits) ?? path.join(shippedRegions, found.data.inherits)] : [];
  return { ...found.data, folder, inheritedFolders: inherited, calendar: readCalendar([...inherited, folder]) };
}

function readCalendar(folders: string[]): WorkingCalendar {
  const years = folders.map((folder) => path.join(folder, 'calendar.yaml')).filter((file) => fs.existsSync(file))
    .flatMap((file) => Object.values(CalendarFile.parse(readYaml(file)).years));
  return { holidays: new Set(years.flatMap((year) => year.holidays)), workedWeekends: new Set(years.flatMap((year) => year.worked)) };
}

/** Every file of a kind that a region has: its own and the inherited, as full paths; `under` is like 'policies' or 'programmes'. */
export const regionFilesUnder = (region: Region, under: string, ending: string): string[] =>
  [...region.inheritedFolders, region.folder].map((folder) => path.join(folder, under)).filter((folder) => fs.existsSync(folder))
    .flatMap((folder) => fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending)).toSorted().map((name) => path.join(folder, name)));
