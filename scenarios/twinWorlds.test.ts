import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { z } from 'zod';
import { visitorActor, type Actor } from '#platform/domain/actor.ts';
import { yes } from '#platform/domain/answer.ts';
import { route } from '#platform/domain/contract.ts';
import { sayIn } from '#platform/domain/words.ts';
import { aesCrypto } from '#platform/server/crypto.ts';
import { runJobsOnce } from '#platform/server/jobs.ts';
import type { Bound } from '#platform/server/serve.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { tellStory } from '#demo/story.ts';
import { routes } from '../src/routes.ts';
import { wordsZh } from '../src/words.ts';
import { askingsOf, readingRoutes, valuesOf, type Asked, type Values } from './askings.ts';
import { secrets, type Secret } from './twinSecrets.ts';
import { openTwins, partingsOf, type Told, type Twins } from './twins.ts';

// A count that nobody would think harmful: it tells that somebody was thought much of.
const planted: Bound = {
  name: 'planted', route: route({ method: 'GET', path: '/api/planted', may: ['visitor', 'talent', 'employer'], summary: 'A leak', response: z.object({ praised: z.int() }) }),
  answer: async (_input, { tx, regionId }) => yes({ praised: (await tx.selectFrom('panel_seat').select('panel_id').where('region_id', '=', regionId).where('score_tenths', '>', 800).execute()).length }),
};

const told: Told = { ...(await testDatabase()), crypto: aesCrypto('11'.repeat(32)), say: (key, params) => sayIn(wordsZh, key, params) };

before(async () => {
  await tellStory(told);
  await drain(told);
  await told.close(); // a database is cloned only while nobody is in it
});

const drain = async (app: Told) => { while ((await runJobsOnce(app)) > 0); };

type Worlds = { twins: Twins; asking(chosen: readonly Bound[]): Asked[] };

/** The worlds of one secret, told on both sides, with the questions of those who must not know. */
async function worldsOf(secret: Secret): Promise<Worlds> {
  const twins = await openTwins(told, [...routes, planted]);
  const about = await secret.tell(twins.left, twins.actors, 'left');
  assert.deepEqual(await secret.tell(twins.right, twins.actors, 'right'), about, 'both sides are asked after by the same ids');
  await drain(twins.left);
  await drain(twins.right);
  const values = await valuesOf(twins.left, about);
  const askers = askersOf(secret, twins.actors);
  return { twins, asking: (chosen) => [...inTurn(askers.flatMap(([who, actor]) => open(chosen, actor).map((bound) => askingsOf(bound, who, actor, values)))), ...atShutDoors(chosen, askers, values), ...(secret.also ?? [])] };
}

/** Those who would look from another region; what the other roles may do there is tried here. */
const lookingIn = ['visitor', 'talent', 'employer', 'bureau', 'auditor'];

/** Of each role one who must not know, and some of another region; of talents, institutions and reviewers here two, as each sees a part of their own. */
function askersOf(secret: Secret, actors: Twins['actors']): [string, Actor][] {
  const alike = Map.groupBy([...actors].filter(([who, actor]) => !secret.mayKnow(who, actor)), ([, { role, regionId }]) => `${role} ${regionId}`);
  return [...alike.values()].flatMap((list) => {
    const { role = '', regionId = '' } = list[0]?.[1] ?? {};
    return regionId === 'putuo' ? list.slice(0, ['talent', 'employer', 'reviewer'].includes(role) ? 2 : 1) : list.slice(0, regionId === secret.elsewhere && lookingIn.includes(role) ? 1 : 0);
  });
}

const open = (chosen: readonly Bound[], { role }: Actor) => readingRoutes(chosen).filter(({ route: { may } }) => may.includes(role));
const mostQuestions = 600;

/** The first question of every route and asker, then the others in turn until there are enough. */
function inTurn(lists: Asked[][]): Asked[] {
  const deepest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: deepest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat().slice(0, Math.max(mostQuestions, lists.length));
}

/** A shut door is tried once by one of each role: it judges the role before it looks at anything. */
function atShutDoors(chosen: readonly Bound[], askers: [string, Actor][], values: Values): Asked[] {
  const ofRole = new Map(askers.toReversed().map(([who, actor]) => [actor.role, [who, actor] as const]));
  return [...ofRole.values()].flatMap(([who, actor]) => readingRoutes(chosen).filter(({ route: { may } }) => !may.includes(actor.role)).flatMap((bound) => askingsOf(bound, who, actor, values)));
}

for (const secret of secrets) {
  test(`两个世界只差一处(${secret.name}):不该知道的人,得到的字节一个不差`, { timeout: 480_000 }, async () => {
    const { twins, asking } = await worldsOf(secret);
    const questions = asking(routes);
    assert.ok(questions.length >= 200, `only ${questions.length} questions`);
    assert.deepEqual(await partingsOf(twins, questions), []);
    if (secret.name === hiddenScore) await plantedLeakIsFound(twins, asking([planted]));
  });
}

const hiddenScore = 'a hidden score';

/** The same questions and comparison find a leak where there is one. */
async function plantedLeakIsFound(twins: Twins, questions: readonly Asked[]): Promise<void> {
  const partings = await partingsOf(twins, questions);
  assert.deepEqual([...new Set(partings.map(({ asked, what }) => `${asked} ${what}`))], ['GET /api/planted body']);
  assert.deepEqual(new Set(partings.map(({ who }) => twins.actors.get(who)?.role)), new Set(['visitor', 'talent', 'employer']));
}

test('登记的每条读路由都有人问到,包括以后新增的', () => {
  const reading = readingRoutes(routes);
  assert.equal(reading.length, routes.filter(({ route: { method, asks, file } }) => (method === 'GET' || asks) && file !== 'in').length);
  const values: Values = () => ['some'];
  const unheard: Bound = { name: 'unheard', route: route({ method: 'GET', path: '/api/unheard/:strangeId', may: ['talent'], summary: 'New', params: z.object({ strangeId: z.string() }), query: z.object({ sort: z.enum(['up', 'down']), only: z.boolean().optional() }), response: z.object({}) }), answer: async () => yes({}) };
  const asked = askingsOf(unheard, 'x', { ...visitorActor('putuo'), role: 'talent' }, values).map(({ url }) => url);
  assert.deepEqual(asked, ['/api/unheard/some?sort=up', '/api/unheard/some?sort=down', '/api/unheard/some?sort=up&only=true', '/api/unheard/some?sort=up&only=false', '/api/unheard/strangeId_none?sort=up']);
});
