import { createHash } from 'node:crypto';
import { expectYes } from '#platform/domain/answer.ts';
import { visitorActor, type Actor } from '#platform/domain/actor.ts';
import { dayOf } from '#platform/clock/clock.ts';
import { perform } from '#platform/server/call.ts';
import { commitmentOf } from '#review/domain/draw.ts';
import { drawParties, type DrawParty } from '#review/domain/drawList.ts';
import { commitNumber, revealNumber } from '#review/server/drawParty.ts';
import { enterExternal } from '#review/server/enterExternal.ts';
import { publishDraw, type PartyCode } from '#review/server/publishDraw.ts';
import type { Telling } from './later.ts';

/** When each act of a draw happens; without a clock to move, all at once. */
export type DrawDays = { commitBy: Date; revealBy: Date; at?: (act: 'publish' | 'commit' | 'reveal' | 'external') => void };

const minute = 60_000;

/** The public draw of a round: published, committed, shown, drawn; a running one waits for its last party. */
export async function tellDraw(telling: Telling, officer: Actor, { id }: { id: string }, days?: DrawDays): Promise<void> {
  const { app, job, round, words } = telling;
  if (round.draw === 'none' || !words) return;
  const known = await app.db.selectFrom('draw').select('id').where('region_id', '=', job.regionId).where('review_round_id', '=', id).executeTakeFirst();
  if (known) return; // the parties' codes of a telling that was cut off are gone; its draw becomes void by the clock
  const now = app.clock.now().getTime();
  const { commitBy, revealBy, at } = days ?? { commitBy: new Date(now + 10 * minute), revealBy: new Date(now + 20 * minute) };
  at?.('publish');
  const { drawId, inputHash, codes } = expectYes(await perform(app, officer, publishDraw, { reviewRoundId: id, commitBy, revealBy, external: words.external, externalOn: dayOf(revealBy), representatives: words.representatives }));
  at?.('commit');
  const parties = round.draw === 'running' ? drawParties.slice(0, 2) : drawParties;
  for (const party of parties) await commit(telling, { drawId, inputHash, codes }, party);
  if (round.draw === 'running') return;
  at?.('reveal');
  for (const party of parties) expectYes(await perform(app, visitorActor(job.regionId), revealNumber, { drawId, code: codeOf(codes, party), nonce: nonceOf(drawId, party) }));
  at?.('external');
  const drawn = await perform(app, officer, enterExternal, { drawId, externalNumber: words.externalNumber });
  if (!drawn.ok && drawn.reason !== 'drawExternalMissing') expectYes(drawn); // just before midnight the number belongs to tomorrow
}

async function commit({ app, job }: Telling, { drawId, inputHash, codes }: { drawId: string; inputHash: string; codes: PartyCode[] }, party: DrawParty): Promise<void> {
  expectYes(await perform(app, visitorActor(job.regionId), commitNumber, { drawId, code: codeOf(codes, party), commitment: commitmentOf(inputHash, party, nonceOf(drawId, party)) }));
}

const codeOf = (codes: readonly PartyCode[], party: DrawParty) => codes.find((each) => each.party === party)?.code ?? '';
const nonceOf = (drawId: string, party: DrawParty) => createHash('sha256').update(`${drawId}/${party}`).digest('hex').slice(0, 32);
