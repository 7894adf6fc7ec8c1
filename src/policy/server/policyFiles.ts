import fs from 'node:fs';
import path from 'node:path';
import type { Call } from '#platform/server/call.ts';
import { regionFilesUnder, type Region } from '#platform/server/regionFiles.ts';
import { chooseVersion, loadDictionary, loadPolicy, type Dictionary, type Policy } from '../domain/policy.ts';

/** A region's policies as its files state them, checked. */
export type PolicyShelf = { dictionary: Dictionary; policies: Policy[] };

const shelves = new Map<string, PolicyShelf>();

/** All policies of a region and of the regions it inherits; a faulty file is a fault of the data and throws with its place. */
export function shelfOf(region: Region): PolicyShelf {
  const before = shelves.get(region.folder);
  if (before) return before;
  const dictionary = dictionaryOf(region);
  const policies = regionFilesUnder(region, 'policies', '.yaml').map((file) => readPolicy(file, dictionary));
  const shelf = { dictionary, policies };
  shelves.set(region.folder, shelf);
  return shelf;
}

function dictionaryOf(region: Region): Dictionary {
  const file = [...region.inheritedFolders, region.folder].map((folder) => path.join(folder, 'facts.yaml')).find((each) => fs.existsSync(each));
  if (!file) throw new Error(`region ${region.id} has no fact dictionary`);
  const loaded = loadDictionary(fs.readFileSync(file, 'utf8'));
  if (!loaded.ok) throw new Error(`${file}: ${JSON.stringify(loaded.problems[0])}`);
  return loaded.value;
}

function readPolicy(file: string, dictionary: Dictionary): Policy {
  const loaded = loadPolicy(fs.readFileSync(file, 'utf8'), dictionary);
  if (!loaded.ok) throw new Error(`${file}: ${JSON.stringify(loaded.problems[0])}`);
  return loaded.value;
}

/** The version of a policy that holds on a day; undefined where there is none. */
export const policyOn = ({ region }: Call, code: string, asOf: string): Policy | undefined => chooseVersion(shelfOf(region).policies, code, asOf);

/** One exact version, as cases are pinned to it. */
export const policyAt = ({ region }: Pick<Call, 'region'>, code: string, version: string): Policy | undefined =>
  shelfOf(region).policies.find((policy) => policy.code === code && policy.version === version);

/** Every policy that judges persons, in the version that holds on a day; those of procedures are asked for by their code. */
export function policiesOn(call: Call, asOf: string): Policy[] {
  const codes = [...new Set(shelfOf(call.region).policies.filter(({ subject }) => subject === 'person').map((policy) => policy.code))];
  return codes.flatMap((code) => policyOn(call, code, asOf) ?? []);
}
