import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Region } from '#platform/server/regionFiles.ts';
import { readFactKinds, type FactKinds } from '../domain/factKind.ts';

const dictionaries = new WeakMap<Region, FactKinds>();
const variants = new WeakMap<Region, ReadonlyMap<string, string>>();

const foldersOf = (region: Region): string[] => [...region.inheritedFolders, region.folder];
const existing = (region: Region, name: string): unknown[] =>
  foldersOf(region).map((folder) => path.join(folder, name)).filter((file) => fs.existsSync(file)).map((file) => parse(fs.readFileSync(file, 'utf8')));

/** The fact dictionary of a region: the inherited one and what the region adds. */
export function factKindsOf(region: Region): FactKinds {
  const known = dictionaries.get(region) ?? readFactKinds(...existing(region, 'facts.yaml'));
  dictionaries.set(region, known);
  return known;
}

/** Characters that count as one when names are compared. */
export function nameVariantsOf(region: Region): ReadonlyMap<string, string> {
  const known = variants.get(region)
    ?? new Map(existing(region, 'codes/name-variants.yaml').flatMap((file) => Object.entries(z.record(z.string(), z.string()).parse(file))));
  variants.set(region, known);
  return known;
}
