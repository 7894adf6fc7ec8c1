import fs from 'node:fs';
import { parse } from 'yaml';
import { regionFilesUnder, type Region } from '#platform/server/regionFiles.ts';
import { factKindsOf, nameVariantsOf } from '#registry/server/public.ts';
import { TemplateFile, templateOf, type Template } from '../domain/template.ts';

const read = new WeakMap<Region, Template>();

/** The roster template of a region: the last one found, so that a region's own comes before the country's. */
export function rosterTemplate(region: Region): Template {
  const kept = read.get(region);
  if (kept) return kept;
  const file = regionFilesUnder(region, 'rosters', '.yaml').at(-1);
  if (!file) throw new Error(`region ${region.id} has no roster template`);
  const template = templateOf(TemplateFile.parse(parse(fs.readFileSync(file, 'utf8'))), factKindsOf(region), nameVariantsOf(region));
  read.set(region, template);
  return template;
}
