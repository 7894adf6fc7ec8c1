import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import { factKindsOf, factsOn, maySeePerson, peopleById } from '#registry/server/public.ts';
import type { explanationContract } from '../domain/explanationContract.ts';
import type { Facts } from '../domain/policy.ts';
import { writeExplanation, type EvidenceOf, type WrittenExplanation } from '../domain/writtenExplanation.ts';
import type { ExplainedResult } from '../domain/openContract.ts';
import { sourcesOf } from './factSources.ts';
import { judge } from './judge.ts';
import { policyOn } from './policyShelf.ts';

type Written = Given<typeof explanationContract.ownExplanation>;
type Asked = { code: string; result: string };

/** One's own result on one page. */
export const ownExplanation = (call: Call, asked: Asked): Promise<Answer<Written>> => writtenFor(call, call.actor.personId, asked);

/** The same for somebody in scope; another's person is as good as none. */
export const personExplanation = async (call: Call, { personId, ...asked }: Asked & { personId: string }): Promise<Answer<Written>> =>
  (await maySeePerson(call, personId)) ? writtenFor(call, personId, asked) : no('notFound');

async function writtenFor(call: Call, personId: string, { code, result }: Asked): Promise<Answer<Written>> {
  const today = call.clock.today();
  const policy = await policyOn(call, code, today);
  const person = (await peopleById(call, [personId])).get(personId);
  if (!policy?.results[result] || !person) return no('notFound');
  const { facts, lines } = await factsOn(call, personId);
  const judged = judge(policy, facts as Facts, today, sourcesOf(lines)).results.find(({ name }) => name === result);
  if (!judged) return no('notFound');
  return yes({ name: person.name, organisationName: person.organisationName ?? '', platform: call.region.platform, madeOn: today, explanation: writtenExplanation(call, { ...judged, version: policy.version, judgedOn: today }) });
}

/** A judgement in the words that the page and the letter share. */
export const writtenExplanation = (call: Call, judged: ExplainedResult & { version: string; judgedOn: string }): WrittenExplanation => writeExplanation(judged, call.say, evidenceIn(call));

function evidenceIn(call: Call): EvidenceOf {
  const { kinds } = factKindsOf(call.region);
  return (fact) => kinds.get(fact)?.evidence ?? [];
}
