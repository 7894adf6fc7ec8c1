import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { readXlsx } from 'hucre/xlsx';
import { expectYes } from '#platform/domain/answer.ts';
import { visitorActor, type Actor } from '#platform/domain/actor.ts';
import { perform } from '#platform/server/call.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import policyWords from '#policy/words.zh.ts';
import { idChecksum } from '#registry/domain/idNumber.ts';
import { addPeople, openOrganisations } from '#registry/server/public.ts';
import exchangeWords from '../words.zh.ts';
import { exportEntitlements } from './exportEntitlements.ts';
import { exportSandbox } from './exportSandbox.ts';

const words: Record<string, string> = { ...policyWords, ...exchangeWords };
const app = { ...(await testDatabase()), say: (key: string, params: Record<string, string | number> = {}) => (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '')) };
const officer: Actor = { ...visitorActor('putuo'), role: 'bureau', accountId: 'acc_1' };
const leader: Actor = { ...officer, role: 'leader' };
const idOf = (order: number, birth: string) => ((body) => body + idChecksum(body))(`310107${birth}${String(order).padStart(3, '0')}`);
const able = { 学历: '本科', 职称: '中级', 专业: '内科', 全职在岗: true, 年度考核: '合格', 医德考评较差: false, 人才分类: '无', 机构层级: '市级', 团队带头人: false, 已享受市级同类扶持: false };
const entry = (order: number, name: string, birth: string) => ({
  cause: `import:t:${order}`, idNumber: idOf(order, birth), name, phone: '', source: 'import' as const, evidence: '花名册', facts: Object.entries(able).map(([kind, value]) => ({ kind, value })),
  employment: { organisationId: 'putuo-zxyy', from: '2020-01-01', post: '医师' },
});
const policy = { code: 'talent-development', version: '2.0' };
const trial = { ...policy, parameters: { 骨干年龄上限: 48 }, every: 'once' as const, shares: '60 40' };

before(async () => {
  expectYes(await perform(app, officer, openOrganisations, {}));
  expectYes(await perform(app, officer, addPeople, { people: [entry(1, '何晓芸', '19850417'), entry(2, '沈明远', '19790520'), entry(3, '=HYPERLINK("x")', '19880102')] }));
});

const sheetsOf = async (content: Uint8Array) => Object.fromEntries((await readXlsx(content)).sheets.map(({ name, rows }) => [name, rows.map((row) => [...row])]));

describe('政策的导出', () => {
  it('试算一份五张表：结果、机构、逐年、缺的事实、人（隐去名字），每列都有说明', async () => {
    const sheets = await sheetsOf(expectYes(await perform(app, officer, exportSandbox, trial)).content);
    assert.deepEqual(Object.keys(sheets), ['按结果', '按机构', '以后几年', '缺哪些事实', '有变化和刚好在外的人', '说明']);
    assert.deepEqual(sheets['按结果']?.find(([name]) => name === '学科骨干'), ['学科骨干', 2, 3, 1, 0, 0, 0]);
    assert.deepEqual(sheets['有变化和刚好在外的人']?.[1]?.slice(0, 6), ['得到', '沈**', '普陀区中心医院', '学科骨干', '否', '是']);
    assert.deepEqual(sheets['以后几年']?.slice(1, 5).map((row) => [row[0], row[2], row[6]]), [[2026, '现行', 72_000], [2026, '试算', 108_000], [2027, '现行', 48_000], [2027, '试算', 72_000]]);
    const about = new Map(sheets['说明']?.map((row) => [row[0], row[1]]));
    for (const [name, rows] of Object.entries(sheets)) if (name !== '说明') for (const head of rows[0] ?? []) assert.ok(String(about.get(String(head)) ?? '').length > 3, `${name} ${head}`);
    assert.equal(about.get('骨干年龄上限'), 48);
  });

  it('领导导出的只有人数：没有人的那张表，一两人写成 1–2', async () => {
    const sheets = await sheetsOf(expectYes(await perform(app, leader, exportSandbox, trial)).content);
    assert.equal(sheets['有变化和刚好在外的人'], undefined);
    assert.deepEqual(sheets['按结果']?.find(([name]) => name === '学科骨干')?.slice(1, 4), ['1–2', 3, '1–2']);
    assert.doesNotMatch(JSON.stringify(sheets), /何|沈\*/);
  });

  it('事实与结果须写用途，用途留痕；像公式的姓名仍是文字，敏感事实不出', async () => {
    const refused = await perform(app, officer, exportEntitlements, { ...policy, purpose: ' ' });
    assert.equal(refused.ok ? '' : refused.reason, 'exportPurposeNeeded');
    const sheets = await sheetsOf(expectYes(await perform(app, officer, exportEntitlements, { ...policy, purpose: '年度测算' })).content);
    const [head = [], ...rows] = Object.values(sheets)[0] ?? [];
    const at = (name: string) => head.indexOf(name);
    assert.deepEqual(rows.map((row) => [row[0], row[at('学历')], row[at('学科骨干')], row[at('确定金额（元）')]]).toSorted(([one], [other]) => (String(one) < String(other) ? 1 : -1)), [['沈明远', '本科', '否', 0], ['何晓芸', '本科', '是', 60_000], ['=HYPERLINK("x")', '本科', '是', 60_000]]);
    assert.ok(!head.includes('身份证号') && !head.includes('手机'));
    const entries = await app.db.selectFrom('audit_entry').select('detail').where('act', '=', 'export.sheet').where('subject', '=', 'entitlements').execute();
    assert.deepEqual(entries.map(({ detail }) => (detail as { purpose: string }).purpose), ['年度测算']);
  });
});
