import { done, no, yes, type Answer, type Done } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { commitmentOf } from '../domain/draw.ts';
import type { DrawParty } from '../domain/drawList.ts';
import { findDraw, keepCommitment, keepReveal, partiesOf, type DrawRow, type PartyRow } from './draw.store.ts';
import { codeHashOf } from './publishDraw.ts';

type PartyAsk = { drawId: string; code: string };
type At = { draw: DrawRow; parties: PartyRow[]; own: PartyRow };

/** The party behind a code; a wrong code is answered like a draw that does not exist. */
async function partyAt(call: Call, { drawId, code }: PartyAsk, lock: boolean): Promise<Answer<At>> {
  const draw = await findDraw(call, drawId, { lock });
  const parties = draw ? await partiesOf(call, drawId) : [];
  const own = parties.find(({ code_hash }) => code_hash === codeHashOf(code));
  return draw && own ? yes({ draw, parties, own }) : no('notFound');
}

/** What a party sees through its link: which act is its own now. */
export async function viewParty(call: Call, ask: PartyAsk): Promise<Answer<{ party: DrawParty; representative: string; commitment: string | null; revealed: boolean }>> {
  const at = await partyAt(call, ask, false);
  if (!at.ok) return at;
  const { party, representative, commitment, nonce } = at.value.own;
  return yes({ party, representative, commitment, revealed: nonce !== null });
}

/** A party publishes the hash of its number; it can never be exchanged for another. */
export async function commitNumber(call: Call, { commitment, ...ask }: PartyAsk & { commitment: string }): Promise<Answer<Done>> {
  const at = await partyAt(call, ask, true);
  if (!at.ok) return at;
  const { draw, own } = at.value;
  if (draw.voided_at) return no('drawVoid');
  if (own.commitment) return no('drawCommitted');
  if (call.clock.now() >= draw.commit_by) return no('deadlinePassed', { params: { received: call.clock.now().toISOString() } });
  if (!(await keepCommitment(call, draw.id, own.party, commitment))) return no('drawCommitted');
  await audit(call, { act: 'draw.commit', subject: draw.id, detail: { party: own.party, commitment } });
  return done;
}

/** A party shows the number behind its hash, once all have committed; one that does not fit is refused. */
export async function revealNumber(call: Call, { nonce, ...ask }: PartyAsk & { nonce: string }): Promise<Answer<Done>> {
  const at = await partyAt(call, ask, true);
  if (!at.ok) return at;
  const { draw, parties, own } = at.value;
  const refused = refusalOfReveal(call, at.value, nonce);
  if (refused) return refused;
  if (parties.some(({ commitment }) => !commitment) || !(await keepReveal(call, draw.id, own.party, nonce))) return no('drawRevealed');
  await audit(call, { act: 'draw.reveal', subject: draw.id, detail: { party: own.party } });
  return done;
}

function refusalOfReveal(call: Call, { draw, parties, own }: At, nonce: string) {
  if (draw.voided_at) return no('drawVoid');
  const waiting = parties.find(({ commitment }) => !commitment);
  if (waiting) return no('drawCommitmentMissing', { params: { party: call.say(`review.party.${waiting.party}`) } });
  if (own.nonce) return no('drawRevealed');
  if (call.clock.now() >= draw.reveal_by) return no('deadlinePassed', { params: { received: call.clock.now().toISOString() } });
  if (!/^[0-9a-f]{32,64}$/.test(nonce)) return no('drawNonceShort', { params: { party: own.party } });
  const fits = commitmentOf(draw.input_hash, own.party, nonce) === own.commitment;
  return fits ? undefined : no('drawRevealMismatch', { params: { party: call.say(`review.party.${own.party}`) } });
}
