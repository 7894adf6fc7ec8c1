import fs from 'node:fs';
import { parse } from 'yaml';
import { regionFilesUnder, type Region } from '#platform/server/regionFiles.ts';
import { ScoreSheet } from '../domain/scoreSheet.ts';

/** The score sheet of a code, the region's own before the inherited; a missing one is a fault of the data and throws. */
export function sheetOf(region: Region, code: string): ScoreSheet {
  const file = regionFilesUnder(region, 'sheets', `${code}.yaml`).at(-1);
  if (!file) throw new Error(`no score sheet ${code} in region ${region.id}`);
  return ScoreSheet.parse(parse(fs.readFileSync(file, 'utf8')));
}
