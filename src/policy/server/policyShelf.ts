import type { Call } from '#platform/server/call.ts';
import type { Tx } from '#platform/server/database.ts';
import { chooseVersion, loadPolicy, type Policy } from '../domain/policy.ts';
import { inSuccession } from '../domain/succession.ts';
import { filedPolicies, type PolicyShelf } from './policyFiles.ts';
import { publishedMarks, publishedSource, type PublishedMark } from './policyVersion.store.ts';

// Keyed by what the database says is published, so a version published through another server is seen by the next transaction here;
// what was read under the same marks stays right for ever, because a published text never changes.
const shelves = new Map<string, PolicyShelf>();
const read = new Map<string, Policy>();
const seen = new WeakMap<Tx, Promise<PolicyShelf>>();
const mostShelves = 64;

/** All policies of the region: from its files, and published here by its officers; each version ends when the next begins. */
export function shelfOf(call: Call): Promise<PolicyShelf> {
  const before = seen.get(call.tx);
  if (before) return before;
  const shelf = readShelf(call);
  seen.set(call.tx, shelf);
  return shelf;
}

/** After a publication the shelf of this transaction is read again. */
export const forgetShelf = ({ tx }: Call): boolean => seen.delete(tx);

async function readShelf(call: Call): Promise<PolicyShelf> {
  const marks = await publishedMarks(call);
  const key = [call.region.folder, ...marks.map(({ checksum }) => checksum)].join('\n');
  const before = shelves.get(key);
  if (before) return before;
  const { dictionary, policies: filed } = filedPolicies(call.region);
  const published: Policy[] = [];
  for (const mark of marks) published.push(await readPublished(call, mark));
  const own = new Set(published.map(nameOf));
  const shelf = { dictionary, policies: inSuccession([...filed.filter((policy) => !own.has(nameOf(policy))), ...published]) };
  if (shelves.size >= mostShelves) shelves.clear();
  shelves.set(key, shelf);
  return shelf;
}

const nameOf = ({ code, version }: Policy): string => `${code}@${version}`;

async function readPublished(call: Call, { code, version, checksum }: PublishedMark): Promise<Policy> {
  const key = `${call.region.folder}\n${checksum}`;
  const before = read.get(key);
  if (before) return before;
  const loaded = loadPolicy(await publishedSource(call, code, version), filedPolicies(call.region).dictionary);
  if (!loaded.ok) throw new Error(`published ${code}@${version} of ${call.regionId}: ${JSON.stringify(loaded.problems[0])}`);
  read.set(key, loaded.value);
  return loaded.value;
}

/** The version of a policy that holds on a day; undefined where there is none. */
export const policyOn = async (call: Call, code: string, asOf: string): Promise<Policy | undefined> => chooseVersion((await shelfOf(call)).policies, code, asOf);

/** One exact version, as cases are pinned to it; a version whose time is over is still there. */
export const policyAt = async (call: Call, code: string, version: string): Promise<Policy | undefined> =>
  (await shelfOf(call)).policies.find((policy) => policy.code === code && policy.version === version);

/** Every policy that judges persons, in the version that holds on a day; those of procedures are asked for by their code. */
export async function policiesOn(call: Call, asOf: string): Promise<Policy[]> {
  const { policies } = await shelfOf(call);
  const codes = [...new Set(policies.filter(({ subject }) => subject === 'person').map((policy) => policy.code))];
  return codes.flatMap((code) => chooseVersion(policies, code, asOf) ?? []);
}
