import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import { sinceEver } from '#registry/domain/planFacts.ts';
import { factsOn, maySeePerson } from '#registry/server/public.ts';
import type { policyContract } from '../domain/contract.ts';
import type { Policy } from '../domain/policy.ts';
import type { FactSources } from './judge.ts';
import { judgeStanding } from './judgeStanding.ts';
import { policiesOn, policyAt, policyOn } from './policyShelf.ts';

/** All policies in force, one of them, or one in an exact version. */
type Chosen = { code?: string | undefined; version?: string | undefined };
type Judged = Given<typeof policyContract.listOwnEntitlements>;

/** What the policies say of the person who asks, on today's facts. */
export const ownEntitlements = async (call: Call, chosen: Chosen = {}): Promise<Answer<Judged>> => yes(await judgePerson(call, call.actor.personId, call.clock.today(), chosen));

/** The same for somebody within the asker's scope; another's person is as good as none. */
export async function explainPerson(call: Call, { personId, code, asOf = call.clock.today() }: { personId: string; code?: string; asOf?: string }): Promise<Answer<Judged>> {
  if (!(await maySeePerson(call, personId))) return no('notFound');
  return yes(await judgePerson(call, personId, asOf, { code }));
}

async function judgePerson(call: Call, personId: string, asOf: string, chosen: Chosen): Promise<Judged> {
  const { facts, lines } = await factsOn(call, personId, asOf);
  const sources: FactSources = Object.fromEntries(Object.entries(lines).map(([name, line]) => [name, { kind: sourceKind(line.source), text: `${line.evidence} ${line.from === sinceEver ? '' : line.from}`.trim() }]));
  return { judged: judgeStanding(await policiesFor(call, asOf, chosen), facts, asOf, sources) };
}

async function policiesFor(call: Call, asOf: string, { code, version }: Chosen): Promise<Policy[]> {
  if (!code) return policiesOn(call, asOf);
  const policy = await (version ? policyAt(call, code, version) : policyOn(call, code, asOf));
  return policy ? [policy] : [];
}

const sourceKind = (source: string): 'authority' | 'institution' | 'self' => (source === 'authority' ? 'authority' : source === 'self' ? 'self' : 'institution');
