import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import { sinceEver } from '#registry/domain/planFacts.ts';
import { factsOn, maySeePerson } from '#registry/server/public.ts';
import type { policyContract } from '../domain/contract.ts';
import { judge, type FactSources } from './judge.ts';
import { policiesOn, policyOn } from './policyFiles.ts';

type Judged = Given<typeof policyContract.listOwnEntitlements>;

/** What the policies say of the person who asks, on today's facts. */
export const ownEntitlements = async (call: Call): Promise<Answer<Judged>> => yes(await judgePerson(call, call.actor.personId, call.clock.today()));

/** The same for somebody within the asker's scope; another's person is as good as none. */
export async function explainPerson(call: Call, { personId, code, asOf = call.clock.today() }: { personId: string; code?: string; asOf?: string }): Promise<Answer<Judged>> {
  if (!(await maySeePerson(call, personId))) return no('notFound');
  return yes(await judgePerson(call, personId, asOf, code));
}

async function judgePerson(call: Call, personId: string, asOf: string, code?: string): Promise<Judged> {
  const { facts, lines } = await factsOn(call, personId, asOf);
  const sources: FactSources = Object.fromEntries(Object.entries(lines).map(([name, line]) => [name, { kind: sourceKind(line.source), text: `${line.evidence} ${line.from === sinceEver ? '' : line.from}`.trim() }]));
  const policies = code ? [policyOn(call, code, asOf)].filter((policy) => policy !== undefined) : policiesOn(call, asOf);
  return { judged: policies.map((policy) => judge(policy, facts, asOf, sources)) };
}

const sourceKind = (source: string): 'authority' | 'institution' | 'self' => (source === 'authority' ? 'authority' : source === 'self' ? 'self' : 'institution');
