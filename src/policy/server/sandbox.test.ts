import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { expectYes, yes } from '#platform/domain/answer.ts';
import { visitorActor, type Actor } from '#platform/domain/actor.ts';
import { perform } from '#platform/server/call.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { idChecksum } from '#registry/domain/idNumber.ts';
import { addPeople, openOrganisations } from '#registry/server/public.ts';
import { trySandbox } from './trySandbox.ts';

const app = await testDatabase();
const officer = (regionId: string): Actor => ({ ...visitorActor(regionId), role: 'bureau', accountId: 'acc_1' });
const idOf = (order: number, birth: string) => ((body) => body + idChecksum(body))(`310107${birth}${String(order).padStart(3, '0')}`);
const able = { 学历: '本科', 职称: '中级', 专业: '内科', 全职在岗: true, 年度考核: '合格', 医德考评较差: false, 人才分类: '无', 机构层级: '市级', 团队带头人: false, 已享受市级同类扶持: false };
const entry = (order: number, name: string, birth: string, facts: Record<string, string | boolean>, organisationId = 'putuo-zxyy') => ({
  cause: `import:t:${order}`, idNumber: idOf(order, birth), name, phone: '', source: 'import' as const, evidence: '花名册', facts: Object.entries(facts).map(([kind, value]) => ({ kind, value })),
  employment: { organisationId, from: '2020-01-01', post: '医师' },
});
const { 年度考核: _assessment, ...unassessed } = able;
const putuo = [entry(1, '何晓芸', '19850417', able), entry(2, '沈明远', '19790520', able), entry(3, '陆文静', '19880102', unassessed), entry(4, '顾伯安', '19660301', able)];
const limit = '骨干年龄上限';
const attempt = (parameters: Record<string, number>, regionId = 'putuo') => perform(app, officer(regionId), trySandbox, { code: 'talent-development', version: '2.0', parameters });

before(async () => {
  for (const regionId of ['putuo', 'cixi']) expectYes(await perform(app, officer(regionId), openOrganisations, {}));
  expectYes(await perform(app, officer('putuo'), addPeople, { people: putuo }));
  const elsewhere = await perform(app, officer('cixi'), async ({ tx }) => yes((await sql<{ id: string }>`select id from organisation where region_id = 'cixi' order by path desc limit 1`.execute(tx)).rows[0]?.id ?? ''), {});
  expectYes(await perform(app, officer('cixi'), addPeople, { people: [entry(5, '岑海波', '19790601', able, expectYes(elsewhere))] }));
});

describe('政策试算', () => {
  it('骨干年龄上限由 45 提到 48：47 岁的沈明远得到，没有人失去，外区的人不算', async () => {
    const report = expectYes(await attempt({ [limit]: 48 }));
    assert.equal(report.people, putuo.length);
    assert.deepEqual(report.changed.map(({ name, result, before: was, after }) => [name, result, was, after]), [['沈明远', '学科骨干', 'no', 'yes']]);
    assert.deepEqual(report.institutions.map(({ organisationId, gains, loses }) => [organisationId, gains, loses]), [['putuo-zxyy', 1, 0]]);
    assert.equal(report.results.find(({ name }) => name === '学科骨干')?.yes, 2);
    assert.ok(report.results.every(({ loses, becomesUnknown }) => loses === 0 && becomesUnknown === 0));
    assert.deepEqual([report.cost.after.sure - report.cost.before.sure, report.cost.unverified], [6_000_000, true]);
  });

  it('降到 40：四十一岁的何晓芸失去；不改则无人变化', async () => {
    assert.deepEqual(expectYes(await attempt({ [limit]: 40 })).results.filter(({ loses }) => loses > 0).map(({ name, loses }) => [name, loses]), [['学科骨干', 1]]);
    const same = expectYes(await attempt({}));
    assert.deepEqual([same.changedTotal, same.cost.before], [0, same.cost.after]);
    assert.ok(same.results.every(({ justOutside }) => justOutside === null));
  });

  it('缺年度考核的一人列在所缺事实里，不当作不符合', async () => {
    const { missing } = expectYes(await attempt({ [limit]: 48 }));
    assert.equal(missing.find(({ fact }) => fact === '年度考核')?.people, 1);
    assert.ok(missing.every((each, at) => at === 0 || each.people <= (missing[at - 1]?.people ?? 0)));
  });

  it('没有这个参数、不是整数的参数都说清楚', async () => {
    for (const name of ['没有的参数', '紧缺目录', 'constructor']) {
      const answer = await attempt({ [name]: 1 });
      assert.deepEqual(answer.ok ? undefined : [answer.reason, answer.detail?.params], ['sandboxParameter', { name }]);
    }
  });

  it('试算不留痕：幂等键与审计都没有增加', async () => {
    const kept = () => perform(app, officer('putuo'), async ({ tx }) => yes((await sql<{ n: number }>`select (select count(*) from idempotency)::int + (select count(*) from audit_entry)::int as n`.execute(tx)).rows[0]?.n), {});
    const earlier = expectYes(await kept());
    expectYes(await attempt({ [limit]: 48 }));
    assert.equal(expectYes(await kept()), earlier);
  });
});
