import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { clockActor, type Actor } from '#platform/domain/actor.ts';
import { expectYes } from '#platform/domain/answer.ts';
import { perform, performAsClock } from '#platform/server/call.ts';
import { shippedRegions } from '#platform/server/regionFiles.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { advanceCase, listEntitled, openCase, openRound, publishProgrammes, saveDraft } from '#cases/server/public.ts';
import { balancesOn, openPools } from '#ledger/server/public.ts';
import { policiesOn } from '#policy/server/public.ts';
import { addPeople, openOrganisations, organisationTree } from '#registry/server/public.ts';

// A region is data: starting from an empty folder, these five files make one, and the whole way from roster to a granted place runs in it.
const files: Record<string, string> = {
  'region.yaml': `
id: yunxi
name: 云溪县(虚构)
short: 云溪
platform: 云溪县卫生健康人才平台
bureau: 云溪县卫生健康局
inherits: china
organisations:
  - { id: wjj, name: 云溪县卫生健康局, kind: 卫生行政部门, level: 县级, children: [{ id: rmyy, name: 云溪县人民医院, kind: 综合医院, level: 县级 }] }
`,
  'accounts.yaml': `
pools:
  - { code: township-places, group: 下乡名额, title: 下乡名额, unit: seat, document: 云卫〔2026〕1号(虚构), total: 1 }
`,
  'policies/township-doctor/1.0.yaml': `
政策: township-doctor
名称: 下乡医师补助(虚构)
版本: "1.0"
施行: { 起: 2026-01-01 }
依据:
  办法: { 名: 云溪县下乡医师补助办法(虚构), 日期: 2025-12-01 }
条款:
  本科以上: { 据: 办法#第三条, 则: 学历 >= "本科" }
结果:
  下乡医师: { 据: 办法#第四条, 当: 本科以上 且 职称 >= "中级", 资格: 下乡医师 }
测试:
  - { 例: 本科中级, 给: { 学历: 本科, 职称: 中级 }, 期: { 下乡医师: 是 } }
  - { 例: 大专, 给: { 学历: 大专, 职称: 中级 }, 期: { 下乡医师: 否 } }
  - { 例: 学历未填, 给: { 职称: 中级 }, 期: { 下乡医师: 未知 } }
`,
  'forms/township-doctor.yaml': `
code: township-doctor
sections:
  - label: 基本情况
    fields:
      education: { label: 学历, fact: 学历 }
      promise: { label: 所填属实, kind: { type: boolean } }
`,
  'programmes/retain/township-doctor/programme.yaml': `
code: township-doctor
version: 1
pillar: retain
title: 下乡医师补助
summary: 到乡镇服务的医师申请补助。
prefix: XX
basis: [{ document: 云溪县下乡医师补助办法(虚构), article: 第五条 }]
policy: township-doctor@1.0
rounds: true
categories: { doctor: { label: 下乡医师, result: 下乡医师 } }
form: township-doctor
accounts: { places: township-places }
start: draft
stages:
  draft: { kind: draft, label: { staff: 草稿, talent: 填写中 }, actions: { submit: { label: 提交, by: [talent], to: decision, needs: [withinWindow, formComplete], does: [freezeForm, assessEligibility] } } }
  decision:
    kind: decision
    label: { staff: 审定, talent: 审定中 }
    actions:
      grant: { label: 同意, by: [bureau], to: service, needs: [eligible, quotaLeft], does: [holdQuota] }
      refuse: { label: 不同意, by: [bureau], to: refused, reason: required }
  service:
    kind: fulfilment
    label: { staff: 到岗, talent: 等待到岗 }
    actions:
      arrive: { label: 已到岗, by: [bureau], to: granted, does: [postQuota] }
      cancel: { label: 未到岗, by: [bureau], to: refused, reason: required, does: [voidQuota] }
  granted: { kind: ended, outcome: granted, label: { staff: 已批准, talent: 已批准 } }
  refused: { kind: ended, outcome: refused, label: { staff: 未批准, talent: 未批准 } }
`,
};

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'xinglin-region-'));
for (const [name, text] of Object.entries(files)) {
  fs.mkdirSync(path.dirname(path.join(root, 'yunxi', name)), { recursive: true });
  fs.writeFileSync(path.join(root, 'yunxi', name), text.trimStart());
}
const app = await testDatabase({ regionRoots: [shippedRegions, root] });
const bureau: Actor = { ...clockActor('yunxi'), accountId: 'office', role: 'bureau', organisationId: 'yunxi-wjj', organisationPath: 'yunxi.wjj' };

const talentOf = (personId: string): Actor => ({ ...clockActor('yunxi'), accountId: `acc-${personId}`, personId, role: 'talent' });

async function apply(personId: string, roundId: string): Promise<string> {
  const talent = talentOf(personId);
  const { caseId, filled } = expectYes(await perform(app, talent, openCase, { programme: 'township-doctor', roundId, category: 'doctor' }));
  assert.equal(filled, 1, '学历已从档案填好');
  expectYes(await perform(app, talent, saveDraft, { caseId, saved: 0, answers: { promise: true } }));
  expectYes(await perform(app, talent, advanceCase, { caseId, action: 'submit', seen: 0 }));
  return caseId;
}

test('第三个地区只靠数据：从空文件夹到名册、政策、名额、申报、批准', async () => {
  expectYes(await performAsClock(app, 'yunxi', openOrganisations, {}));
  expectYes(await performAsClock(app, 'yunxi', openPools, {}));
  const { published } = expectYes(await performAsClock(app, 'yunxi', publishProgrammes, {}));
  assert.ok(published.some((name) => name.startsWith('township-doctor')));
  const seen = expectYes(await performAsClock(app, 'yunxi', async (call) => ({ ok: true as const, value: {
    organisations: (await organisationTree(call)).map((each) => each.name), codes: (await policiesOn(call, call.clock.today())).map((policy) => policy.code),
  } }), {}));
  assert.deepEqual(seen.organisations, ['云溪县卫生健康局', '云溪县人民医院']);
  assert.ok(seen.codes.includes('township-doctor') && seen.codes.includes('physician-grassroots'), '自己的和继承自全国的政策都在');
  const people = [['11010519491231002X', '韩溪'], ['110105194912310038', '骆云']].map(([idNumber = '', name = ''], index) => ({
    cause: `yunxi:${index}`, idNumber, name, phone: '', source: 'authority' as const, evidence: '演示',
    facts: [{ kind: '学历', value: '本科' }, { kind: '职称', value: '中级' }], employment: { organisationId: 'yunxi-rmyy', from: '2020-01-01', post: '医师' },
  }));
  const [first = '', second = ''] = expectYes(await performAsClock(app, 'yunxi', addPeople, { people })).personIds;
  const entitled = expectYes(await perform(app, bureau, listEntitled, { programme: 'township-doctor', limit: 10 }));
  assert.deepEqual(entitled.rows.map((row) => [row.name, row.verdict]).toSorted(), [['韩溪', 'yes'], ['骆云', 'yes']]);
  const { roundId } = expectYes(await perform(app, bureau, openRound, { programme: 'township-doctor', title: '2026 年', opensOn: '2026-11-01', closesOn: '2026-12-31', organisationId: 'yunxi-wjj' }));
  const [granted, rival] = [await apply(first, roundId), await apply(second, roundId)];
  expectYes(await perform(app, bureau, advanceCase, { caseId: granted, action: 'grant', seen: 1 }));
  assert.equal(expectYes(await perform(app, bureau, advanceCase, { caseId: granted, action: 'arrive', seen: 2 })).stage, 'granted');
  const refused = await perform(app, bureau, advanceCase, { caseId: rival, action: 'grant', seen: 1 });
  assert.ok(!refused.ok);
  assert.equal(refused.reason, 'quotaFull');
  const [pool] = expectYes(await performAsClock(app, 'yunxi', balancesOn, { day: app.clock.today() }));
  assert.deepEqual([pool?.granted, pool?.used, pool?.free], [1, 1, 0]);
});
