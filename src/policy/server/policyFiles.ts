import fs from 'node:fs';
import path from 'node:path';
import { regionFilesUnder, type Region } from '#platform/server/regionFiles.ts';
import { loadDictionary, loadPolicy, type Dictionary, type Policy } from '../domain/policy.ts';

/** A region's policies, checked, with the dictionary they speak in. */
export type PolicyShelf = { dictionary: Dictionary; policies: Policy[] };

const shelves = new Map<string, PolicyShelf>();

/** All policies that a region's files and those of the regions it inherits state; a faulty file is a fault of the data and throws with its place. */
export function filedPolicies(region: Region): PolicyShelf {
  const before = shelves.get(region.folder);
  if (before) return before;
  const dictionary = dictionaryOf(region);
  const policies = regionFilesUnder(region, 'policies', '.yaml').map((file) => readPolicy(file, dictionary));
  const shelf = { dictionary, policies };
  shelves.set(region.folder, shelf);
  return shelf;
}

/** The fact dictionary of a region as text. */
export function dictionaryText(region: Region): string {
  const file = [...region.inheritedFolders, region.folder].map((folder) => path.join(folder, 'facts.yaml')).find((each) => fs.existsSync(each));
  if (!file) throw new Error(`region ${region.id} has no fact dictionary`);
  return fs.readFileSync(file, 'utf8');
}

function dictionaryOf(region: Region): Dictionary {
  const loaded = loadDictionary(dictionaryText(region));
  if (!loaded.ok) throw new Error(`facts.yaml of ${region.id}: ${JSON.stringify(loaded.problems[0])}`);
  return loaded.value;
}

function readPolicy(file: string, dictionary: Dictionary): Policy {
  const loaded = loadPolicy(fs.readFileSync(file, 'utf8'), dictionary);
  if (!loaded.ok) throw new Error(`${file}: ${JSON.stringify(loaded.problems[0])}`);
  return loaded.value;
}

/** Codes of policies that a region has from above: it applies them and cannot publish versions of them. */
export function inheritedCodes(region: Region): ReadonlySet<string> {
  const own = regionFilesUnder({ ...region, inheritedFolders: [] }, 'policies', '.yaml').map((file) => path.basename(path.dirname(file)));
  const all = regionFilesUnder(region, 'policies', '.yaml').map((file) => path.basename(path.dirname(file)));
  return new Set(all.filter((code) => !own.includes(code)));
}
