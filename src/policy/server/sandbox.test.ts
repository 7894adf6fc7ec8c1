import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { expectYes, yes } from '#platform/domain/answer.ts';
import { visitorActor, type Actor } from '#platform/domain/actor.ts';
import { perform } from '#platform/server/call.ts';
import { shippedRegions } from '#platform/server/regionFiles.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { idChecksum } from '#registry/domain/idNumber.ts';
import { addPeople, openOrganisations } from '#registry/server/public.ts';
import words from '../words.zh.ts';
import type { PeopleAsk } from '../domain/sandboxContract.ts';
import type { Payment } from '../domain/sandboxYears.ts';
import { listSandboxPeople } from './listSandboxPeople.ts';
import { slideSandbox } from './slideSandbox.ts';
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
const talent = { code: 'talent-development', version: '2.0' };
const attempt = (parameters: Record<string, number>, more: Partial<Parameters<typeof trySandbox>[1]> = {}, actor = officer('putuo')) => perform(app, actor, trySandbox, { ...talent, parameters, ...more });
const list = (ask: Partial<PeopleAsk> & Pick<PeopleAsk, 'of'>, actor = officer('putuo')) => perform(app, actor, listSandboxPeople, { ...talent, parameters: {}, from: 0, limit: 50, years: 5, ...ask });
const shipped = fs.readFileSync(path.join(shippedRegions, 'putuo/policies/talent-development/2.0.yaml'), 'utf8');

before(async () => {
  for (const regionId of ['putuo', 'cixi']) expectYes(await perform(app, officer(regionId), openOrganisations, {}));
  expectYes(await perform(app, officer('putuo'), addPeople, { people: putuo }));
  const elsewhere = await perform(app, officer('cixi'), async ({ tx }) => yes((await sql<{ id: string }>`select id from organisation where region_id = 'cixi' order by path desc limit 1`.execute(tx)).rows[0]?.id ?? ''), {});
  expectYes(await perform(app, officer('cixi'), addPeople, { people: [entry(5, '岑海波', '19790601', able, expectYes(elsewhere))] }));
});

describe('政策试算', () => {
  it('骨干年龄上限由 45 提到 48：47 岁的沈明远得到，没有人失去，外区的人不算', async () => {
    const report = expectYes(await attempt({ [limit]: 48 }));
    assert.equal(report.snapshot.people, putuo.length);
    assert.deepEqual(report.institutions.map(({ organisationId, people, gains, loses }) => [organisationId, people, gains, loses]), [['putuo-zxyy', 4, 1, 0]]);
    assert.deepEqual(report.results.find(({ name }) => name === '学科骨干'), { name: '学科骨干', change: 'same', before: 1, after: 2, gains: 1, loses: 0, becomesUnknown: 0 });
    assert.ok(report.results.every(({ loses, becomesUnknown }) => loses === 0 && becomesUnknown === 0));
    assert.deepEqual([report.cost.after.sure - report.cost.before.sure, report.cost.unverified], [6_000_000, true]);
    const { rows, total } = expectYes(await list({ of: 'gains', parameters: { [limit]: 48 } }));
    assert.deepEqual([total, rows.map(({ name, result, before: was, after }) => [name, result, was, after])], [1, [['沈**', '学科骨干', 'no', 'yes']]]);
  });

  it('降到 40：四十一岁的何晓芸失去，机构少一人也少一笔钱；不改则无人变化', async () => {
    const report = expectYes(await attempt({ [limit]: 40 }));
    assert.deepEqual(report.results.filter(({ loses }) => loses !== 0).map(({ name, loses }) => [name, loses]), [['学科骨干', 1]]);
    assert.deepEqual(report.institutions.map(({ loses, before: was, after }) => [loses, (was?.sure ?? 0) - (after?.sure ?? 0)]), [[1, 6_000_000]]);
    const same = expectYes(await attempt({}));
    assert.deepEqual([same.movedPeople, same.cost.before], [0, same.cost.after]);
  });

  it('上限 46 时沈明远刚好在外：差一个门槛，过了 188 天', async () => {
    const report = expectYes(await attempt({ [limit]: 46 }));
    assert.equal(report.outside.find(({ result }) => result === '学科骨干')?.people, 1);
    const { rows } = expectYes(await list({ of: 'outside', result: '学科骨干', parameters: { [limit]: 46 } }));
    assert.deepEqual(rows.map(({ name, missed }) => [name, missed?.fact, missed?.have, missed?.need, missed?.short, missed?.unit]), [['沈**', '出生日期', '47', '46', 188, 'day']]);
    assert.equal(expectYes(await attempt({ [limit]: 44 })).outside.find(({ result }) => result === '学科骨干')?.people, 0);
  });

  it('缺年度考核的一人列在所缺事实里，不当作不符合', async () => {
    const { missing } = expectYes(await attempt({ [limit]: 48 }));
    assert.deepEqual(missing.find(({ fact }) => fact === '年度考核'), { fact: '年度考核', people: 1, becomesUnknown: 0 });
    assert.deepEqual(expectYes(await list({ of: 'lacking', fact: '年度考核', result: '学科骨干' })).rows.map(({ name, missing: lacks }) => [name, lacks]), [['陆**', ['年度考核']]]);
  });

  it('以后几年：一次发放的记在符合的那一年，分三年按比例，每年发放则年年有；年满而失去的也数得出', async () => {
    const paid = async (payment: Payment) => expectYes(await attempt({}, { years: 7, payment })).years.map(({ year, after }) => [year, after.entitled, after.fresh, after.lapsed, after.paid.sure / 1_000_000]);
    assert.deepEqual(await paid({ every: 'once', shares: [100] }), [[2026, 1, 1, 0, 6], [2027, 1, 0, 0, 0], [2028, 1, 0, 0, 0], [2029, 1, 0, 0, 0], [2030, 1, 0, 0, 0], [2031, 0, 0, 1, 0], [2032, 0, 0, 0, 0]]);
    assert.deepEqual((await paid({ every: 'once', shares: [50, 30, 20] })).map((row) => row[4]), [3, 1.8, 1.2, 0, 0, 0, 0]);
    assert.deepEqual((await paid({ every: 'year', shares: [100] })).map((row) => row[4]), [6, 6, 6, 6, 6, 0, 0]);
    const raised = expectYes(await attempt({ [limit]: 48 }, { years: 2 })).years.map(({ before: was, after }) => [was.entitled, after.entitled, after.paid.sure - was.paid.sure]);
    assert.deepEqual(raised, [[1, 2, 6_000_000], [1, 2, 0]]);
    assert.deepEqual(expectYes(await list({ of: 'fresh', year: 2026, parameters: { [limit]: 48 } })).rows.map(({ name, before: was }) => [name, was]).toSorted(), [['何**', 'yes'], ['沈**', 'no']]);
  });

  it('整份草案与现行版本比：改条文与改参数结论相同；新增的结果算得到，删去的算失去', async () => {
    const text = shipped.replace('骨干年龄上限: { 值: 45', '骨干年龄上限: { 值: 48');
    const [draft, slid] = [expectYes(await attempt({}, { draft: { text } })), expectYes(await attempt({ [limit]: 48 }))];
    assert.deepEqual([draft.results, draft.cost, draft.years, draft.outside], [slid.results, slid.cost, slid.years, slid.outside]);
    assert.equal(draft.parameters.find(({ name }) => name === limit)?.value, 48);
    const added = shipped.replace('结果:\n', '结果:\n  在岗慰问: { 据: 办法#开发对象, 当: 全职在岗, 服务: 慰问, 待核: true }\n');
    assert.deepEqual(expectYes(await attempt({}, { draft: { text: added } })).results.find(({ name }) => name === '在岗慰问'), { name: '在岗慰问', change: 'added', before: 0, after: 4, gains: 4, loses: 0, becomesUnknown: 0 });
    const older = expectYes(await attempt({}, { draft: { version: '1.0' } }));
    assert.deepEqual([older.draft, older.published], [{ kind: 'version', version: '1.0' }, { version: '2.0', inForce: true }]);
  });

  it('草案写错时逐处说明行、列和原因，没有的版本就是没有', async () => {
    const spoken = { ...app, say: (key: string, params: Record<string, string | number> = {}) => ((words as Record<string, string>)[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '')) };
    const wrong = await perform(spoken, officer('putuo'), trySandbox, { ...talent, parameters: {}, draft: { text: shipped.replace('职称 >= "中级"', '职秤 >= "中级"') } });
    assert.ok(!wrong.ok);
    assert.equal(wrong.reason, 'policyInvalid');
    assert.match(wrong.detail?.problems?.[0]?.message ?? '', /没有名为“职秤”的事实/);
    assert.match(wrong.detail?.problems?.[0]?.field ?? '', /第\d+行第\d+列/);
    const none = await attempt({}, { draft: { version: '9.9' } });
    assert.equal(none.ok ? '' : none.reason, 'notFound');
  });

  it('领导只看人数：一两人的数不说，没有姓名和名单', async () => {
    const leader: Actor = { ...officer('putuo'), role: 'leader' };
    const report = expectYes(await attempt({ [limit]: 48 }, {}, leader));
    assert.deepEqual([report.lists, report.movedPeople, report.snapshot.people], [false, null, 4]);
    assert.deepEqual(report.results.find(({ name }) => name === '学科骨干'), { name: '学科骨干', change: 'same', before: null, after: null, gains: null, loses: 0, becomesUnknown: 0 });
    assert.deepEqual(report.institutions.map(({ people, gains, before: was, after }) => [people, gains, was, after]), [[4, null, null, null]]);
    assert.doesNotMatch(JSON.stringify(report), /何|沈|陆|顾|per_/);
    const refused = await list({ of: 'gains', parameters: { [limit]: 48 } }, leader);
    assert.equal(refused.ok ? '' : refused.reason, 'notFound');
    assert.deepEqual(expectYes(await perform(app, leader, slideSandbox, { ...talent, parameters: { [limit]: 48 } })).results, report.results);
  });

  it('拖动时只用内存里的快照；重新取数或过五分钟才见新来的人', async () => {
    const people = async (fresh = false) => expectYes(await attempt({}, { fresh })).snapshot.people;
    assert.equal(await people(), 4);
    expectYes(await perform(app, officer('putuo'), addPeople, { people: [entry(6, '许可风', '19900101', able)] }));
    assert.deepEqual([await people(), await people(true), await people()], [4, 5, 5]);
    expectYes(await perform(app, officer('putuo'), addPeople, { people: [entry(7, '江未名', '19910101', able)] }));
    app.clock.moveTo(new Date(app.clock.now().getTime() + 6 * 60_000));
    assert.equal(await people(), 6);
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
