import { done, no, yes, type Answer, type Done } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { runDraw } from '../domain/draw.ts';
import { candidatesOf, findDraw, insertMembers, keepResult, markVoid, partiesOf, drawsUnderWay, type DrawRow, type PartyRow } from './draw.store.ts';

/** The outside number is known: it is entered and the panel and its substitutes are drawn in the same act. */
export async function enterExternal(call: Call, { drawId, externalNumber }: { drawId: string; externalNumber: string }): Promise<Answer<{ members: string[]; substitutes: string[] }>> {
  const draw = await findDraw(call, drawId, { lock: true });
  if (!draw) return no('notFound');
  const parties = await partiesOf(call, drawId);
  const refused = refusalOf(call, draw, parties);
  if (refused) return refused;
  const drawn = runDraw(draw.input, {
    commitments: Object.fromEntries(parties.map(({ party, commitment }) => [party, commitment ?? ''])),
    reveals: Object.fromEntries(parties.map(({ party, nonce }) => [party, nonce ?? ''])), externalNumber,
  });
  if (!drawn.ok) return drawn;
  const { members, substitutes, seed } = drawn.value;
  const expertOf = await candidatesOf(call, drawId);
  const experts = (numbers: string[]) => numbers.map((number) => expertOf.get(number) ?? '');
  await keepResult(call, drawId, externalNumber, drawn.value);
  await insertMembers(call, draw.review_round_id, drawId, experts(members), experts(substitutes));
  await audit(call, { act: 'draw.result', subject: drawId, detail: { seed, members: members.length, substitutes: substitutes.length } });
  return yes({ members, substitutes });
}

function refusalOf(call: Call, draw: DrawRow, parties: readonly PartyRow[]) {
  if (draw.voided_at) return no('drawVoid');
  if (draw.drawn_at) return no('drawDone');
  const uncommitted = parties.find(({ commitment }) => !commitment);
  if (uncommitted) return no('drawCommitmentMissing', { params: { party: call.say(`review.party.${uncommitted.party}`) } });
  const silent = parties.find(({ nonce }) => !nonce);
  if (silent) return no('drawRevealMissing', { params: { party: call.say(`review.party.${silent.party}`) } });
  return call.clock.today() < draw.external_on ? no('drawExternalMissing', { params: { externalOn: draw.external_on } }) : undefined;
}

/**
 * The stated rule for late parties: where one has not committed or not revealed in time, the draw is void, publicly and
 * with the party's name, and a new list is published. The outside number is not known yet, so silence steers nothing.
 */
export async function voidLateDraws(call: Call): Promise<Answer<{ voided: string[] }>> {
  const voided: string[] = [];
  for (const draw of await drawsUnderWay(call)) {
    const late = lateParty(call, draw, await partiesOf(call, draw.id));
    if (!late) continue;
    await markVoid(call, draw.id, late.because, late.party);
    await audit(call, { act: 'draw.void', subject: draw.id, detail: late });
    voided.push(draw.id);
  }
  return yes({ voided });
}

function lateParty({ clock }: Call, draw: DrawRow, parties: readonly PartyRow[]): { because: 'commitmentLate' | 'revealLate'; party: string } | undefined {
  const uncommitted = parties.find(({ commitment }) => !commitment);
  if (uncommitted) return clock.now() >= draw.commit_by ? { because: 'commitmentLate', party: uncommitted.party } : undefined;
  const silent = parties.find(({ nonce }) => !nonce);
  return silent && clock.now() >= draw.reveal_by ? { because: 'revealLate', party: silent.party } : undefined;
}

/** The office takes a published list back, which stays public; not once all numbers lie open, when the result could be foreseen. */
export async function withdrawDraw(call: Call, { drawId }: { drawId: string }): Promise<Answer<Done>> {
  const draw = await findDraw(call, drawId, { lock: true });
  if (!draw) return no('notFound');
  if (draw.voided_at) return no('drawVoid');
  if ((await partiesOf(call, drawId)).every(({ nonce }) => nonce)) return no('drawForeseeable');
  await markVoid(call, drawId, 'withdrawn', null);
  await audit(call, { act: 'draw.withdraw', subject: drawId });
  return done;
}
