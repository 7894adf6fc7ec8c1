import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Role } from '#platform/domain/actor.ts';
import { regionFilesUnder, type Region } from '#platform/server/regionFiles.ts';
import { Guard, Effect, Outcome, Programme } from '../domain/programme.ts';
import { problemsIn } from '../domain/problemsIn.ts';

const Example = z.strictObject({
  name: z.string(),
  /** Guards that do not hold, each with the reason it answers; all others hold. */
  refuse: z.partialRecord(Guard, z.string()).default({}),
  steps: z.array(z.tuple([Role, z.string()]).or(z.tuple([Role, z.string(), z.string()]))),
  effects: z.array(Effect).optional(),
  ends: Outcome,
});
export type Example = z.infer<typeof Example>;

/** A definition read from disk: what is wrong with it, or the programme itself. */
export type ReadProgramme = { file: string; problems: string[]; programme: Programme | undefined; checksum: string };

const readYaml = (file: string): unknown => parse(fs.readFileSync(file, 'utf8'));

/** Checks a definition as it came from its file; complaints name the place. */
export function checkProgramme(raw: unknown): { problems: string[]; programme: Programme | undefined } {
  const parsed = Programme.safeParse(raw);
  if (!parsed.success) return { problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`), programme: undefined };
  return { problems: problemsIn(parsed.data), programme: parsed.data };
}

/** Every programme of a region, its own and the inherited, with its form put in. */
export const readProgrammes = (region: Region): ReadProgramme[] =>
  regionFilesUnder(region, 'programmes', 'programme.yaml').map((file) => readProgramme(file, formsOf(region)));

function readProgramme(file: string, forms: ReadonlyMap<string, unknown>): ReadProgramme {
  const raw = readYaml(file) as Record<string, unknown>;
  const complete = typeof raw.form === 'string' ? { ...raw, form: forms.get(raw.form) } : raw;
  const { problems, programme } = checkProgramme(complete);
  const checksum = createHash('sha256').update(JSON.stringify(complete)).digest('hex');
  return { file, problems, programme, checksum };
}

const formsOf = (region: Region): ReadonlyMap<string, unknown> =>
  new Map(regionFilesUnder(region, 'forms', '.yaml').map((file) => [path.basename(file, '.yaml'), readYaml(file)]));

/** The examples beside a programme file. */
export const readExamples = (programmeFile: string): Example[] =>
  z.array(Example).min(1).parse(readYaml(path.join(path.dirname(programmeFile), 'examples.yaml')));
