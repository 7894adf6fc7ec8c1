import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { clockActor, type Actor } from '#platform/domain/actor.ts';
import { expectYes } from '#platform/domain/answer.ts';
import { perform, performAsClock } from '#platform/server/call.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { addPeople, openOrganisations } from '#registry/server/public.ts';
import { idChecksum } from '#registry/domain/idNumber.ts';
import { addExpert } from './addExpert.ts';
import { giveScore, saveScoreDraft } from './giveScore.ts';
import { invitePanel } from './invitePanel.ts';
import { listOwnReviews, viewOwnReview } from './ownReviews.ts';
import { dissolvePanel, panelState } from './panelState.ts';
import { recuse } from './recuse.ts';
import { viewPanel } from './viewPanel.ts';

const app = await testDatabase();
const bureau: Actor = { ...clockActor('putuo'), accountId: 'office', role: 'bureau', organisationId: 'putuo-wjw', organisationPath: 'putuo.wjw' };
const organisations = ['zxyy', 'zyyy', 'fybj', 'jkzx', 'jswz', 'rmyy'];
const names = ['何守正', '方既白', '骆明谦', '卞思齐', '严敬之', '谢道蕴'];
const people = new Map<string, string>();
const marks = { ethics: 9, clinical: 31.5, discipline: 22, research: 13.5, service: 12 };

const reviewer = (personId: string): Actor => ({ ...clockActor('putuo'), accountId: `acc-${personId}`, personId, role: 'reviewer' });

before(async () => {
  expectYes(await performAsClock(app, 'putuo', openOrganisations, {}));
  const rows = [...names, '许知微'].map((name, index) => {
    const first = `99010119700101${String(100 + index)}`;
    return { cause: `t:${index}`, idNumber: first + idChecksum(first), name, phone: '', facts: [], source: 'authority' as const, evidence: '测试', employment: { organisationId: `putuo-${organisations[index] ?? 'rmyy'}`, from: '2010-01-01', post: '' } };
  });
  const { personIds } = expectYes(await performAsClock(app, 'putuo', addPeople, { people: rows }));
  [...names, '许知微'].forEach((name, index) => people.set(name, personIds[index] ?? ''));
  for (const [index, name] of names.entries())
    expectYes(await perform(app, bureau, addExpert, { personId: people.get(name) ?? '', organisationId: `putuo-${organisations[index]}`, fields: ['病理'], level: '正高', external: false, from: '2026-01-01', to: '2028-12-31' }));
});

const ask = (subject: string, size = 3) => ({ subject, fields: ['病理'], applicantPersonId: people.get('许知微') ?? '', organisationId: 'putuo-rmyy', size, file: { heading: '紧缺专业人才', sections: [] } });
const membersOf = async (subject: string) => expectYes(await perform(app, bureau, viewPanel, subject)).seats;
const actorOf = (name: string) => reviewer(people.get(name) ?? '');

test('同单位的专家从未入组，除名有来源；再问一次还是同一个组', async () => {
  const { panelId } = expectYes(await perform(app, bureau, invitePanel, ask('case_1')));
  assert.equal(expectYes(await perform(app, bureau, invitePanel, ask('case_1'))).panelId, panelId);
  const panel = expectYes(await perform(app, bureau, viewPanel, 'case_1'));
  assert.equal(panel.seats.length, 3);
  assert.ok(panel.seats.every((seat) => seat.name !== '谢道蕴'));
  assert.deepEqual(panel.excluded, [{ name: '谢道蕴', kind: 'sameInstitution', source: 'registry:employment' }]);
});

test('没有利益冲突的专家不够时说明还有几名，什么也不留下', async () => {
  const answer = await perform(app, bureau, invitePanel, ask('case_few', 6));
  assert.deepEqual(answer, { ok: false, reason: 'panelTooSmall', detail: { params: { need: 6, free: 5 } } });
  assert.equal(await perform(app, bureau, viewPanel, 'case_few').then((view) => view.ok), false);
});

test('有冲突的专家回避后另派一人，不再看到材料，也不告知对方是谁（第16行）', async () => {
  expectYes(await perform(app, bureau, invitePanel, ask('case_2')));
  const [first] = await membersOf('case_2');
  const panelId = expectYes(await perform(app, bureau, viewPanel, 'case_2')).panelId;
  const actor = actorOf(first?.name ?? '');
  assert.deepEqual(expectYes(await perform(app, actor, recuse, { panelId, kind: 'mentor' })), {});
  assert.deepEqual(await perform(app, actor, viewOwnReview, panelId), { ok: false, reason: 'notFound' });
  const seats = await membersOf('case_2');
  assert.equal(seats.filter((seat) => seat.state === 'invited').length, 3, '另派一人');
  const again = expectYes(await perform(app, bureau, invitePanel, ask('case_3')));
  assert.ok(again.panelId);
  assert.ok((await membersOf('case_3')).every((seat) => seat.name !== first?.name), '声明过的关系下次也算');
});

test('评分到齐前谁也看不到分；到齐后给出平均分；提交后不能再改（第18行）', async () => {
  const { panelId } = expectYes(await perform(app, bureau, viewPanel, 'case_1'));
  const seats = await membersOf('case_1');
  for (const [index, seat] of seats.entries()) {
    assert.equal((await perform(app, bureau, async (call) => ({ ok: true as const, value: await panelState(call, 'case_1') }), {}).then(expectYes))?.meanTenths, null);
    assert.ok((await membersOf('case_1')).every((each) => each.scoreTenths === null));
    const actor = actorOf(seat.name);
    expectYes(await perform(app, actor, saveScoreDraft, { panelId, marks: { ethics: 9 }, opinion: '' }));
    assert.deepEqual(expectYes(await perform(app, actor, viewOwnReview, panelId)).marks, { ethics: 9 });
    expectYes(await perform(app, actor, giveScore, { panelId, marks: { ...marks, service: 12 + index }, opinion: '符合急需' }));
    assert.deepEqual(await perform(app, actor, giveScore, { panelId, marks, opinion: '' }), { ok: false, reason: 'scoreLocked' });
  }
  const panel = expectYes(await perform(app, bureau, viewPanel, 'case_1'));
  assert.deepEqual([panel.received, panel.meanTenths], [3, 890]);
});

test('别人的评审与不存在的评审是同一个回答；过了期限不再收分', async () => {
  const { panelId } = expectYes(await perform(app, bureau, viewPanel, 'case_3'));
  const seats = await membersOf('case_3');
  const outside = names.find((name) => seats.every((seat) => seat.name !== name)) ?? '';
  assert.deepEqual(await perform(app, actorOf(outside), giveScore, { panelId, marks, opinion: '' }), await perform(app, actorOf(outside), giveScore, { panelId: 'panel_none', marks, opinion: '' }));
  const [member] = seats;
  assert.ok(expectYes(await perform(app, actorOf(member?.name ?? ''), listOwnReviews, {})).rows.some((row) => row.panelId === panelId));
  app.clock.moveTo('2026-12-31');
  const late = await perform(app, actorOf(member?.name ?? ''), giveScore, { panelId, marks, opinion: '' });
  assert.ok(!late.ok);
  assert.equal(late.reason, 'deadlinePassed');
  expectYes(await perform(app, bureau, dissolvePanel, 'case_3'));
  assert.ok(!(await perform(app, bureau, viewPanel, 'case_3')).ok);
});

test('任期超过三年的专家不能入库（人社部令第40号）', async () => {
  const answer = await perform(app, bureau, addExpert, { personId: 'x', organisationId: 'putuo-zxyy', fields: ['病理'], level: '正高', external: false, from: '2026-01-01', to: '2029-01-02' });
  assert.ok(!answer.ok);
  assert.equal(answer.reason, 'expertTerm');
});
