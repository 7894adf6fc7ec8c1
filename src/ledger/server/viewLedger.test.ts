import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitorActor, type Actor } from '#platform/domain/actor.ts';
import { expectYes } from '#platform/domain/answer.ts';
import { perform, performAsClock } from '#platform/server/call.ts';
import { testDatabase, testDay } from '#platform/server/testDatabase.ts';
import { openOrganisations } from '#registry/server/public.ts';
import { hold, post } from './hold.ts';
import { lend } from './lend.ts';
import { openPools } from './openPools.ts';
import { viewAccount } from './viewAccount.ts';
import { viewLedger } from './viewLedger.ts';

const app = await testDatabase();
expectYes(await performAsClock(app, 'cixi', openOrganisations, {}));
expectYes(await performAsClock(app, 'cixi', openPools, {}));

const bureau: Actor = { ...visitorActor('cixi'), accountId: 'acc_b', role: 'bureau', organisationId: 'cixi-wjj', organisationPath: 'cixi.wjj' };
const east: Actor = { ...bureau, accountId: 'acc_e', role: 'employer', organisationId: 'cixi-cdzy', organisationPath: 'cixi.wjj.cdzy' };
const nextDay = '2026-11-24';

test('任一日的台账：当日之后的变动不算，暂扣带到期日与事由', async () => {
  app.clock.moveTo(nextDay);
  const taking = { account: 'hospital-filed/cixi-cdzy', amount: 2, note: '公开招聘 ZP-1', link: '/work/cases/case_1' };
  expectYes(await perform(app, bureau, hold, { ...taking, cause: 'view:1', until: new Date('2026-12-01T00:00:00+08:00') }));
  const before = expectYes(await perform(app, bureau, viewLedger, { day: testDay }));
  const now = expectYes(await perform(app, bureau, viewLedger, {}));
  const heldIn = (view: typeof now) => view.pools.find((pool) => pool.code === 'hospital-filed')?.whole.held;
  assert.deepEqual([heldIn(before), before.holds.length, heldIn(now)], [0, 0, 2]);
  const [only] = now.holds;
  assert.deepEqual([only?.organisation, only?.note, only?.link, only?.clock], ['慈东医共体总院', '公开招聘 ZP-1', '/work/cases/case_1', { dueOn: '2026-11-30', left: 4, total: 4 }]);
  app.clock.moveTo(testDay);
});

test('核定不因借用而变：借出一方少空余，借入一方多空余', async () => {
  const view = expectYes(await perform(app, bureau, viewLedger, {}));
  const rows = view.pools.flatMap((pool) => [pool.whole, ...pool.children]);
  for (const row of rows) assert.equal(row.granted - row.used - row.held - row.lent, row.free, row.id);
  const [lender, borrower] = ['hospital-filed/cixi-cdzy', 'primary-filed/cixi-cdfy'].map((id) => rows.find((row) => row.id === id));
  assert.deepEqual([lender?.granted, lender?.lent, borrower?.granted, borrower?.lent], [560, 12, 168, -12]);
});

test('单位只看本医共体的账户；别家账户与不存在的账户是同一个回答', async () => {
  const view = expectYes(await perform(app, east, viewLedger, {}));
  const seen = new Set(view.pools.flatMap((pool) => pool.children.map((row) => row.organisationId)));
  assert.deepEqual([...seen].toSorted(), ['cixi-cdcs', 'cixi-cdfy', 'cixi-cdzy']);
  for (const move of [...view.holds, ...view.latest]) assert.ok(seen.has(move.account.split('/')[1] ?? ''), move.account);
  const theirs = await perform(app, east, viewAccount, { id: 'hospital-filed/cixi-czzy' });
  assert.deepEqual(theirs, await perform(app, east, viewAccount, { id: 'hospital-filed/nobody' }));
  assert.deepEqual(expectYes(await perform(app, east, viewAccount, { id: 'hospital-filed/cixi-cdzy' })).borrowers.map(({ id }) => id), ['primary-filed/cixi-cdfy']);
});

test('只看一家机构的变动', async () => {
  expectYes(await perform(app, bureau, post, { account: 'village-filed/cixi-cxcs', amount: 1, cause: 'view:2' }));
  expectYes(await perform(app, bureau, lend, { from: 'hospital-filed/cixi-cxzy', to: 'primary-filed/cixi-cxfy', amount: 1, cause: 'view:3', returnOn: '2027-06-30' }));
  const { latest } = expectYes(await perform(app, bureau, viewLedger, { organisation: 'cixi-cxfy' }));
  assert.deepEqual(new Set(latest.map((move) => move.account)), new Set(['primary-filed/cixi-cxfy', 'hospital-filed/cixi-cxzy']));
  assert.ok(latest.some((move) => move.loan?.returnOn === '2027-06-30' && move.to === '慈西医共体西片分院'));
});
