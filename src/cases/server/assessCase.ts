import { dayOf } from '#platform/clock/clock.ts';
import type { Call } from '#platform/server/call.ts';
import { judge, policyAt, type FactSources } from '#policy/server/public.ts';
import { factsOn } from '#registry/server/public.ts';
import type { Assessment } from '../domain/assessment.ts';
import { policyOf, type Programme } from '../domain/programme.ts';

type Known = Awaited<ReturnType<typeof factsOn>>;
type Asked = { programme: Programme; category: string; person_id: string };

/** What the programme's policy says of every category for a person today, each with its explanation. */
export async function assessPerson(call: Call, programme: Programme, personId: string): Promise<Map<string, Assessment>> {
  const known = await factsOn(call, personId);
  const before = judgedBefore.get(known)?.get(programme);
  const found = before ?? assessKnown(call, programme, known);
  judgedBefore.set(known, (judgedBefore.get(known) ?? new Map()).set(programme, found));
  return found;
}

/** One transaction reads a person's facts once and judges them once a programme, however many parts of a page ask. */
const judgedBefore = new WeakMap<Known, Map<Programme, Map<string, Assessment>>>();

function assessKnown(call: Call, programme: Programme, { facts, lines }: Known): Map<string, Assessment> {
  const sources: FactSources = Object.fromEntries(Object.entries(lines).map(([name, { source, evidence, recordedAt }]) =>
    [name, { kind: source === 'authority' ? 'authority' : source === 'self' ? 'self' : 'institution', text: `${evidence} · ${dayOf(recordedAt)}` }]));
  return assessFacts(call, programme, facts, sources);
}

/** The same for facts already at hand. */
export function assessFacts(call: Call, programme: Programme, facts: Parameters<typeof judge>[1], sources: FactSources = {}): Map<string, Assessment> {
  const asked = policyOf(programme);
  const policy = asked && policyAt(call, asked.code, asked.version);
  if (!policy) return new Map();
  const judged = judge(policy, facts, call.clock.today(), sources);
  return new Map(Object.entries(programme.categories).flatMap(([key, { result }]): [string, Assessment][] => {
    const found = judged.results.find(({ name }) => name === result);
    return found ? [[key, { ...found, policy: judged.policy, version: judged.version, judgedOn: judged.asOf }]] : [];
  }));
}

/** Why the person of a case is entitled to its category or not; undefined where no policy decides. */
export const assessCase = async (call: Call, { programme, category, person_id }: Asked): Promise<Assessment | undefined> =>
  (await assessPerson(call, programme, person_id)).get(category);

/** The best category that a person is surely entitled to: categories are listed from the highest (从优就高). */
export const bestCategory = ({ categories }: Programme, assessed: ReadonlyMap<string, Assessment>): string | undefined =>
  Object.keys(categories).find((key) => assessed.get(key)?.verdict === 'yes' && !categories[key]?.team);
