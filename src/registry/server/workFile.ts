import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Region } from '#platform/server/regionFiles.ts';
import { readWorkKinds, type WorkKinds } from '../domain/workKind.ts';
import { factKindsOf } from './factFile.ts';

const known = new WeakMap<Region, WorkKinds>();

/** Types of works of a region: its own file, else the inherited one. */
export function workKindsOf(region: Region): WorkKinds {
  const before = known.get(region);
  if (before) return before;
  const file = [region.folder, ...region.inheritedFolders.toReversed()].map((folder) => path.join(folder, 'works.yaml')).find((each) => fs.existsSync(each));
  if (!file) throw new Error(`no works.yaml in region ${region.id} or above`);
  const read = readWorkKinds(parse(fs.readFileSync(file, 'utf8')), factKindsOf(region));
  known.set(region, read);
  return read;
}
