import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { clockActor, type Actor } from '../domain/actor.ts';
import { no, yes } from '../domain/answer.ts';
import { route } from '../domain/contract.ts';
import { answerRequest, type Asking } from './answerRequest.ts';
import { audit } from './audit.ts';
import { serve } from './serve.ts';
import { testDatabase } from './testDatabase.ts';

const app = await testDatabase();
const bureau: Actor = { ...clockActor('putuo'), accountId: 'acc_sun', role: 'bureau' };
let done = 0;
const response = z.object({ n: z.int() });
const body = z.strictObject({ name: z.string().max(5), fail: z.boolean().optional() });
const contract = {
  write: route({ method: 'POST', path: '/api/write', may: ['bureau'], summary: 'x', body, response }),
  ask: route({ method: 'POST', path: '/api/ask', may: ['bureau'], asks: true, summary: 'x', body, response }),
};
const [write, ask] = serve(contract, {
  write: async ({ body: { name, fail } }, call) => {
    done += 1;
    await audit(call, { act: 'test.write', subject: name });
    return fail ? no('notYet') : yes({ n: done });
  },
  ask: async (_, call) => { await audit(call, { act: 'test.ask', subject: 'x' }); return yes({ n: 0 }); },
});
if (!write || !ask) throw new Error('two routes');

const asking = (key: string | undefined, given: object = { name: '甲' }): Asking => ({ params: {}, query: {}, body: given, key });
const kept = async () => (await app.db.selectFrom('audit_entry').select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;

test('同一提交送两次，只做一次，答复相同；同一标记换了内容则拒绝', async () => {
  const [first, second] = [await answerRequest(app, write, bureau, asking('k1')), await answerRequest(app, write, bureau, asking('k1'))];
  assert.deepEqual(first, second);
  assert.equal(await kept(), 1);
  assert.partialDeepStrictEqual(await answerRequest(app, write, bureau, asking('k1', { name: '乙' })), { ok: false, reason: 'keyReused' });
});

test('同一提交同时送二十次，也只做一次', async () => {
  const before = await kept();
  const answers = await Promise.all(Array.from({ length: 20 }, () => answerRequest(app, write, bureau, asking('k2'))));
  assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
  assert.equal(await kept(), before + 1);
});

test('被拒绝时什么也不留下，同一标记可以改好再送', async () => {
  const before = await kept();
  assert.partialDeepStrictEqual(await answerRequest(app, write, bureau, asking('k3', { name: '丙', fail: true })), { ok: false, reason: 'notYet' });
  assert.equal(await kept(), before);
  assert.equal((await answerRequest(app, write, bureau, asking('k3', { name: '丙' }))).ok, true);
});

test('写入须带防重复标记；填写不合要求时指出栏目', async () => {
  assert.partialDeepStrictEqual(await answerRequest(app, write, bureau, asking(undefined)), { ok: false, reason: 'keyNeeded' });
  assert.partialDeepStrictEqual(await answerRequest(app, write, bureau, asking('k4', { name: '名字太长太长' })), { ok: false, reason: 'invalidInput', detail: { problems: [{ field: 'name' }] } });
});

test('门外的人先被挡住，不看内容', async () => {
  assert.partialDeepStrictEqual(await answerRequest(app, write, { ...bureau, role: 'talent' }, asking(undefined, {})), { ok: false, reason: 'notYourRole' });
  assert.partialDeepStrictEqual(await answerRequest(app, write, { ...bureau, role: 'visitor' }, asking(undefined, {})), { ok: false, reason: 'signInNeeded' });
});

test('只问不写的请求，数据库也不许它写', async () => {
  await assert.rejects(answerRequest(app, ask, bureau, asking(undefined)), /read-only transaction/);
});
