import fs from 'node:fs';
import path from 'node:path';
import { contradictions, coverage, loadDictionary, loadPolicy, runTests, unverifiedIn, type Dictionary, type Policy } from '#policy/domain/policy.ts';
import words from '#policy/words.zh.ts';
import type { Check } from './check.ts';
import { root } from './sources.ts';

/** One policy file: where it stands and what it says. */
export type PolicyFile = { path: string; text: string };

/** Every policy file of every region. */
export function readPolicyFiles(): PolicyFile[] {
  const files = fs.globSync('regions/*/policies/*/*.yaml', { cwd: root }).toSorted();
  return files.map((file) => ({ path: file, text: fs.readFileSync(path.join(root, file), 'utf8') }));
}

/** The fact dictionary that all policies speak of. */
export function readDictionary(): Dictionary {
  const loaded = loadDictionary(fs.readFileSync(path.join(root, 'regions/china/facts.yaml'), 'utf8'));
  if (!loaded.ok) throw new Error(`regions/china/facts.yaml: ${JSON.stringify(loaded.problems[0])}`);
  return loaded.value;
}

const said = (reason: string, params: Record<string, string | number>): string =>
  ((words as Record<string, string>)[`reason.${reason}`] ?? reason).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));

/** What keeps policy files from being right: form, meaning, tests, verdicts never seen, contradictions, places, overlapping versions. */
export function policyProblems(files: readonly PolicyFile[], dictionary: Dictionary): string[] {
  const loaded = files.map((file) => ({ file, policy: loadPolicy(file.text, dictionary) }));
  const sound = loaded.flatMap(({ file, policy }) => (policy.ok ? [{ file, policy: policy.value }] : []));
  return [
    ...loaded.flatMap(({ file, policy }) => (policy.ok ? [] : policy.problems.map(({ reason, line, column, params }) => `${file.path}:${line}:${column}: ${said(reason, params)}`))),
    ...sound.flatMap(({ file, policy }) => unsoundIn(file, policy)), ...overlaps(sound),
  ];
}

function unsoundIn({ path: file }: PolicyFile, policy: Policy): string[] {
  const [, region, , folder, name] = file.split('/');
  return [
    ...(folder === policy.code && name === `${policy.version}.yaml` ? [] : [`${file}: holds ${policy.code} ${policy.version} of ${region}`]),
    ...uncited(policy).map((name) => `${file}: ${name} names no article, and is not 待核`),
    ...runTests(policy).filter(({ passed }) => !passed).map(({ name: test, differences }) => `${file}: ${test}: ${differences.join('; ')}`),
    ...coverage(policy).map(({ name: clause, unseen }) => `${file}: no test has seen ${clause} ${unseen.join(', ')}`),
    ...contradictions(policy).map(({ base, exceptions }) => `${file}: ${exceptions.join(' and ')} contradict each other on ${base}`),
  ];
}

/** Values, clauses and results that neither name an article of a document nor are marked as to be verified. */
function uncited({ parameters, clauses, results }: Policy): string[] {
  const values = Object.entries(parameters).map(([name, { basis, unverified }]): [string, string, boolean] => [name, basis?.article ?? '', unverified]);
  const rules = [...Object.entries(clauses), ...Object.entries(results)].map(([name, { article, unverified }]): [string, string, boolean] => [name, article, unverified]);
  return [...values, ...rules].filter(([, article, unverified]) => article === '' && !unverified).map(([name]) => name);
}

function overlaps(sound: readonly { file: PolicyFile; policy: Policy }[]): string[] {
  return sound.flatMap(({ file, policy }, index) => {
    const others = sound.slice(index + 1).filter((other) => path.dirname(other.file.path) === path.dirname(file.path));
    const clash = others.filter(({ policy: other }) => policy.from <= (other.to ?? '9999') && other.from <= (policy.to ?? '9999'));
    return clash.map(({ policy: other }) => `${file.path}: in force at the same time as ${other.version}`);
  });
}

/** Every 待核 of a set of policies, a line each; such a policy is simulated, never published. */
export const unverifiedList = (files: readonly PolicyFile[], dictionary: Dictionary): string[] =>
  files.flatMap((file) => {
    const loaded = loadPolicy(file.text, dictionary);
    return loaded.ok ? unverifiedIn(loaded.value).map((name) => `${file.path}: ${name}`) : [];
  });

/** The policies of all regions. */
export const policies: Check = { name: 'policies: form, meaning, own tests, every verdict seen, no contradictions', problems: () => policyProblems(readPolicyFiles(), readDictionary()) };
