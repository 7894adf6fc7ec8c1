import { dayOf } from '#platform/clock/clock.ts';
import type { Call } from '#platform/server/call.ts';
import { judge, policyAt, policyOn, type FactSources } from '#policy/server/public.ts';
import { factsOn } from '#registry/server/public.ts';
import type { Assessment } from '../domain/assessment.ts';
import { policyOf, type Programme } from '../domain/programme.ts';

type Known = Awaited<ReturnType<typeof factsOn>>;
type Asked = { programme: Programme; category: string; person_id: string; policy_version: string | null };
type Policy = NonNullable<Awaited<ReturnType<typeof policyAt>>>;

/** The policy that decides a programme: the version it names, else the one pinned when the case or its round was opened; for somebody who has neither, the one in force today. */
export async function policyFor(call: Call, programme: Programme, pinned: string | null = null): Promise<Policy | undefined> {
  const asked = policyOf(programme);
  if (!asked) return undefined;
  const version = asked.version ?? pinned;
  return version ? policyAt(call, asked.code, version) : policyOn(call, asked.code, call.clock.today());
}

/** What the programme's policy says of every category for a person today, each with its explanation; `pinned` as in policyFor. */
export async function assessPerson(call: Call, programme: Programme, personId: string, pinned: string | null = null): Promise<Map<string, Assessment>> {
  const policy = await policyFor(call, programme, pinned);
  if (!policy) return new Map();
  const known = await factsOn(call, personId);
  const of = `${programme.code}@${programme.version} ${policy.version}`;
  const found = judgedBefore.get(known)?.get(of) ?? assessKnown(call, programme, policy, known);
  judgedBefore.set(known, (judgedBefore.get(known) ?? new Map<string, Map<string, Assessment>>()).set(of, found));
  return found;
}

/** One transaction reads a person's facts once and judges them once a programme, however many parts of a page ask. */
const judgedBefore = new WeakMap<Known, Map<string, Map<string, Assessment>>>();

function assessKnown(call: Call, programme: Programme, policy: Policy, { facts, lines }: Known): Map<string, Assessment> {
  const sources: FactSources = Object.fromEntries(Object.entries(lines).map(([name, { source, evidence, recordedAt }]) =>
    [name, { kind: source === 'authority' ? 'authority' : source === 'self' ? 'self' : 'institution', text: `${evidence} · ${dayOf(recordedAt)}` }]));
  return assessFacts(call, programme, policy, facts, sources);
}

/** The same for facts already at hand. */
export function assessFacts(call: Call, programme: Programme, policy: Policy | undefined, facts: Parameters<typeof judge>[1], sources: FactSources = {}): Map<string, Assessment> {
  if (!policy) return new Map();
  const judged = judge(policy, facts, call.clock.today(), sources);
  return new Map(Object.entries(programme.categories).flatMap(([key, { result }]): [string, Assessment][] => {
    const found = judged.results.find(({ name }) => name === result);
    return found ? [[key, { ...found, policy: judged.policy, version: judged.version, judgedOn: judged.asOf }]] : [];
  }));
}

/** Why the person of a case is entitled to its category or not; undefined where no policy decides. */
export const assessCase = async (call: Call, { programme, category, person_id, policy_version }: Asked): Promise<Assessment | undefined> =>
  (await assessPerson(call, programme, person_id, policy_version)).get(category);

/** The best category that a person is surely entitled to: categories are listed from the highest (从优就高). */
export const bestCategory = ({ categories }: Programme, assessed: ReadonlyMap<string, Assessment>, open: readonly string[] = Object.keys(categories)): string | undefined =>
  open.find((key) => assessed.get(key)?.verdict === 'yes' && !categories[key]?.team);

/** The categories open to people of an institution, named by its path: those of its own level, and those that name no institutions. */
export function categoriesAt({ categories }: Programme, organisationPath: string): string[] {
  const within = organisationPath.split('.');
  return Object.keys(categories).filter((key) => categories[key]?.organisations?.some((id) => within.at(-1) === id) ?? true);
}
