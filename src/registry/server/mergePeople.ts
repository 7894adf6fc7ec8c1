import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { employmentsOf, insertEmployments } from './employment.store.ts';
import { selectFacts } from './fact.store.ts';
import { closeDoublesOf, lockOpenDouble, proposeDoubles, stampDouble } from './likelyDouble.store.ts';
import { lockPeople, stampMerged } from './person.store.ts';
import { moveWorks } from './work.store.ts';
import { writeFacts } from './writeFacts.ts';

/** Decides that two records are one person: the kept one receives what the other knew, the other points at it. */
export async function mergePeople(call: Call, { doubleId, keep }: { doubleId: string; keep: string }): Promise<Answer<{ personId: string }>> {
  const pair = await lockOpenDouble(call, doubleId);
  if (!pair || ![pair.personId, pair.otherPersonId].includes(keep)) return no('notFound');
  const gone = pair.personId === keep ? pair.otherPersonId : pair.personId;
  await lockPeople(call, [keep, gone]);
  const facts = await selectFacts(call, [gone]);
  await writeFacts(call, facts.map(({ kind, value, from, to, source, evidence, verifiedAs }) => ({ personId: keep, kind, value, from, to: to ?? undefined, source, evidence, verifiedAs })));
  const employments = await employmentsOf(call, [gone]);
  await insertEmployments(call, employments.map(({ organisationId, post, from, to }) => ({ employmentId: call.newId('emp'), personId: keep, organisationId, post, from, to })));
  await moveWorks(call, gone, keep);
  await stampMerged(call, gone, keep);
  await stampDouble(call, doubleId, 'merged');
  await closeDoublesOf(call, gone);
  await proposeDoubles(call, [keep]);
  await audit(call, { act: 'person.merge', subject: keep, detail: { gone } });
  return yes({ personId: keep });
}

/** Decides that two records are two people; the pair is not proposed again. */
export async function keepApart(call: Call, { doubleId }: { doubleId: string }): Promise<Answer<{ doubleId: string }>> {
  const pair = await lockOpenDouble(call, doubleId);
  if (!pair) return no('notFound');
  await stampDouble(call, doubleId, 'distinct');
  await audit(call, { act: 'person.keepApart', subject: pair.personId, detail: { other: pair.otherPersonId } });
  return yes({ doubleId });
}
