import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clockActor } from '#platform/domain/actor.ts';
import { expectYes, type Answer } from '#platform/domain/answer.ts';
import { perform, type Call } from '#platform/server/call.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { balancesOn } from './balancesOn.ts';
import { expireHolds } from './expireHolds.ts';
import { giveBack } from './giveBack.ts';
import { hold, post, postHold, voidHold } from './hold.ts';
import { grant, lend } from './lend.ts';
import { insertAccount } from './ledger.store.ts';
import { openPools } from './openPools.ts';

const app = await testDatabase();
const clock = clockActor('cixi');
const as = <I, O>(doing: (call: Call, input: I) => Promise<Answer<O>>, input: I) => perform(app, clock, doing, input);

/** Opens a two-level quota of its own for one test: a pool and two institutions that may together draw more than the pool has. */
async function twoLevels(pool: string, total: number, each: number): Promise<void> {
  expectYes(await as(async (call) => {
    const shared = { pool, title: '测试池', unit: 'post', organisationId: '', document: '慈编委〔2024〕48号', loans: true };
    await insertAccount(call, { ...shared, id: `${pool}-outside`, side: 'outside', parentId: null });
    for (const [id, parentId] of [[pool, null], [`${pool}/a`, pool], [`${pool}/b`, pool]] as const) {
      await insertAccount(call, { ...shared, id: `${id}/used`, side: 'used', parentId: null });
      await insertAccount(call, { ...shared, id, side: 'free', parentId });
      expectYes(await grant(call, { from: `${pool}-outside`, to: id, amount: id === pool ? total : each, cause: `grant:${id}` }));
    }
    return { ok: true as const, value: {} };
  }, {}));
}

const accountOf = async (id: string) => (await app.pool.query<{ balance: number; held: number }>('select balance, held from ledger_account where region_id = $1 and id = $2', ['cixi', id])).rows[0];
const sums = async () => (await app.pool.query<{ unit: string; sum: number }>('select unit, sum(balance)::bigint as sum from ledger_account group by unit')).rows;

test('慈溪编制池按三个文件开户：256 + 1728，479，561 + 55', async () => {
  expectYes(await as(openPools, {}));
  expectYes(await as(openPools, {}));
  const rows = expectYes(await as(balancesOn, { day: app.clock.today() }));
  const granted = Object.fromEntries(rows.filter((row) => row.organisationId === '').map((row) => [row.pool, row.granted]));
  assert.deepEqual(granted, { 'hospital-bianzhi': 256, 'hospital-filed': 1728, 'primary-filed': 479, 'village-filed': 561, 'emergency-filed': 55 });
  const used = rows.filter((row) => row.pool === 'hospital-bianzhi' && row.organisationId !== '').reduce((sum, row) => sum + row.used, 0);
  assert.equal(used, 238);
  assert.equal(rows.find((row) => row.id === 'hospital-bianzhi')?.used, 238, '总池与各院在用数一致');
});

test('两级名额只剩最后一个，五十个决定同时到：恰好一个成功', async () => {
  await twoLevels('last', 1, 50);
  const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => as(hold, { account: index % 2 ? 'last/a' : 'last/b', amount: 1, cause: `last:${index}` })));
  assert.equal(answers.filter((answer) => answer.ok).length, 1);
  assert.deepEqual(new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.reason]))), new Set(['quotaParent']));
  assert.deepEqual(await accountOf('last'), { balance: 1, held: 1 });
});

test('对照：先看余额再写、不带条件也不设约束的做法会超发', async () => {
  await app.pool.query('create table unguarded (balance int not null)');
  await app.pool.query('insert into unguarded values (1)');
  const takeUnguarded = async () => {
    const client = await app.pool.connect();
    try {
      await client.query('begin');
      const { rows } = await client.query<{ balance: number }>('select balance from unguarded');
      await client.query('select pg_sleep(0.05)');
      const enough = (rows[0]?.balance ?? 0) >= 1;
      if (enough) await client.query('update unguarded set balance = balance - 1');
      await client.query('commit');
      return enough;
    } finally {
      client.release();
    }
  };
  const taken = await Promise.all(Array.from({ length: 50 }, takeUnguarded));
  assert.ok(taken.filter(Boolean).length > 1, '没有护栏时应当超发，否则上一个测试证明不了什么');
});

test('编制池余额不足说明余额与申请；本院够而全市不够另说（第11、12行）', async () => {
  await twoLevels('short', 3, 2);
  expectYes(await as(post, { account: 'short/a', amount: 2, cause: 'short:1' }));
  const own = await as(hold, { account: 'short/a', amount: 1, cause: 'short:2' });
  assert.ok(!own.ok);
  assert.equal(own.reason, 'quotaFull');
  assert.deepEqual([own.detail?.params?.['balance'], own.detail?.params?.['asked'], own.detail?.article], [0, 1, '慈编委〔2024〕48号']);
  const whole = await as(hold, { account: 'short/b', amount: 2, cause: 'short:3' });
  assert.ok(!whole.ok);
  assert.equal(whole.reason, 'quotaParent');
  assert.equal(whole.detail?.params?.['balance'], 1);
  assert.deepEqual(await accountOf('short/b'), { balance: 2, held: 0 }, '拒绝后不留痕迹');
});

test('同一事由只占一次；释放两次未作更改（第13行）', async () => {
  await twoLevels('once', 5, 5);
  const first = expectYes(await as(hold, { account: 'once/a', amount: 1, cause: 'once:1' }));
  const again = expectYes(await as(hold, { account: 'once/a', amount: 1, cause: 'once:1' }));
  assert.equal(again.transferId, first.transferId);
  assert.equal((await accountOf('once/a'))?.held, 1);
  expectYes(await as(voidHold, { cause: 'once:1' }));
  const twice = await as(voidHold, { cause: 'once:1' });
  assert.ok(!twice.ok);
  assert.equal(twice.reason, 'notHeld');
  assert.deepEqual(await accountOf('once/a'), { balance: 5, held: 0 });
});

test('认定时入账，退还时回到原账户，只退一次', async () => {
  await twoLevels('back', 5, 5);
  expectYes(await as(post, { account: 'back/a', amount: 4, cause: 'back:1' }));
  expectYes(await as(giveBack, { cause: 'back:1', amount: 3, newCause: 'back:claw' }));
  assert.equal((await accountOf('back/a'))?.balance, 4);
  const over = await as(giveBack, { cause: 'back:1', amount: 2, newCause: 'back:claw2' });
  assert.ok(!over.ok);
  assert.equal(over.reason, 'notHeld');
});

test('暂扣到期由时钟释放', async () => {
  await twoLevels('due', 1, 1);
  expectYes(await as(hold, { account: 'due/a', amount: 1, cause: 'due:1', until: new Date(app.clock.now().getTime() + 1000) }));
  assert.ok(!expectYes(await as(expireHolds, {})).expired.includes('due:1'));
  app.clock.moveTo(new Date(app.clock.now().getTime() + 1000));
  assert.ok(expectYes(await as(expireHolds, {})).expired.includes('due:1'));
  assert.deepEqual(await accountOf('due'), { balance: 1, held: 0 });
});

test('医共体内借用，总量不变；专项编制不外借', async () => {
  await twoLevels('loan', 4, 2);
  expectYes(await as(lend, { from: 'loan/a', to: 'loan/b', amount: 1, cause: 'loan:1' }));
  assert.deepEqual([(await accountOf('loan/a'))?.balance, (await accountOf('loan/b'))?.balance, (await accountOf('loan'))?.balance], [1, 3, 4]);
  const special = await as(lend, { from: 'village-filed/cixi-cdcs', to: 'village-filed/cixi-cxcs', amount: 1, cause: 'loan:2' });
  assert.ok(!special.ok);
  assert.equal(special.reason, 'loanNotAllowed');
});

type Move = { kind: 'hold' | 'post' | 'void' | 'settle' | 'back' | 'lend'; side: 'a' | 'b'; amount: number; target: number };

test('二百段随机经过：收支相抵，从不低于底线，任一日的余额等于逐笔重放', async () => {
  const move: fc.Arbitrary<Move> = fc.record({
    kind: fc.constantFrom('hold', 'post', 'void', 'settle', 'back', 'lend'), side: fc.constantFrom('a', 'b'), amount: fc.integer({ min: 1, max: 4 }), target: fc.nat({ max: 12 }),
  });
  let run = 0;
  await fc.assert(fc.asyncProperty(fc.array(move, { minLength: 3, maxLength: 12 }), async (moves) => {
    run += 1;
    const pool = `h${run}`;
    await twoLevels(pool, 6, 4);
    for (const [index, each] of moves.entries()) await play(pool, index, each);
    const rows = expectYes(await as(balancesOn, { day: app.clock.today(), pool }));
    for (const row of rows) {
      const stored = await accountOf(row.id);
      assert.deepEqual({ balance: row.free + row.held, held: row.held }, stored);
      assert.ok(row.free >= 0);
    }
    const [whole, a, b] = [pool, `${pool}/a`, `${pool}/b`].map((id) => rows.find((row) => row.id === id));
    assert.equal((a?.used ?? 0) + (b?.used ?? 0), whole?.used, '各院在用之和等于总池在用');
    for (const { sum } of await sums()) assert.equal(sum, 0);
  }), { numRuns: 200, seed: 20261123 });
});

async function play(pool: string, index: number, { kind, side, amount, target }: Move): Promise<void> {
  const account = `${pool}/${side}`;
  const cause = `${pool}:${index}`;
  const earlier = `${pool}:${target}`;
  if (kind === 'hold') await as(hold, { account, amount, cause });
  if (kind === 'post') await as(post, { account, amount, cause });
  if (kind === 'void') await as(voidHold, { cause: earlier });
  if (kind === 'settle') await as(postHold, { cause: earlier });
  if (kind === 'back') await as(giveBack, { cause: earlier, newCause: `${cause}:back` });
  if (kind === 'lend') await as(lend, { from: account, to: `${pool}/${side === 'a' ? 'b' : 'a'}`, amount, cause });
}
