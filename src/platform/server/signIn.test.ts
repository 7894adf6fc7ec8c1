import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TOTP, Secret } from 'otpauth';
import { clockActor } from '../domain/actor.ts';
import { expectYes } from '../domain/answer.ts';
import { openAccount, resetTotp, type NewAccount } from './accounts.ts';
import { perform } from './call.ts';
import { httpServer } from './http.ts';
import { platformRoutes } from './platformRoutes.ts';
import { actorOf } from './signIn.ts';
import { testDatabase } from './testDatabase.ts';

const app = await testDatabase();
const http = await httpServer(app, platformRoutes, actorOf);
const password = 'correct horse battery';
const open = async (account: NewAccount) => expectYes(await perform(app, clockActor('putuo'), openAccount, account)).id;
const admin = await open({ signInName: 'security', name: '安全员', role: 'securityAdmin', password });
const later = (ms: number) => app.clock.moveTo(new Date(app.clock.now().getTime() + ms));

type Sent = { method?: 'GET' | 'POST'; cookie?: string | undefined; body?: object };
let keys = 0;
async function send(url: string, { method = 'POST', cookie, body }: Sent = {}) {
  keys += 1;
  const reply = await http.inject({
    url, method, ...(cookie ? { cookies: { xinglin_session: cookie } } : {}), ...(method === 'POST' ? { payload: body ?? {}, headers: { 'idempotency-key': `key-${keys}` } } : {}),
  });
  return { status: reply.statusCode, text: reply.body, body: JSON.parse(reply.body || 'null'), cookie: reply.cookies.find(({ name }) => name === 'xinglin_session') };
}
const signIn = (signInName: string, given = password, code?: string) => send('/api/sign-in', { body: { signInName, password: given, ...(code ? { code } : {}) } });
const cookieFor = async (signInName: string) => (await signIn(signInName)).cookie?.value ?? assert.fail('no session');
const me = (cookie?: string) => send('/api/me', { method: 'GET', cookie });

test('用户名和密码正确即登录；会话只以指纹留存，答复里没有它', async () => {
  await open({ signInName: 'sun', name: '孙', role: 'bureau', password });
  const { status, cookie, text } = await signIn('sun');
  assert.equal(status, 200);
  assert.ok(cookie?.httpOnly && cookie.sameSite === 'Lax' && cookie.value.length > 40);
  assert.ok(!text.includes(cookie.value));
  assert.equal((await me(cookie.value)).body.actor.role, 'bureau');
  const kept = JSON.stringify([await app.db.selectFrom('session').selectAll().execute(), await app.db.selectFrom('idempotency').selectAll().execute()]);
  assert.ok(!kept.includes(cookie.value));
});

test('没有这个用户和密码错误，回答一字不差', async () => {
  const [wrong, unknown] = [await signIn('sun', 'wrong password'), await signIn('nobody', 'wrong password')];
  assert.equal(wrong.status, 401);
  assert.equal(wrong.text, unknown.text);
});

test('连续失败五次后暂停十五分钟，不管有没有这个用户', async () => {
  await open({ signInName: 'qian', name: '钱', role: 'bureau', password });
  for (const name of ['qian', 'ghost']) {
    for (let n = 0; n < 5; n += 1) assert.equal((await signIn(name, 'wrong password')).status, 401);
    assert.equal((await signIn(name)).status, 429);
  }
  later(15 * 60_000 + 1);
  assert.equal((await signIn('qian')).status, 200);
});

test('有动态口令的账户要口令；同一口令不能用两次', async () => {
  const id = await open({ signInName: 'zhou', name: '周', role: 'bureau', password });
  const { secret } = expectYes(await perform(app, clockActor('putuo'), resetTotp, { id }));
  const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: app.clock.now().getTime() });
  assert.equal((await signIn('zhou')).body.reason, 'codeNeeded');
  assert.equal((await signIn('zhou', password, '000000')).status, 401);
  assert.equal((await signIn('zhou', password, code())).status, 200);
  assert.equal((await signIn('zhou', password, code())).status, 401);
  later(30_000);
  assert.equal((await signIn('zhou', password, code())).status, 200);
});

test('权限变更后，下一个请求得到 403 和说明，随后成为访客', async () => {
  const id = await open({ signInName: 'li', name: '李', role: 'bureau', password });
  const [theirs, mine] = [await cookieFor('li'), await cookieFor('security')];
  assert.equal((await send(`/api/accounts/${id}/rights`, { cookie: mine, body: { role: 'leader' } })).status, 200);
  const { status, body, cookie } = await me(theirs);
  assert.deepEqual([status, body.reason, cookie?.value], [403, 'rightsChanged', '']);
  assert.equal((await me(theirs)).status, 403);
  assert.equal((await me()).body.actor.role, 'visitor');
  assert.equal((await me(await cookieFor('li'))).body.actor.role, 'leader');
});

test('关停账户立即失去会话，也不能再登录', async () => {
  const id = await open({ signInName: 'wu', name: '吴', role: 'bureau', password });
  const theirs = await cookieFor('wu');
  await send(`/api/accounts/${id}/shut`, { cookie: await cookieFor('security') });
  assert.equal((await me(theirs)).body.actor.role, 'visitor');
  assert.equal((await signIn('wu')).body.reason, 'signInRefused');
});

test('退出后原会话失效；十二小时后会话过期', async () => {
  const [first, second] = [await cookieFor('sun'), await cookieFor('sun')];
  await send('/api/sign-out', { cookie: first });
  assert.equal((await me(first)).body.actor.role, 'visitor');
  assert.equal((await me(second)).body.actor.role, 'bureau');
  later(12 * 3_600_000);
  assert.equal((await me(second)).body.actor.role, 'visitor');
});

test('改密码要旧密码，其他会话随之失效', async () => {
  await open({ signInName: 'zheng', name: '郑', role: 'talent', password });
  const [here, elsewhere] = [await cookieFor('zheng'), await cookieFor('zheng')];
  assert.equal((await send('/api/me/password', { cookie: here, body: { old: 'not this one', fresh: 'a longer new one' } })).body.reason, 'passwordWrong');
  assert.equal((await send('/api/me/password', { cookie: here, body: { old: password, fresh: 'a longer new one' } })).status, 200);
  assert.deepEqual([(await me(here)).body.actor.role, (await me(elsewhere)).body.actor.role], ['talent', 'visitor']);
  assert.equal((await signIn('zheng', 'a longer new one')).status, 200);
});

test('一人不得兼任两个管理员席位；管理员不能改自己的权限', async () => {
  await open({ signInName: 'sys', name: '系统员', role: 'systemAdmin', personId: 'per_1', password });
  const second = await perform(app, clockActor('putuo'), openAccount, { signInName: 'aud', name: '审计员', role: 'auditor', personId: 'per_1', password });
  assert.equal(second.ok ? '' : second.reason, 'adminSeatTaken');
  assert.equal((await send(`/api/accounts/${admin}/rights`, { cookie: await cookieFor('security'), body: { role: 'bureau' } })).body.reason, 'ownRights');
});

test('演示登录只在非生产环境存在', async () => {
  const id = await open({ signInName: 'demo.he', name: '何', role: 'reviewer', organisationId: 'putuo-zxyy', demo: true });
  const listed = await send('/api/sign-in/demo', { method: 'GET' });
  assert.deepEqual(listed.body.accounts.map(({ accountId }: { accountId: string }) => accountId), [id]);
  assert.ok(listed.body.accounts[0].organisationName);
  assert.equal((await send('/api/sign-in/demo', { body: { accountId: id } })).status, 200);
  assert.equal((await send('/api/sign-in/demo', { body: { accountId: admin } })).status, 404);
  const real = await httpServer({ ...app, production: true }, platformRoutes, actorOf);
  assert.equal((await real.inject({ url: '/api/sign-in/demo', method: 'GET' })).statusCode, 404);
  assert.equal((await real.inject({ url: '/api/sign-in/demo', method: 'POST', payload: { accountId: id } })).statusCode, 404);
  assert.equal((await signIn('demo.he', '')).status, 401);
});

test('访客和其他角色进不了三员的控制台', async () => {
  const bureau = await cookieFor('sun');
  for (const url of ['/api/accounts', '/api/audit', '/api/jobs', '/api/health', '/api/audit/verification'])
    assert.deepEqual([(await send(url, { method: 'GET' })).status, (await send(url, { method: 'GET', cookie: bureau })).status], [401, 403]);
});
