import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import { dayOf } from '#platform/clock/clock.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import type { registryContract } from '../domain/contract.ts';
import { employ } from './employ.ts';
import { lockOpenCheck, selectOpenChecks, stampCheck } from './identityCheck.store.ts';

/** Who waits to be moved between rosters. */
export async function listIdentityChecks(call: Call): Promise<Answer<Given<typeof registryContract.listIdentityChecks>>> {
  return yes((await selectOpenChecks(call)).map(({ organisationId: _, askedAt, ...check }) => ({ ...check, askedOn: dayOf(askedAt) })));
}

/** Moves the person to the asking institution, or leaves them where they are. */
export async function decideIdentityCheck(call: Call, { checkId, move }: { checkId: string; move: boolean }): Promise<Answer<{ checkId: string }>> {
  const check = await lockOpenCheck(call, checkId);
  if (!check) return no('notFound');
  if (move) {
    const moved = await employ(call, { personId: check.personId, organisationId: check.organisationId, from: check.from, post: check.post });
    if (!moved.ok) return moved;
  }
  await stampCheck(call, checkId, move ? 'moved' : 'declined');
  await audit(call, { act: 'person.identityCheck', subject: check.personId, detail: { checkId, move } });
  return yes({ checkId });
}
