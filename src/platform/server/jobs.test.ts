import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockActor } from '../domain/actor.ts';
import { expectYes, no, yes } from '../domain/answer.ts';
import { perform } from './call.ts';
import { askCancel, claimJob, findJobRow, leaseMs } from './job.store.ts';
import { defineJob, enqueue, runJobsOnce, startWorker } from './jobs.ts';
import { testDatabase } from './testDatabase.ts';

const app = await testDatabase();
const clock = clockActor('putuo');
const queue = async (kind: string, payload: object = {}) => expectYes(await perform(app, clock, async (call) => yes(await enqueue(call, kind, payload)), undefined));
const jobOf = async (id: string) => (await findJobRow(app.db, { region_id: 'putuo', id })) ?? assert.fail(`no job ${id}`);
const later = (ms: number) => app.clock.moveTo(new Date(app.clock.now().getTime() + ms));

const ran: string[] = [];
defineJob<{ name: string }>('noted', async (_, job) => { ran.push(job.payload.name); await job.progress(2, 2); return { said: job.payload.name }; });
defineJob('refused', async () => no('quotaFull', { field: 'seats' }));
let tries = 0;
defineJob('stumbles', async () => { tries += 1; throw new Error(`stumble ${tries}`); });
defineJob('patient', async (_, job) => { await askCancel(app.db, { region_id: 'putuo', id: job.id }, app.clock.now()); return { stopped: await job.cancelled() }; });

test('作业在同一事务中排队，做完后留下结果与进度', async () => {
  const id = await queue('noted', { name: '甲' });
  assert.equal(await runJobsOnce(app), 1);
  const { state, outcome, progress_done } = await jobOf(id);
  assert.deepEqual([state, outcome, progress_done], ['done', { said: '甲' }, 2]);
});

test('事情被拒绝时，排队的作业也不存在', async () => {
  await perform(app, clock, async (call) => { await enqueue(call, 'noted', { name: '乙' }); return no('notYet'); }, undefined);
  assert.equal(await runJobsOnce(app), 0);
  assert.ok(!ran.includes('乙'));
});

test('被拒绝的作业不再重试，原因可读', async () => {
  const id = await queue('refused');
  await runJobsOnce(app);
  const { state, failure, attempts } = await jobOf(id);
  assert.deepEqual([state, failure, attempts], ['failed', 'quotaFull', 1]);
});

test('出错的作业最多做三次，然后失败', async () => {
  const id = await queue('stumbles');
  for (let n = 0; n < 5; n += 1) { await runJobsOnce(app); later(60_000); }
  const { state, failure, attempts } = await jobOf(id);
  assert.deepEqual([state, failure, attempts, tries], ['failed', 'stumble 3', 3, 3]);
});

test('排队中的作业取消后不做；进行中的作业看到取消后停下', async () => {
  const waiting = await queue('noted', { name: '丙' });
  await askCancel(app.db, { region_id: 'putuo', id: waiting }, app.clock.now());
  const running = await queue('patient');
  await runJobsOnce(app);
  assert.deepEqual([(await jobOf(waiting)).state, (await jobOf(running)).state, ran.includes('丙')], ['cancelled', 'cancelled', false]);
});

test('工作进程失联后，租期一过由另一进程接手；旧进程不能再写', async () => {
  const id = await queue('noted', { name: '丁' });
  const lost = await claimJob(app.db, app.clock.now());
  assert.equal(lost?.id, id);
  assert.equal(await runJobsOnce(app), 0);
  later(leaseMs + 1);
  assert.equal(await runJobsOnce(app), 1);
  assert.deepEqual([(await jobOf(id)).state, (await jobOf(id)).attempts], ['done', 2]);
});

test('两个进程同时取，同一作业只做一次', async () => {
  const before = ran.length;
  for (let n = 0; n < 20; n += 1) await queue('noted', { name: `第${n}件` });
  await Promise.all(Array.from({ length: 8 }, () => runJobsOnce(app)));
  assert.equal(ran.length, before + 20);
  assert.equal(new Set(ran.slice(before)).size, 20);
});

test('后台进程自己取作业，停下时等手上的做完', async () => {
  const worker = startWorker(app, { pauseMs: 5 });
  const id = await queue('noted', { name: '戊' });
  for (let n = 0; n < 200 && (await jobOf(id)).state !== 'done'; n += 1) await new Promise((resolve) => { setTimeout(resolve, 10); });
  await worker.stop();
  assert.equal((await jobOf(id)).state, 'done');
});
