import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { answerRequest } from '#platform/server/answerRequest.ts';
import { brokenInvariants } from '#platform/server/invariants.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { policyRoutes } from './routes.ts';
import { testStudio } from './testStudio.ts';

const app = await testDatabase();
const { second, submitted } = testStudio(app);
const route = policyRoutes.find(({ name }) => name === 'publishDraft');
assert.ok(route);
const publish = (draftId: string, saved: number, from: string) => answerRequest(app, route, second, { params: { draftId }, query: {}, body: { saved, from }, key: `publish-${draftId}` });
const published = async () => (await app.pool.query<{ version: string }>('select version from policy_version order by effective_from')).rows.map(({ version }) => version);

test('公布到一半连接被切断：什么也没留下；同一次提交重送，公布一次', async () => {
  const { draftId, saved } = await submitted('3.0', '2027-01-01');
  const holder = await app.pool.connect();
  await holder.query('begin; select id from policy_draft for update'); // the publication now waits in the middle
  const cut = publish(draftId, saved, '2027-01-01').then(() => 'done', () => 'cut');
  const waiting = async () => (await app.pool.query<{ pid: number }>(`select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).rows[0]?.pid;
  let pid = await waiting();
  for (let left = 100; left > 0 && pid === undefined; left -= 1) { await new Promise((resolve) => setTimeout(resolve, 20)); pid = await waiting(); }
  await app.pool.query('select pg_terminate_backend($1)', [pid]);
  await holder.query('rollback');
  holder.release();
  assert.equal(await cut, 'cut');
  assert.deepEqual(await published(), []);
  assert.deepEqual(await publish(draftId, saved, '2027-01-01'), { ok: true, value: { code: 'talent-development', version: '3.0' } });
  assert.deepEqual(await publish(draftId, saved, '2027-01-01'), { ok: true, value: { code: 'talent-development', version: '3.0' } });
  assert.deepEqual(await published(), ['3.0']);
  assert.deepEqual(await brokenInvariants(app.pool), []);
});

test('另一台服务器有自己的缓存，这边一公布，那边下一次就按新版', async () => {
  const other = new Worker(new URL('./testOtherServer.ts', import.meta.url), { workerData: { url: app.url, day: '2028-02-01' } });
  const versionThere = async () => { other.postMessage('version'); return (await once(other, 'message'))[0] as string; };
  assert.equal(await versionThere(), '3.0');
  const { draftId, saved } = await submitted('4.0', '2028-01-01');
  assert.equal(await versionThere(), '3.0', '交审还不是公布');
  assert.equal((await publish(draftId, saved, '2028-01-01')).ok, true);
  assert.equal(await versionThere(), '4.0');
  other.postMessage('end');
  await other.terminate();
});
