import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import type { attractContract } from '../domain/contract.ts';
import { fromMonthOf, readExams } from '../domain/examFile.ts';

/** The exams of the region and the country, from this month on. */
export async function listExams({ region, clock }: Call): Promise<Answer<Given<typeof attractContract.listExams>>> {
  const files = [...region.inheritedFolders, region.folder].map((folder) => path.join(folder, 'exams.yaml')).filter((file) => fs.existsSync(file));
  const exams = files.flatMap((file) => readExams(parse(fs.readFileSync(file, 'utf8'))));
  return yes({ rows: fromMonthOf(clock.today(), exams) });
}
