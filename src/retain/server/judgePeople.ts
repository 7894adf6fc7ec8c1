import { yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { sinceDay } from '#policy/domain/since.ts';
import type { Facts, Policy } from '#policy/domain/policy.ts';
import { factsUnder } from '#policy/domain/reach.ts';
import { policiesOn } from '#policy/server/public.ts';
import { factsOfPeople, factsOn, peopleInScope } from '#registry/server/public.ts';
import { reconcile } from '../domain/reconcile.ts';
import { standingsOf, type Known, type Named, type Standing } from '../domain/standing.ts';
import { insertOffers, keptOf, overtake, type Basis, type NewEntitlement } from './entitlement.store.ts';
import { keepStandings, lockJudging } from './standing.store.ts';

export type Judging = { people: number; offered: number; overtaken: number };

/** Judges people again under every policy in force and keeps what changed: offers, what they overtake, where each stands. Doing it twice changes nothing. */
export async function judgePeople(call: Call, { personIds }: { personIds: readonly string[] }): Promise<Answer<Judging>> {
  await lockJudging(call);
  const known = await knownOf(call, personIds);
  const ids = [...known.keys()];
  const policies = await policiesOn(call, call.clock.today());
  const standings = standingsOf(policies, [...known.values()], call.clock.today());
  const kept = await keptOf(call, ids);
  const offers: NewEntitlement[] = [];
  const overtaken: string[] = [];
  for (const [index, personId] of ids.entries()) {
    const changed = reconcile(kept.get(personId) ?? [], (standings[index] as Standing).sure);
    overtaken.push(...changed.overtaken);
    for (const named of changed.offer) offers.push(await offerOf(call, { personId, named, policies, sure: known.get(personId)?.sure ?? {} }));
  }
  await overtake(call, overtaken); // first: an older version makes room for the one in its place
  await insertOffers(call, offers);
  await keepStandings(call, ids.map((personId, index) => ({ personId, standing: standings[index] as Standing })));
  const judging = { people: ids.length, offered: offers.length, overtaken: overtaken.length };
  if (offers.length + overtaken.length > 0) await audit(call, { act: 'entitlement.judge', subject: call.regionId, detail: judging });
  return yes(judging);
}

/** What the rules know of people who are there and have not withdrawn consent. */
export async function knownOf(call: Call, personIds: readonly string[]): Promise<Map<string, Known>> {
  const people = await peopleInScope(call, { limit: personIds.length, personIds });
  const ids = people.map(({ personId }) => personId);
  const today = call.clock.today();
  const all = await factsOfPeople(call, ids, today);
  const sure = await factsOfPeople(call, ids, today, { sureOnly: true });
  return new Map(ids.map((id) => [id, { all: (all.get(id) ?? {}) as Facts, sure: (sure.get(id) ?? {}) as Facts }]));
}

type Offering = { personId: string; named: Named; policies: readonly Policy[]; sure: Facts };

/** Nobody was entitled before the facts it rests on began to hold, as far as anybody told when. */
const latest = (since: string, basis: Basis): string => [since, ...Object.values(basis).map(({ from }) => from)].toSorted().at(-1) ?? since;

/** An offer with what it rests on: only facts that stand on their authority's word, so that it can be judged again years later. */
async function offerOf(call: Call, { personId, named, policies, sure }: Offering): Promise<NewEntitlement> {
  const policy = policies.find(({ code, version }) => code === named.policy && version === named.version);
  if (!policy) throw new Error(`offered by no policy in force: ${named.policy}@${named.version}`);
  const { lines } = await factsOn(call, personId);
  const basis: Basis = Object.fromEntries(factsUnder(policy, named.result).flatMap((name) => {
    const line = sure[name] === undefined ? undefined : lines[name];
    return line ? [[name, { value: line.value, source: line.source, evidence: line.evidence, from: line.from }]] : [];
  }));
  return {
    id: call.newId('ent'), person_id: personId, policy: named.policy, version: named.version, result: named.result, judged_on: call.clock.today(),
    since: latest(sinceDay(policy, named.result, sure, call.clock.today()), basis), unverified: (policy.results[named.result]?.unsettled.length ?? 0) > 0, basis,
  };
}
