import type { z } from 'zod';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { policyOn } from '#policy/server/public.ts';
import { organisationTree } from '#registry/server/public.ts';
import type { OpenRound } from '../domain/contract.ts';
import { windowOf } from '../domain/deadline.ts';
import { policyOf } from '../domain/programme.ts';
import { newestVersion, programmeAt, publishedChecksum } from './programme.store.ts';
import { addRound } from './round.store.ts';

/** Opens a call (bureau) or a posting (an institution, for itself) with its own window and places. */
export async function openRound(call: Call, input: z.input<typeof OpenRound>): Promise<Answer<{ roundId: string }>> {
  const newest = await newestVersion(call, input.programme);
  const version = input.version ?? newest;
  if (newest === undefined || version === undefined || (await publishedChecksum(call, input.programme, version)) === undefined) return no('notFound');
  if (input.closesOn < input.opensOn) return no('dateOrder', { field: 'closesOn' });
  const organisationId = input.organisationId ?? call.actor.organisationId;
  const organisation = (await organisationTree(call)).find(({ id }) => id === organisationId);
  if (!organisation || !isOwn(call, organisation.path)) return no('notFound');
  const policy = policyOf(await programmeAt(call, input.programme, version));
  const inForce = policy && (await policyOn(call, policy.code, input.opensOn))?.version;
  if (policy && !(policy.version ?? inForce)) return no('policyNotInForce', { field: 'opensOn', params: { day: input.opensOn } });
  const roundId = call.newId('rnd');
  const { opensAt, closesAt } = windowOf(input.opensOn, input.closesOn);
  await addRound(call, {
    id: roundId, programme_code: input.programme, programme_version: version, organisation_id: organisationId, organisation_path: organisation.path, title: input.title,
    requirements: input.requirements ?? {}, places: input.places ?? null, places_account: input.placesAccount ?? null, policy_version: policy ? policy.version ?? inForce ?? null : null, opens_at: opensAt, closes_at: closesAt,
  });
  await audit(call, { act: 'round.open', subject: roundId, detail: { programme: input.programme, places: input.places ?? null } });
  return yes({ roundId });
}

const isOwn = ({ actor }: Call, path: string) => actor.role === 'bureau' || path === actor.organisationPath || path.startsWith(`${actor.organisationPath}.`);
