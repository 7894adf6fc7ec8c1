import assert from 'node:assert/strict';
import net, { type AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { z } from 'zod';
import { clockActor } from '../domain/actor.ts';
import { yes } from '../domain/answer.ts';
import { route } from '../domain/contract.ts';
import { audit } from './audit.ts';
import { connect } from './database.ts';
import { httpServer } from './http.ts';
import { serve } from './serve.ts';
import { testDatabase } from './testDatabase.ts';

// Bad input 32: the database is away, or its disk is full. A line that can be cut lies between the product and PostgreSQL.
const bureau = { ...clockActor('putuo'), accountId: 'acc_sun', role: 'bureau' as const };
const contract = { write: route({ method: 'POST', path: '/api/write', may: ['bureau'], summary: 'x', body: z.object({ full: z.boolean() }), response: z.object({ kept: z.boolean() }) }) };
const routes = serve(contract, {
  write: async ({ body: { full } }, call) => {
    await audit(call, { act: 'test.write', subject: 'x' });
    if (full) await sql`do $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`.execute(call.tx);
    return yes({ kept: true });
  },
});

const direct = await testDatabase();
const target = new URL(direct.url);
const lines = new Set<net.Socket>();
const between = net.createServer((near) => {
  const far = net.connect(Number(target.port), target.hostname);
  for (const [from, to] of [[near, far], [far, near]] as const) {
    lines.add(from);
    from.on('error', () => to.destroy()).on('close', () => { lines.delete(from); to.destroy(); }).pipe(to);
  }
});
await new Promise<void>((open) => between.listen(0, '127.0.0.1', open));
const { port } = between.address() as AddressInfo;
const connection = connect(Object.assign(new URL(direct.url), { port: String(port) }).toString());
const http = await httpServer({ ...direct, ...connection }, routes, async () => yes(bureau));
after(async () => { await http.close(); await connection.close(); between.close(); });

const send = (key: string, full = false) => http.inject({ method: 'POST', url: '/api/write', payload: { full }, headers: { 'idempotency-key': key }, cookies: { xinglin_session: 'x' } });
const kept = async () => (await direct.db.selectFrom('audit_entry').select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;
const closed = () => new Promise<void>((done) => { between.close(() => done()); for (const line of lines) line.destroy(); });

function assertUnavailable(answer: Awaited<ReturnType<typeof send>>) {
  assert.equal(answer.statusCode, 503);
  assert.ok(Number(answer.headers['retry-after']) > 0);
  assert.equal(answer.json().reason, 'unavailable');
  assert.doesNotMatch(answer.body, /extend|ECONN|postgres/i);
}

test('数据库断开：答复 503 与重试时间；恢复后同一提交再送，只保存一次', async () => {
  assert.equal((await send('a')).statusCode, 200);
  await closed();
  assertUnavailable(await send('b'));
  assertUnavailable(await send('b'));
  await new Promise<void>((open) => between.listen(port, '127.0.0.1', open));
  assert.equal((await send('b')).statusCode, 200);
  assert.equal((await send('b')).statusCode, 200);
  assert.equal(await kept(), 2);
});

test('磁盘已满：答复 503，什么也没有留下，腾出空间后可以再送', async () => {
  const before = await kept();
  assertUnavailable(await send('c', true));
  assert.equal(await kept(), before);
  assert.equal((await send('c')).statusCode, 200);
});
