import type { FastifyInstance } from 'fastify';
import { actorFrom } from '#platform/server/account.store.ts';
import { visitorActor, type Actor } from '#platform/domain/actor.ts';
import { no, yes } from '#platform/domain/answer.ts';
import { sayIn } from '#platform/domain/words.ts';
import type { MovableClock } from '#platform/clock/clock.ts';
import type { App } from '#platform/server/call.ts';
import { httpServer } from '#platform/server/http.ts';
import { seededBytes } from '#platform/server/seededBytes.ts';
import type { Bound } from '#platform/server/serve.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { wordsZh } from '../src/words.ts';
import type { Asked } from './askings.ts';

export type Told = App & { clock: MovableClock; url: string };

/** Two databases that were one, and the doors before them. */
export type Twins = { left: Told; right: Told; leftDoor: FastifyInstance; rightDoor: FastifyInstance; actors: ReadonlyMap<string, Actor> };

/** A request that two worlds answered differently: who asked what, and where the answers part. */
export type Parting = { who: string; asked: string; what: 'status' | 'headers' | 'body'; left: string; right: string };

/** Clones a told database twice; each side then gets one secret of its own. The database must be closed. */
export async function openTwins(told: Told, routes: Bound[]): Promise<Twins> {
  const [left, right] = [await cloneOf(told), await cloneOf(told)];
  const actors = await everybody(left);
  const door = (app: Told) => httpServer(app, routes, async (_app, token) => { const actor = actors.get(token); return actor ? yes(actor) : no('signInNeeded'); });
  return { left, right, leftDoor: await door(left), rightDoor: await door(right), actors };
}

/** A told database that speaks with the product's words; ids made from here on are the same in every clone. */
async function cloneOf(told: Told): Promise<Told> {
  const database = await testDatabase({ twinOf: told });
  return { ...database, crypto: told.crypto, bytes: seededBytes('twins'), say: (key, params) => sayIn(wordsZh, key, params) };
}

/** Everybody whom the demonstration knows, by sign-in name, and a visitor of each region that has accounts. */
async function everybody({ db }: App): Promise<Map<string, Actor>> {
  const rows = await db.selectFrom('account').selectAll().where('demo', '=', true).where('shut_at', 'is', null).orderBy('id').execute();
  const visitors = [...new Set(rows.map((row) => row.region_id))].map((region): [string, Actor] => [`${visiting}${region}`, visitorActor(region)]);
  return new Map([...visitors, ...rows.map((row): [string, Actor] => [row.sign_in_name, actorFrom(row)])]);
}

const visiting = 'visitor of ';

// The date of an answer is the wall's; everything else must be the same.
const timeHeaders = ['date'];
// So is how many connections the machine happens to hold open at this moment.
const gauges = /"connections":\d+/g;

/** Puts the same questions to both worlds, one after another in each, and tells where they part. */
export async function partingsOf({ leftDoor, rightDoor }: Pick<Twins, 'leftDoor' | 'rightDoor'>, questions: readonly Asked[]): Promise<Parting[]> {
  const partings: Parting[] = [];
  for (const question of questions) {
    const [left, right] = await Promise.all([answerOf(leftDoor, question), answerOf(rightDoor, question)]);
    const asked = `${question.method} ${question.url}`;
    const tell = (what: Parting['what'], one: string, other: string) => { if (one !== other) partings.push({ who: question.who, asked, what, ...around(one, other) }); };
    tell('status', String(left.status), String(right.status));
    tell('headers', left.headers, right.headers);
    tell('body', left.body, right.body);
  }
  return partings;
}

async function answerOf(door: FastifyInstance, { who, method, url, body }: Asked) {
  const cookies: Record<string, string> = who.startsWith(visiting) ? { xinglin_region: who.slice(visiting.length) } : { xinglin_session: who };
  const headers = method === 'POST' ? { 'idempotency-key': url } : {};
  const reply = await door.inject({ method, url, cookies, headers, ...(body === undefined ? {} : { payload: body }) });
  const told = Object.entries(reply.headers).filter(([name]) => !timeHeaders.includes(name)).toSorted();
  return { status: reply.statusCode, headers: JSON.stringify(told), body: reply.rawPayload.toString('latin1').replace(gauges, '') };
}

/** The text just before two answers part, and what each says there. */
function around(one: string, other: string): { left: string; right: string } {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const piece = (text: string) => Buffer.from(text.slice(Math.max(0, at - 60), at + 90), 'latin1').toString('utf8');
  return { left: piece(one), right: piece(other) };
}
