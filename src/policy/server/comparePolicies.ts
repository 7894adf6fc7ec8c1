import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import { changesBetween, withoutGuesses } from '../domain/changes.ts';
import type { openContract } from '../domain/openContract.ts';
import { unverifiedIn, type Policy } from '../domain/policy.ts';
import { shelfOf } from './policyShelf.ts';
import { publicationOfVersion } from './policyVersion.store.ts';
import { seesGuesses } from './seesGuesses.ts';

type Ask = { code: string; before?: string | undefined; after: string };

/** What a version says differently from another; without a name, from the one before it. */
export async function comparePolicies(call: Call, { code, before, after }: Ask): Promise<Answer<Given<typeof openContract.comparePolicies>>> {
  const versions = (await shelfOf(call)).policies.filter((policy) => policy.code === code).toSorted((one, other) => (one.from < other.from ? 1 : -1));
  const later = versions.find(({ version }) => version === after);
  const earlier = before === undefined ? versions.find(({ from }) => later && from < later.from) : versions.find(({ version }) => version === before);
  if (!later || !earlier) return no('notFound');
  const changes = changesBetween(earlier, later);
  const published = await publicationOfVersion(call, code, after);
  return yes({
    code, title: later.title, before: sideOf(earlier), after: sideOf(later), versions: versions.map(({ version, from }) => ({ version, from })),
    changes: seesGuesses(call) ? changes : withoutGuesses(changes),
    published: published ? { at: published.at.toISOString(), report: call.actor.role === 'bureau' ? published.report : null } : null,
  });
}

const sideOf = (policy: Policy) => ({ version: policy.version, from: policy.from, ...(policy.to ? { to: policy.to } : {}), unverified: unverifiedIn(policy).length });
