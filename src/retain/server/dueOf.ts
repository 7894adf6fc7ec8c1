import type { Call } from '#platform/server/call.ts';
import type { Policy } from '#policy/domain/policy.ts';
import { shelfOf } from '#policy/server/public.ts';
import type { Due } from '../domain/entitlementContract.ts';
import type { Named } from '../domain/standing.ts';

/** Says what results of policies give and where that is written; what the shelf no longer holds is named as it was. */
export async function wording(call: Call): Promise<(named: Named) => Due> {
  const { policies } = await shelfOf(call);
  return (named) => dueOf(named, policies.find(({ code, version }) => code === named.policy && version === named.version));
}

function dueOf({ policy: code, version, result }: Named, policy: Policy | undefined): Due {
  const found = policy?.results[result];
  const document = found?.document ?? '';
  return {
    policy: code, version, result, gives: found?.service ?? found?.qualification ?? result, document: policy?.documents[document]?.name ?? document, article: found?.article ?? '',
    unverified: (found?.unsettled.length ?? 0) > 0,
  };
}
