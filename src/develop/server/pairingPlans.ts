import fs from 'node:fs';
import { parse } from 'yaml';
import { regionFilesUnder, type Region } from '#platform/server/regionFiles.ts';
import { PairingPlan } from '../domain/pairingPlan.ts';

/** The pairing plans of a region's files; a malformed one throws. */
export const pairingPlansOf = (region: Region): PairingPlan[] =>
  regionFilesUnder(region, 'pairing', '.yaml').map((file) => PairingPlan.parse(parse(fs.readFileSync(file, 'utf8'))));
