import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import { servingProgrammes } from '#cases/server/public.ts';
import { policiesOn } from '#policy/server/public.ts';
import { factKindsOf } from '#registry/server/public.ts';
import type { entitlementContract } from '../domain/entitlementContract.ts';
import { topQuestions } from '../domain/topQuestions.ts';
import { wording } from './dueOf.ts';
import { countEntitlements, listEntitlementRows, ownEntitlements as ownRows } from './entitlement.store.ts';
import { knownOf } from './judgePeople.ts';
import { standingOfOne } from './ownStanding.ts';
import { judgedSoFar, peopleLacking as selectLacking, rankUnlocks as selectUnlocks } from './standing.store.ts';

type Contract = typeof entitlementContract;

const questionsShown = 5;
const mostListed = 2_000;

/** What a talent may confirm, what wants evidence, and which questions would settle most. */
export async function ownEntitlements(call: Call, _: object = {}): Promise<Answer<Given<Contract['ownEntitlements']>>> {
  const known = (await knownOf(call, [call.actor.personId])).get(call.actor.personId);
  const standing = known ? await standingOfOne(call, known) : { sure: [], evidence: [], questions: [] };
  const due = await wording(call);
  const serving = await servingProgrammes(call);
  return yes({
    judgedOn: call.clock.today(),
    entitlements: (await ownRows(call)).map((row) => ({ ...due(row), id: row.id, state: row.state as 'offered', since: row.since, caseId: row.case_id, programme: served(serving, row) })),
    evidence: standing.evidence.map((each) => ({ ...due(each), facts: each.facts, programme: served(serving, each) })),
    questions: { total: standing.questions.length, top: topQuestions(standing, questionsShown).map(({ fact, alone, among }) => ({ ...asked(call, fact), alone: alone.map(due), among })) },
  });
}

function served(serving: Awaited<ReturnType<typeof servingProgrammes>>, of: { policy: string; result: string }) {
  const found = serving(of);
  return found ? { code: found.programme, title: found.title, waits: found.waits } : null;
}

/** How a fact is asked for and what proves it, as the dictionary says. */
function asked(call: Call, fact: string) {
  const kind = factKindsOf(call.region).kinds.get(fact);
  return { fact, ask: kind?.ask || fact, evidence: kind?.evidence ?? [] };
}

/** Which missing fact would settle how many answers for how many people of the office. */
export async function rankUnlocks(call: Call): Promise<Answer<Given<Contract['rankUnlocks']>>> {
  const gives = await givenBy(call);
  const rows = (await selectUnlocks(call)).map(({ fact, people, alone, among, aloneResults }) => ({ ...asked(call, fact), people, alone, among, results: aloneResults.map((each) => ({ policy: each.policy, gives: gives(each), people: each.people })) }));
  return yes({ ...(await judgedSoFar(call)), counts: await countEntitlements(call), rows });
}

/** Who lacks a fact, and what would become clear for each. */
export async function peopleLacking(call: Call, { fact }: { fact: string }): Promise<Answer<Given<Contract['peopleLacking']>>> {
  if (!factKindsOf(call.region).kinds.has(fact)) return no('notFound');
  const gives = await givenBy(call);
  const rows = (await selectLacking(call, { fact, limit: mostListed })).map((row) => ({ ...row, results: row.results.map((each) => ({ ...each, gives: gives(each) })) }));
  return yes({ ...asked(call, fact), rows });
}

/** Entitlements of the people in the office's reach in one state. */
export async function listEntitlements(call: Call, { state, unserved }: { state: 'offered' | 'confirmed' | 'declined'; unserved: 'true' | 'false' }): Promise<Answer<Given<Contract['listEntitlements']>>> {
  const due = await wording(call);
  const rows = await listEntitlementRows(call, { state, unserved: unserved === 'true', limit: mostListed });
  return yes({ rows: rows.map(({ policy, version, result, id, personId, name, organisationName, since, caseId }) => ({ ...due({ policy, version, result }), id, personId, name, organisationName, since, caseId })) });
}

/** What a result of a policy in force gives, in words. */
async function givenBy(call: Call): Promise<(of: { policy: string; result: string }) => string> {
  const policies = await policiesOn(call, call.clock.today());
  return ({ policy, result }) => {
    const found = policies.find(({ code }) => code === policy)?.results[result];
    return found?.service ?? found?.qualification ?? result;
  };
}
