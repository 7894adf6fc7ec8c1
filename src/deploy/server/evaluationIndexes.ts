import fs from 'node:fs';
import { parse } from 'yaml';
import { regionFilesUnder, type Region } from '#platform/server/regionFiles.ts';
import { EvaluationIndex } from '../domain/evaluationIndex.ts';

/** The index by which a region evaluates people: the last of its files; undefined where it has none. A malformed one throws. */
export const evaluationIndexOf = (region: Region): EvaluationIndex | undefined =>
  regionFilesUnder(region, 'indexes', '.yaml').map((file) => EvaluationIndex.parse(parse(fs.readFileSync(file, 'utf8')))).at(-1);
