import fs from 'node:fs';
import path from 'node:path';
import { factKindsOf } from '#registry/server/public.ts';
import { readRegions, regionFilesUnder, type Region } from '#platform/server/regionFiles.ts';
import { runExample } from '#cases/domain/exampleRun.ts';
import { programmePage } from '#cases/domain/flowChart.ts';
import { policyOf, type Programme } from '#cases/domain/programme.ts';
import { readExamples, readProgrammes, type ReadProgramme } from '#cases/server/programmeFiles.ts';
import { filedPolicies } from '#policy/server/public.ts';
import type { Check } from './check.ts';
import { root } from './sources.ts';

const pages = path.join(root, 'docs/generated/programmes');

type Own = ReadProgramme & { region: Region };

/** Each region's own programmes; what it inherits is checked where it is written. */
const ownProgrammes = (): Own[] => [...readRegions().values()].flatMap((region) =>
  readProgrammes(region).filter(({ file }) => file.startsWith(region.folder)).map((read) => ({ ...read, region })));

const pageOf = ({ region, programme }: Own): string => path.join(pages, `${region.id}-${programme?.code ?? 'unread'}${programme && programme.version > 1 ? `-v${programme.version}` : ''}.md`);

/** Everything wrong with one programme: its definition, its examples, the facts and the policy it names, a stale page. */
export function programmeProblems(own: Own): string[] {
  const { file, programme, problems, region } = own;
  const at = path.relative(root, file);
  if (!programme) return problems.map((problem) => `${at}: ${problem}`);
  const fresh = fs.existsSync(pageOf(own)) && fs.readFileSync(pageOf(own), 'utf8') === programmePage(programme);
  return [
    ...problems, ...namesProblems(region, programme), ...examplesProblems(programme, file),
    ...(fresh ? [] : [`${path.relative(root, pageOf(own))} is stale: npm run generate`]),
  ].map((problem) => `${at}: ${problem}`);
}

/** Facts must be in the dictionary, the policy and its results must exist. */
function namesProblems(region: Region, programme: Programme): string[] {
  const { kinds } = factKindsOf(region);
  const facts = [...programme.form.sections.flatMap(({ fields }) => Object.values(fields).map(({ fact }) => fact)), ...Object.values(programme.documents).map(({ proves }) => proves)];
  const asked = policyOf(programme);
  const policy = asked && filedPolicies(region).policies.findLast(({ code, version }) => code === asked.code && version === (asked.version ?? version));
  return [
    ...facts.filter((fact) => fact !== undefined && !kinds.has(fact)).map((fact) => `no such fact: ${fact}`),
    ...(asked && !policy ? [`no such policy: ${programme.policy}`] : []),
    ...placesAndSheets(region, programme),
    ...Object.values(programme.categories).filter(({ result }) => policy && !policy.results[result]).map(({ result }) => `the policy has no result ${result}`),
  ];
}

/** Institutions that a category or a delegation names must be in the region's tree, sheets among its files, facts of a certificate in the dictionary. */
function placesAndSheets(region: Region, { categories, delegation, certificate }: Programme): string[] {
  const idsOf = (entries: Region['organisations']): string[] => entries.flatMap(({ id, children = [] }) => [id, ...idsOf(children)]);
  const places = new Set(idsOf(region.organisations));
  const sheets = new Set(regionFilesUnder(region, 'sheets', '.yaml').map((file) => path.basename(file, '.yaml')));
  const { kinds } = factKindsOf(region);
  const named = [...Object.values(categories).flatMap(({ organisations = [] }) => organisations), ...(delegation?.organisations ?? [])];
  return [
    ...named.filter((id) => !places.has(id)).map((id) => `no such institution: ${id}`),
    ...Object.values(categories).flatMap(({ sheet }) => (sheet && !sheets.has(sheet) ? [`no such score sheet: ${sheet}`] : [])),
    ...(certificate ? [certificate.by, ...Object.values(certificate.facts)].filter((fact) => !kinds.has(fact)).map((fact) => `no such fact: ${fact}`) : []),
  ];
}

function examplesProblems(programme: Programme, file: string): string[] {
  return readExamples(file).flatMap((example) => {
    const { ends, effects, surprises } = runExample(programme, example);
    return [
      ...surprises, ...(ends === example.ends ? [] : [`ends ${ends ?? 'nowhere'}, not ${example.ends}`]),
      ...(example.effects && example.effects.join() !== effects.join() ? [`does ${effects.join()}`] : []),
    ].map((problem) => `“${example.name}” ${problem}`);
  });
}

/** Files that nobody reads: a form without a programme. */
const idleForms = (region: Region, used: ReadonlySet<string>): string[] =>
  regionFilesUnder(region, 'forms', '.yaml').filter((file) => file.startsWith(region.folder) && !used.has(path.basename(file, '.yaml'))).map((file) => `${path.relative(root, file)}: no programme asks for it`);

/** Writes the page of every programme and removes those of programmes that are gone. */
export function writeProgrammes(): void {
  fs.rmSync(pages, { recursive: true, force: true });
  fs.mkdirSync(pages, { recursive: true });
  for (const own of ownProgrammes()) if (own.programme) fs.writeFileSync(pageOf(own), programmePage(own.programme));
}

/** Programmes as data, checked like code. */
export const programmes: Check = {
  name: 'programmes: definitions sound, examples run, names known, pages fresh',
  problems: () => {
    const all = ownProgrammes();
    const used = new Set(all.flatMap(({ programme }) => (programme ? [programme.form.code] : [])));
    return [...all.flatMap(programmeProblems), ...[...readRegions().values()].flatMap((region) => idleForms(region, used))];
  },
};

if (import.meta.main && process.argv.includes('--write')) writeProgrammes();
