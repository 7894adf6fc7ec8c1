import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import { completenessOf } from '../domain/completeness.ts';
import type { registryContract } from '../domain/contract.ts';
import { kindByKey, type FactKinds } from '../domain/factKind.ts';
import { factsInForce, type FactRecord } from '../domain/factTimeline.ts';
import { readMark, writeMark } from '../domain/keysetMark.ts';
import { identityFacts } from '../domain/keywords.ts';
import { nameQuery } from '../domain/nameTokens.ts';
import { factKindsOf, nameVariantsOf } from './factFile.ts';
import { selectFacts } from './fact.store.ts';
import { shortestSearch } from './findPeople.ts';
import { countRoster, selectRoster, type ListedPerson, type RosterQuery } from './roster.store.ts';

type Roster = Given<typeof registryContract.listRoster>;
/** What is asked of the roster; empty texts do not narrow it. */
export type RosterAsked = { q: string; organisationId: string; title: string; after?: string | undefined; limit: number };

/** A page of the roster within the actor's scope, with the facts that its columns show. */
export async function listRoster(call: Call, asked: RosterAsked): Promise<Answer<Roster>> {
  const kinds = factKindsOf(call.region);
  const name = asked.q ? nameQuery(asked.q, nameVariantsOf(call.region)) : undefined;
  if (name && name.characters < shortestSearch) return no('tooBroad', { field: 'q' });
  const after = asked.after ? readMark(asked.after) : undefined;
  const titleKind = kindByKey(kinds, 'titleLevel')?.name ?? '';
  const query: RosterQuery = { name, after, organisationId: asked.organisationId, having: asked.title ? [{ kind: titleKind, label: asked.title }] : [], limit: asked.limit + 1 };
  const found = await selectRoster(call, query);
  const page = found.slice(0, asked.limit);
  const last = page.at(-1);
  const facts = Map.groupBy(await selectFacts(call, page.map((person) => person.personId)), (fact) => fact.personId);
  const rows = page.map((person) => rosterLine(call, kinds, person, facts.get(person.personId) ?? []));
  return yes({ rows, next: found.length > asked.limit && last ? writeMark(last.sortKey, last.personId) : null, total: await countRoster(call, query) });
}

function rosterLine(call: Call, kinds: FactKinds, { personId, name, organisationName }: ListedPerson, facts: readonly FactRecord[]): Roster['rows'][number] {
  const inForce = factsInForce(facts, call.clock.today());
  const shown = (key: string) => String(inForce.get(kindByKey(kinds, key)?.name ?? '')?.value ?? '');
  const { percent, missing } = completenessOf(kinds, inForce, [identityFacts.name, identityFacts.idNumber, identityFacts.phone]);
  return {
    personId, name, organisationName, department: shown('department'), title: shown('titleName') || shown('titleLevel'), speciality: shown('speciality'), education: shown('education'),
    arrivedOn: shown('arrivalDate'), percent, missing: missing.length,
  };
}
