import { createHash } from 'node:crypto';
import { dayOf } from '#platform/clock/clock.ts';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { organisationTree } from '#registry/server/public.ts';
import { sealInput } from '../domain/draw.ts';
import { drawListOf, drawParties, type DrawList, type DrawParty } from '../domain/drawList.ts';
import { drawsOfRound, insertDraw } from './draw.store.ts';
import type { RoundConflict } from './conflict.store.ts';
import { expertsNow, keepRoundConflicts, type ExpertNow } from './roundConflicts.ts';
import { changeRound, findRound, subjectsOf, type FoundRound } from './round.store.ts';

/** What the officer states before a draw: the clocks, the outside number with its day, and who represents each party. */
export type DrawAsk = { reviewRoundId: string; commitBy: Date; revealBy: Date; external: string; externalOn: string; representatives: Record<DrawParty, string> };

/** A party's way in: the code is told once and only its hash is kept. */
export type PartyCode = { party: DrawParty; representative: string; code: string };

/** Publishes the candidate list with its hash; from then on the round takes no further files. */
export async function publishDraw(call: Call, ask: DrawAsk): Promise<Answer<{ drawId: string; inputHash: string; codes: PartyCode[] }>> {
  const round = await findRound(call, ask.reviewRoundId, { lock: true });
  if (!round) return no('notFound');
  const refused = await refusalOf(call, round, ask);
  if (refused) return refused;
  const drawId = call.newId('draw');
  const experts = await expertsNow(call);
  const barred = barredFrom(round, await keepRoundConflicts(call, round.id, experts));
  const list = await listOf(call, { drawId, round, ask, experts, barred });
  const sealed = sealInput(list.input);
  if (!sealed.ok) return sealed;
  const codes = drawParties.map((party) => ({ party, representative: ask.representatives[party], code: freshCode(call) }));
  await keep(call, { drawId, round, ask, list, sealed: sealed.value, codes, barred });
  await audit(call, { act: 'draw.publish', subject: drawId, detail: { reviewRoundId: round.id, inputHash: sealed.value.inputHash, pool: list.input.pool.length, excluded: list.input.recused.length } });
  return yes({ drawId, inputHash: sealed.value.inputHash, codes });
}

async function refusalOf(call: Call, round: FoundRound, ask: DrawAsk) {
  if (!round.rules.meeting) return no('drawNotForeseen');
  if (round.state === 'closed') return no('roundClosed');
  if ((await drawsOfRound(call, round.id)).some(({ voided_at }) => !voided_at)) return no('drawUnderWay');
  if (ask.commitBy <= call.clock.now()) return no('drawClocks', { field: 'commitBy' });
  if (ask.revealBy <= ask.commitBy) return no('drawClocks', { field: 'revealBy' });
  if (ask.externalOn < dayOf(ask.revealBy)) return no('drawExternalEarly', { field: 'externalOn' });
  return (await subjectsOf(call, round.id)).length === 0 ? no('roundEmpty') : undefined;
}

/** Who may not be listed at all: the applicants themselves always, others with a conflict where one bars from the whole round. */
export function barredFrom({ rules }: Pick<FoundRound, 'rules'>, conflicts: readonly RoundConflict[]): Map<string, RoundConflict[]> {
  const counted = conflicts.filter(({ kind }) => rules.conflictBars === 'round' || kind === 'samePerson');
  return Map.groupBy(counted, ({ expertId }) => expertId);
}

type Listing = { drawId: string; round: FoundRound; ask: DrawAsk; experts: readonly ExpertNow[]; barred: ReadonlyMap<string, RoundConflict[]> };

async function listOf(call: Call, { drawId, round, ask, experts, barred }: Listing): Promise<DrawList> {
  const institutions = new Map((await organisationTree(call)).map(({ id, name }) => [id, name]));
  const purpose = call.say('review.draw.purpose', { heading: round.heading, commitBy: ask.commitBy.toISOString(), revealBy: ask.revealBy.toISOString() });
  return drawListOf({
    draw: drawId, purpose, external: `${ask.external} ${ask.externalOn}`, rules: round.rules,
    experts: experts.map(({ id, organisation_id, external }) => ({ expertId: id, institution: institutions.get(organisation_id) ?? organisation_id, external })),
    barred: new Map([...barred].map(([expertId, conflicts]) => [expertId, conflicts.map(({ kind }) => kind)])),
  });
}

type Keeping = Omit<Listing, 'experts'> & { list: DrawList; sealed: { canonical: string; inputHash: string }; codes: PartyCode[] };

async function keep(call: Call, { drawId, round, ask, list, sealed, codes, barred }: Keeping): Promise<void> {
  const attempt = (await drawsOfRound(call, round.id)).length + 1;
  await insertDraw(call, {
    id: drawId, roundId: round.id, attempt, input: list.input, published: sealed.canonical, inputHash: sealed.inputHash,
    commitBy: ask.commitBy, revealBy: ask.revealBy, externalOn: ask.externalOn,
    parties: codes.map(({ party, representative, code }) => ({ party, representative, codeHash: codeHashOf(code) })),
    candidates: [...list.numbers].map(([expertId, number]) => ({ expertId, number })), excluded: [...barred.values()].flat(),
  });
  if (round.state === 'entering') await changeRound(call, round.id, { state: 'judging', judging_since: call.clock.now() });
}

// Two ids end in 120 bits of chance, which nobody guesses.
const freshCode = (call: Call) => `${call.newId('c').slice(-12)}${call.newId('c').slice(-12)}`;

/** What is kept of a party's code. */
export const codeHashOf = (code: string): string => createHash('sha256').update(code).digest('hex');
