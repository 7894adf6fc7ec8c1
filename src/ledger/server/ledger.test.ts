import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clockActor } from '#platform/domain/actor.ts';
import { expectYes, type Answer } from '#platform/domain/answer.ts';
import { perform, type Call } from '#platform/server/call.ts';
import { runJobsOnce } from '#platform/server/jobs.ts';
import { testDatabase, testDay } from '#platform/server/testDatabase.ts';
import { addDays } from '#platform/clock/workingDays.ts';
import { openOrganisations } from '#registry/server/public.ts';
import { balancesOn } from './balancesOn.ts';
import { expireHolds } from './expireHolds.ts';
import { clawback, giveBack } from './giveBack.ts';
import { hold, post, postHold, voidHold } from './hold.ts';
import './jobs.ts';
import { grant, lend, returnLoan } from './lend.ts';
import { allAccounts, insertAccount } from './ledger.store.ts';
import { openPools } from './openPools.ts';

const app = await testDatabase();
const clock = clockActor('cixi');
const as = <I, O>(doing: (call: Call, input: I) => Promise<Answer<O>>, input: I) => perform(app, clock, doing, input);

/** Opens a two-level quota of its own for one test: a pool and two institutions that may together draw more than the pool has. */
async function twoLevels(pool: string, total: number, each: number): Promise<void> {
  expectYes(await as(async (call) => {
    const named = { pool, title: '测试池', unit: 'post', document: '慈编委〔2024〕48号', loans: true };
    await insertAccount(call, { ...named, organisationId: '', id: `${pool}-outside`, side: 'outside', parentId: null });
    for (const [id, parentId, organisationId] of [[pool, null, ''], [`${pool}/a`, pool, 'cixi-cdzy'], [`${pool}/b`, pool, 'cixi-cdfy']] as const) {
      const shared = { ...named, organisationId };
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
  expectYes(await as(openOrganisations, {}));
  expectYes(await as(openPools, {}));
  expectYes(await as(openPools, {}));
  const rows = expectYes(await as(balancesOn, { day: app.clock.today() }));
  const granted = Object.fromEntries(rows.filter((row) => row.organisationId === '').map((row) => [row.pool, row.granted]));
  assert.deepEqual(rows.filter((row) => row.lent !== 0 && row.organisationId !== '').map((row) => row.lent).toSorted((a, b) => a - b), [-15, -12, -9, 9, 12, 15], '借入等于借出');
  assert.deepEqual(granted, { 'hospital-bianzhi': 256, 'hospital-filed': 1728, 'primary-filed': 479, 'village-filed': 561, 'emergency-filed': 55 });
  const used = rows.filter((row) => row.pool === 'hospital-bianzhi' && row.organisationId !== '').reduce((sum, row) => sum + row.used, 0);
  assert.equal(used, 239);
  assert.equal(rows.find((row) => row.id === 'hospital-bianzhi')?.used, 239, '总池与各院在用数一致');
});

test('两级名额只剩最后一个，五十个决定同时到：恰好一个成功', async () => {
  await twoLevels('last', 1, 50);
  const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => as(hold, { account: index % 2 ? 'last/a' : 'last/b', amount: 1, cause: `last:${index}` })));
  assert.equal(answers.filter((answer) => answer.ok).length, 1);
  assert.deepEqual(new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.reason]))), new Set(['quotaParent']));
  assert.deepEqual(await accountOf('last'), { balance: 1, held: 1 });
});

/** The same two-level quota kept by hand: looks first, writes later, and nothing in the database refuses. */
async function takeUnguarded(child: string): Promise<boolean> {
  const client = await app.pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ id: string; balance: number }>('select id, balance from unguarded where id in ($1, $2)', ['pool', child]);
    await client.query('select pg_sleep(0.05)');
    const enough = rows.every((row) => row.balance >= 1);
    if (enough) await client.query('update unguarded set balance = balance - 1 where id in ($1, $2)', ['pool', child]);
    await client.query('commit');
    return enough;
  } finally {
    client.release();
  }
}

test('对照：同样的两级名额，先看余额再写、不带条件也不设约束，会超发', async () => {
  await app.pool.query('create table unguarded (id text primary key, balance int not null)');
  await app.pool.query("insert into unguarded values ('pool', 1), ('a', 50), ('b', 50)");
  const taken = await Promise.all(Array.from({ length: 50 }, (_, index) => takeUnguarded(index % 2 ? 'a' : 'b')));
  const left = await app.pool.query<{ balance: number }>("select balance from unguarded where id = 'pool'");
  assert.ok(taken.filter(Boolean).length > 1 && (left.rows[0]?.balance ?? 0) < 0, '没有护栏时应当超发，否则上一个测试证明不了什么');
});

test('五十人同时暂扣、入账、撤销、退还、互借，无一卡死，账仍平', async () => {
  await twoLevels('busy', 200, 100);
  for (let each = 0; each < 10; each += 1) expectYes(await as(each % 2 ? post : hold, { account: `busy/${each % 3 ? 'a' : 'b'}`, amount: 1, cause: `busy:before:${each}` }));
  const turns = [
    (n: number) => as(hold, { account: 'busy/a', amount: 1, cause: `busy:${n}` }), (n: number) => as(post, { account: 'busy/b', amount: 1, cause: `busy:${n}` }),
    (n: number) => as(voidHold, { cause: `busy:before:${n % 10}` }), (n: number) => as(postHold, { cause: `busy:before:${n % 10}` }),
    (n: number) => as(giveBack, { cause: `busy:before:${n % 10}`, newCause: `busy:back:${n}` }),
    (n: number) => as(lend, { from: 'busy/a', to: 'busy/b', amount: 1, cause: `busy:loan:${n}`, returnOn: '2027-11-30' }),
    (n: number) => as(lend, { from: 'busy/b', to: 'busy/a', amount: 1, cause: `busy:loan:${n}`, returnOn: '2027-11-30' }),
  ];
  await Promise.all(Array.from({ length: 56 }, (_, n) => turns[n % turns.length]?.(n)));
  for (const row of expectYes(await as(balancesOn, { day: app.clock.today(), pool: 'busy' }))) assert.deepEqual({ balance: row.free + row.held, held: row.held }, await accountOf(row.id));
  for (const { sum } of await sums()) assert.equal(sum, 0);
});

test('流水只增不改：删不掉，改不了数，已结的不能再动', async () => {
  await twoLevels('kept', 5, 5);
  expectYes(await as(post, { account: 'kept/a', amount: 1, cause: 'kept:1' }));
  for (const change of ['delete from ledger_transfer', 'update ledger_transfer set amount = 9', "update ledger_transfer set state = 'held', posted_at = null"])
    await assert.rejects(app.pool.query(`${change} where cause = 'kept:1'`), /never deleted|keeps what|stays ended/);
  await assert.rejects(app.pool.query("update ledger_account set balance = -1 where id = 'kept/a'"), /ledger_account_floor/);
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

test('按未满的服务期追回，余款不动，依据写入流水', async () => {
  await twoLevels('claw', 1000, 1000);
  expectYes(await as(post, { account: 'claw/a', amount: 900, cause: 'claw:1' }));
  const served = { servedDays: 1200, termDays: 1800 };
  expectYes(await as(clawback, { cause: 'claw:1', newCause: 'claw:1:back', article: '协议第七条', served }));
  assert.equal((await accountOf('claw/a'))?.balance, 400);
  const note = await app.pool.query<{ note: string }>("select note from ledger_transfer where cause = 'claw:1:back' and leg = 0");
  assert.equal(note.rows[0]?.note, '协议第七条');
  const full = await as(clawback, { cause: 'claw:1', newCause: 'claw:1:more', article: '协议第七条', served: { servedDays: 1800, termDays: 1800 } });
  assert.ok(!full.ok && full.reason === 'notHeld');
});

const loanUntil = '2027-11-30';

test('医共体内借用，总量不变；专项不外借，别的医共体不借，到期归还', async () => {
  await twoLevels('loan', 4, 2);
  expectYes(await as(lend, { from: 'loan/a', to: 'loan/b', amount: 1, cause: 'loan:1', returnOn: loanUntil }));
  assert.deepEqual([(await accountOf('loan/a'))?.balance, (await accountOf('loan/b'))?.balance, (await accountOf('loan'))?.balance], [1, 3, 4]);
  const refusals = [
    [{ from: 'village-filed/cixi-cdcs', to: 'village-filed/cixi-cxcs' }, 'loanNotAllowed'], [{ from: 'hospital-filed/cixi-cdzy', to: 'primary-filed/cixi-cxfy' }, 'loanOutside'],
    [{ from: 'loan/a', to: 'nobody' }, 'notFound'], [{ from: 'hospital-filed/cixi-cdzy', to: 'hospital-bianzhi/cixi-cdzy' }, 'notFound'], [{ from: 'hospital-bianzhi/cixi-cdzy', to: 'primary-filed/cixi-cdfy' }, 'loanNotAllowed'], [{ from: 'loan/a', to: 'loan/b', returnOn: testDay }, 'loanTooShort'], [{ from: 'loan/a', to: 'loan/b', amount: 2 }, 'quotaFull'],
  ] as const;
  for (const [index, [given, reason]] of refusals.entries()) {
    const answer = await as(lend, { amount: 1, returnOn: loanUntil, cause: `loan:no:${index}`, ...given });
    assert.ok(!answer.ok);
    assert.equal(answer.reason, reason);
  }
});

test('借给另一池的分院，两池同增同减；在用时还不了，腾出后到期自动归还', async () => {
  const before = [await accountOf('hospital-filed'), await accountOf('primary-filed')].map((account) => account?.balance ?? 0);
  expectYes(await as(lend, { from: 'hospital-filed/cixi-cdzy', to: 'primary-filed/cixi-cdfy', amount: 2, cause: 'cross:1', returnOn: '2026-12-31' }));
  assert.deepEqual([(await accountOf('hospital-filed'))?.balance, (await accountOf('primary-filed'))?.balance], [(before[0] ?? 0) - 2, (before[1] ?? 0) + 2]);
  const room = (await accountOf('primary-filed/cixi-cdfy'))?.balance ?? 0;
  expectYes(await as(post, { account: 'primary-filed/cixi-cdfy', amount: room, cause: 'cross:use' }));
  const loan = await app.pool.query<{ id: string }>("select id from ledger_transfer where cause = 'cross:1' and leg = 0");
  const early = await as(returnLoan, { transferId: loan.rows[0]?.id ?? '' });
  assert.ok(!early.ok && early.reason === 'quotaFull');
  expectYes(await as(giveBack, { cause: 'cross:use', newCause: 'cross:free' }));
  app.clock.moveTo('2027-01-01');
  await runJobsOnce(app);
  app.clock.moveTo(testDay);
  assert.deepEqual([(await accountOf('hospital-filed'))?.balance, (await accountOf('primary-filed'))?.balance], before);
});

type Move = { kind: 'hold' | 'post' | 'void' | 'settle' | 'back' | 'lend'; side: 'a' | 'b'; amount: number; target: number; days: number };

const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom('hold', 'post', 'void', 'settle', 'back', 'lend'), side: fc.constantFrom('a', 'b'), amount: fc.integer({ min: 1, max: 4 }), target: fc.nat({ max: 10 }), days: fc.nat({ max: 2 }),
});

test('二百段随机经过：收支相抵，从不低于底线，任一日的余额等于逐笔重放', async () => {
  let run = 0;
  await fc.assert(fc.asyncProperty(fc.array(move, { minLength: 3, maxLength: 10 }), async (moves) => {
    run += 1;
    const pool = `h${run}`;
    app.clock.moveTo(testDay);
    await twoLevels(pool, 6, 4);
    expectYes(await as(playAndReplay, { pool, moves }));
  }), { numRuns: 200, seed: 20261123 });
  for (const { sum } of await sums()) assert.equal(sum, 0);
});

/** Plays a history through its days in one transaction, so that a refusal that left a trace would show; then reads every one of its days again. */
async function playAndReplay(call: Call, { pool, moves }: { pool: string; moves: Move[] }): Promise<Answer<object>> {
  const evenings = new Map<string, object>();
  for (const [index, each] of moves.entries()) {
    await play(call, pool, index, each);
    evenings.set(call.clock.today(), await standing(call, pool));
    app.clock.moveTo(addDays(call.clock.today(), each.days));
  }
  for (const [day, seen] of evenings) {
    const rows = expectYes(await balancesOn(call, { day, pool }));
    assert.deepEqual(Object.fromEntries(rows.map((row) => [row.id, { balance: row.free + row.held, held: row.held }])), seen, day);
    assert.ok(rows.every((row) => row.free >= 0 && row.granted - row.used - row.held - row.lent === row.free));
    const [whole, a, b] = [pool, `${pool}/a`, `${pool}/b`].map((id) => rows.find((row) => row.id === id));
    assert.equal((a?.used ?? 0) + (b?.used ?? 0), whole?.used, '各院在用之和等于总池在用');
  }
  return { ok: true, value: {} };
}

const standing = async (call: Call, pool: string) =>
  Object.fromEntries((await allAccounts(call, pool)).filter((account) => account.side === 'free').map(({ id, balance, held }) => [id, { balance, held }]));

async function play(call: Call, pool: string, index: number, { kind, side, amount, target }: Move): Promise<void> {
  const account = `${pool}/${side}`;
  const cause = `${pool}:${index}`;
  const earlier = `${pool}:${target}`;
  if (kind === 'hold') await hold(call, { account, amount, cause });
  if (kind === 'post') await post(call, { account, amount, cause });
  if (kind === 'void') await voidHold(call, { cause: earlier });
  if (kind === 'settle') await postHold(call, { cause: earlier });
  if (kind === 'back') await giveBack(call, { cause: earlier, newCause: `${cause}:back` });
  if (kind === 'lend') await lend(call, { from: account, to: `${pool}/${side === 'a' ? 'b' : 'a'}`, amount, cause, returnOn: loanUntil });
}
