import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { clockActor } from '../domain/actor.ts';
import { expectYes, yes } from '../domain/answer.ts';
import { audit } from './audit.ts';
import { headFile } from './auditHeads.ts';
import { perform } from './call.ts';
import { exportAudit, listAudit } from './auditTrail.ts';
import { sealAudit } from './sealAudit.ts';
import { testDatabase } from './testDatabase.ts';
import { verifyAudit } from './verifyAudit.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'heads-'));
after(() => rmSync(folder, { recursive: true }));
const app = { ...(await testDatabase()), heads: headFile(folder) };
const clock = clockActor('putuo');
const later = (minutes: number) => app.clock.moveTo(new Date(app.clock.now().getTime() + minutes * 60_000));

const note = (count: number) => perform(app, clock, async (call) => {
  for (let n = 0; n < count; n += 1) await audit(call, { act: 'test.note', subject: `thing_${n}`, detail: { n } });
  return yes(count);
}, undefined);
const verify = async () => expectYes(await perform(app, clock, (call) => verifyAudit(call), undefined));
const kinds = async () => [...new Set((await verify()).problems.map(({ kind }) => kind))].toSorted();
const put = (id: string, minutesAgo: number) => sql`insert into audit_entry (region_id, id, account_id, role, act, subject, detail, happened_at)
  values ('putuo', ${id}, 'acc_x', 'bureau', 'case.advance', 'case_x', '{}', ${new Date(app.clock.now().getTime() - minutesAgo * 60_000)})`.execute(app.db);

beforeEach(async () => {
  for (const table of ['audit_leaf', 'audit_head', 'audit_entry']) await sql`delete from ${sql.table(table)}`.execute(app.db);
  rmSync(path.join(folder, 'putuo.jsonl'), { force: true });
  app.heads = headFile(folder);
  for (const count of [3, 1, 7]) {
    await note(count);
    await sealAudit(app, 'putuo');
    later(1);
  }
});

test('未经改动的审计记录核对无误，每条都有位置', async () => {
  const { entries, heads: count, problems } = await verify();
  assert.deepEqual([entries, count, problems], [11, 3, []]);
  const { rows } = expectYes(await perform(app, clock, (call) => listAudit(call, { limit: 50 }), undefined));
  assert.ok(rows.length === 11 && rows.every(({ sealed }) => sealed));
});

test('改动一条的一个字，被发现', async () => {
  await sql`update audit_entry set detail = '{"n": 99}' where subject = 'thing_5'`.execute(app.db);
  assert.deepEqual(await kinds(), ['changed']);
});

test('删去一条，被发现；连同位置一起删也被发现', async () => {
  const gone = await sql<{ id: string }>`delete from audit_entry where subject = 'thing_4' returning id`.execute(app.db);
  assert.deepEqual(await kinds(), ['removed']);
  await sql`delete from audit_leaf where entry_id = ${gone.rows[0]?.id}`.execute(app.db);
  assert.ok((await kinds()).includes('removed'));
});

test('事后补插一条，被发现；刚发生还没封存的不算', async () => {
  later(30);
  await note(1);
  assert.deepEqual(await kinds(), []);
  await sealAudit(app, 'putuo');
  await put('aud_0000000000forged', 25);
  await sealAudit(app, 'putuo');
  assert.deepEqual(await kinds(), ['inserted']);
});

test('重算全部哈希也没用：没有密钥签不出封条', async () => {
  await sql`update audit_head set root_hash = repeat('0', 64) where position = 3`.execute(app.db);
  assert.ok((await kinds()).includes('headForged'));
});

test('截去末尾的封条与记录，库外留存的封条会说出来', async () => {
  await sql`delete from audit_leaf where head_position = 3`.execute(app.db);
  await sql`delete from audit_entry where id not in (select entry_id from audit_leaf)`.execute(app.db);
  await sql`delete from audit_head where position = 3`.execute(app.db);
  assert.deepEqual(await kinds(), ['headMissing']);
  const file = path.join(folder, 'putuo.jsonl');
  writeFileSync(file, `${readFileSync(file, 'utf8').split('\n').slice(0, 2).join('\n')}\n`);
  assert.deepEqual(await kinds(), []);
});

test('库外留存丢了一段，也说得出；进程中断没写出的封条，下次补上', async () => {
  const file = path.join(folder, 'putuo.jsonl');
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  writeFileSync(file, `${lines[2]}\n`);
  assert.deepEqual(await kinds(), ['headMissing']);
  writeFileSync(file, `${lines[0]}\n`);
  app.heads = headFile(folder);
  await note(1);
  await sealAudit(app, 'putuo');
  assert.deepEqual([await kinds(), app.heads.read('putuo').length], [[], 4]);
});

test('两个进程同时封存，位置不重不漏', async () => {
  await note(40);
  await Promise.all(Array.from({ length: 5 }, () => sealAudit(app, 'putuo')));
  await sealAudit(app, 'putuo');
  const { entries, problems } = await verify();
  assert.deepEqual([entries, problems], [51, []]);
});

test('导出的每个单元格都是文本，不会成为公式', async () => {
  await perform(app, clock, async (call) => { await audit(call, { act: 'test.note', subject: '=HYPERLINK("x")' }); return yes(1); }, undefined);
  const { content, fileName } = expectYes(await perform(app, clock, (call) => exportAudit(call, {}), undefined));
  const text = new TextDecoder().decode(content);
  assert.ok(text.includes(`"'=HYPERLINK(""x"")"`) && fileName.endsWith('.csv'));
});
