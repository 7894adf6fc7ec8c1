import type { Call } from '#platform/server/call.ts';
import { factsOfPeople, peopleInScope } from '#registry/server/public.ts';
import { draftCount } from '../domain/draftReport.ts';
import type { Facts, Policy } from '../domain/policy.ts';
import type { DraftReport } from '../domain/changeShape.ts';

const atOnce = 500;

/** Who gains, loses or becomes unknown among everybody in the region; null for a policy that judges no persons. */
export async function reportOn(call: Call, before: Policy | undefined, after: Policy): Promise<DraftReport | null> {
  if (after.subject !== 'person') return null;
  const count = draftCount(before, after, after.from);
  for (let from = ''; ;) {
    const people = await peopleInScope(call, { after: from, limit: atOnce });
    const facts = await factsOfPeople(call, people.map(({ personId }) => personId), after.from);
    for (const { personId, organisationId, organisationName } of people) {
      count.add({ organisationId: organisationId ?? '', organisationName: organisationName ?? '', facts: (facts.get(personId) ?? {}) as Facts });
    }
    if (people.length < atOnce) return count.report();
    from = people.at(-1)?.personId ?? '';
  }
}
