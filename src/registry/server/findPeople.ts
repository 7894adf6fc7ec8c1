import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import type { registryContract } from '../domain/contract.ts';
import { nameQuery } from '../domain/nameTokens.ts';
import { nameVariantsOf } from './factFile.ts';
import { searchPeople } from './roster.store.ts';

/** The shortest text that is searched for, in characters. */
export const shortestSearch = 2;

/** People by a piece of their name in characters, initials or pinyin; one character is refused as tooBroad. */
export async function findPeople(call: Call, { q, limit }: { q: string; limit: number }): Promise<Answer<Given<typeof registryContract.findPeople>>> {
  const query = nameQuery(q, nameVariantsOf(call.region));
  if (query.characters < shortestSearch) return no('tooBroad', { field: 'q' });
  const found = await searchPeople(call, query, limit + 1);
  const rows = found.slice(0, limit).map(({ personId, name, organisationName, birthDate }) => ({ personId, name, organisationName, bornIn: birthDate.slice(0, 4) }));
  return yes({ rows, more: found.length > limit });
}
