import fs from 'node:fs';
import { parse } from 'yaml';
import { regionFilesUnder, type Region } from '#platform/server/regionFiles.ts';
import { PoolFile, type Pool } from '../domain/pool.ts';

/** What a region's files state of pools and of loans that run already. */
export const poolFilesOf = (region: Region) => regionFilesUnder(region, '.', 'accounts.yaml').map((file) => PoolFile.parse(parse(fs.readFileSync(file, 'utf8'))));

/** The pools that a region's files state. */
export const poolsOf = (region: Region): Pool[] => poolFilesOf(region).flatMap(({ pools }) => pools);
