import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import type { Download } from '#platform/server/serve.ts';
import type { drawContract, DrawState } from '../domain/drawContract.ts';
import { allDraws, candidatesOf, findDraw, partiesOf, type DrawRow, type PartyRow } from './draw.store.ts';
import { allRounds, findRound, membersIn } from './round.store.ts';

/** What a draw waits for. */
export function drawStateOf(draw: DrawRow, parties: readonly PartyRow[]): DrawState {
  if (draw.voided_at) return 'void';
  if (draw.drawn_at) return 'drawn';
  if (parties.some(({ commitment }) => !commitment)) return 'committing';
  return parties.some(({ nonce }) => !nonce) ? 'revealing' : 'awaitingNumber';
}

/** A draw as one line of a list. */
export async function drawLine(call: Call, draw: DrawRow, heading: string) {
  const state = drawStateOf(draw, await partiesOf(call, draw.id));
  const { seats, substitutes, pool, recused } = draw.input;
  const nextBy = state === 'committing' ? draw.commit_by : state === 'revealing' ? draw.reveal_by : null;
  return {
    drawId: draw.id, reviewRoundId: draw.review_round_id, heading, attempt: draw.attempt, state, publishedAt: draw.published_at,
    nextBy, secondsLeft: nextBy && Math.max(0, Math.floor((Number(nextBy) - Number(call.clock.now())) / 1000)), seats, substitutes, pool: pool.length, excluded: recused.length,
  };
}

/** Every public draw, newest first; void ones stay. */
export async function listDraws(call: Call): Promise<Answer<Given<typeof drawContract.listDraws>>> {
  const headings = new Map((await allRounds(call)).map(({ id, heading }) => [id, heading]));
  const rows = [];
  for (const draw of await allDraws(call)) rows.push(await drawLine(call, draw, headings.get(draw.review_round_id) ?? ''));
  return yes({ rows });
}

/** All that is published of a draw at this moment; nobody's name. */
export async function viewDraw(call: Call, drawId: string): Promise<Answer<Given<typeof drawContract.viewDraw>>> {
  const draw = await findDraw(call, drawId);
  const round = draw && (await findRound(call, draw.review_round_id));
  if (!draw || !round) return no('notFound');
  const parties = await partiesOf(call, drawId);
  return yes({
    ...await drawLine(call, draw, round.heading), inputHash: draw.input_hash, external: draw.input.external, externalOn: draw.external_on, externalNumber: draw.external_number,
    drawnAt: draw.drawn_at, commitBy: draw.commit_by, revealBy: draw.reveal_by,
    voided: draw.voided_at ? { at: draw.voided_at, because: draw.voided_because as 'withdrawn', party: draw.voided_party ?? '' } : null,
    candidates: draw.input.pool.map(({ id, groups }) => ({ number: id, groups })), recused: draw.input.recused.map(({ id, reason }) => ({ number: id, kinds: reason.split('+') })),
    limits: draw.input.limits,
    parties: parties.map((each) => ({
      party: each.party, representative: each.representative, commitment: each.commitment, committedAt: each.committed_at, nonce: each.nonce, revealedAt: each.revealed_at,
    })),
    members: draw.transcript?.members ?? [], drawnSubstitutes: draw.transcript?.substitutes ?? [], seed: draw.transcript?.seed ?? '', seated: await seatedLater(call, draw),
  });
}

/** Substitutes who stepped in since, by number. */
async function seatedLater(call: Call, draw: DrawRow) {
  if (!draw.drawn_at) return [];
  const numberOf = new Map([...await candidatesOf(call, draw.id)].map(([number, expertId]) => [expertId, number]));
  return (await membersIn(call, draw.review_round_id)).flatMap((each) => (each.replaces && each.seated_at
    ? [{ number: numberOf.get(each.expert_id) ?? '', replaces: numberOf.get(each.replaces) ?? '', at: each.seated_at }] : []));
}

const plainFile = (fileName: string, text: string): Download => ({ fileName, mediaType: 'application/json', content: new TextEncoder().encode(text) });

/** The published list, byte for byte as it was hashed. */
export async function drawListFile(call: Call, drawId: string): Promise<Answer<Download>> {
  const draw = await findDraw(call, drawId);
  return draw ? yes(plainFile(`${drawId}-list.json`, draw.published)) : no('notFound');
}

/** The record of a finished draw, which the page for recomputing reads. */
export async function drawRecordFile(call: Call, drawId: string): Promise<Answer<Download>> {
  const draw = await findDraw(call, drawId);
  return draw?.transcript ? yes(plainFile(`${drawId}-record.json`, JSON.stringify(draw.transcript, null, 2))) : no('notFound');
}
