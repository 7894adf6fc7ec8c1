import { no, type Refusal } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { organisationTree } from '#registry/server/public.ts';
import type { FoundCase } from './case.store.ts';

/** The institution that reviews a case itself under the bureau's supervision; undefined where the bureau reviews. */
export async function delegateOf(call: Call, { programme, category, organisation_path: path }: Pick<FoundCase, 'programme' | 'category' | 'organisation_path'>): Promise<{ id: string; name: string } | undefined> {
  const { delegation } = programme;
  if (!delegation?.categories.includes(category)) return undefined;
  const entrusted = new Set(delegation.organisations.map((id) => `${call.regionId}-${id}`));
  return (await organisationTree(call)).find((each) => entrusted.has(each.id) && (path === each.path || path.startsWith(`${each.path}.`)));
}

/** The case is one that its institution reviews itself. */
export const entrusted = async (call: Call, found: FoundCase): Promise<Refusal | undefined> => ((await delegateOf(call, found)) ? undefined : no('notEntrusted'));

/** Only the institution entrusted with this case may take the step. */
export async function byEntrusted(call: Call, found: FoundCase): Promise<Refusal | undefined> {
  const delegate = await delegateOf(call, found);
  if (!delegate) return no('notEntrusted');
  return delegate.id === call.actor.organisationId ? undefined : no('entrustedElsewhere', { params: { organisation: delegate.name } });
}

/** The bureau does not review what it has entrusted to an institution; it supervises. */
export async function notEntrusted(call: Call, found: FoundCase): Promise<Refusal | undefined> {
  const delegate = await delegateOf(call, found);
  return delegate ? no('entrustedElsewhere', { params: { organisation: delegate.name } }) : undefined;
}
