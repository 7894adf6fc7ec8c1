import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { clockActor, type Actor } from '#platform/domain/actor.ts';
import { expectYes, type Answer } from '#platform/domain/answer.ts';
import { perform, performAsClock, type Call } from '#platform/server/call.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { addPeople, openOrganisations } from '#registry/server/public.ts';
import { idChecksum } from '#registry/domain/idNumber.ts';
import { addExpert } from './addExpert.ts';
import { addAbsence, dismissExpert, endAbsence, tellAbsence } from './expertLeave.ts';
import { listExperts, viewExpert } from './expertPool.ts';
import { giveScore } from './giveScore.ts';
import { invitePanel } from './invitePanel.ts';
import { listConflicts } from './listConflicts.ts';
import { previewRenewals, renewExperts } from './renewExperts.ts';
import { listToldTies, recordTie, tellTie, withdrawTie } from './tellTie.ts';
import { viewPanel } from './viewPanel.ts';

const app = await testDatabase();
const bureau: Actor = { ...clockActor('putuo'), accountId: 'office', role: 'bureau', organisationId: 'putuo-wjw', organisationPath: 'putuo.wjw' };
const as = (role: 'talent' | 'reviewer', personId: string): Actor => ({ ...clockActor('putuo'), accountId: `acc-${role}-${personId}`, personId, role });
const doing = <I, O>(actor: Actor, what: (call: Call, input: I) => Promise<Answer<O>>, input: I) => perform(app, actor, what, input).then(expectYes);

type Told = { name: string; at: string[] };
const told: Told[] = [
  { name: '何守正', at: ['zxyy 2010-01-01'] }, { name: '方既白', at: ['zyyy 2010-01-01'] }, { name: '骆明谦', at: ['fybj 2010-01-01'] }, { name: '卞思齐', at: ['jkzx 2010-01-01'] },
  { name: '严敬之', at: ['rmyy 2010-01-01 2024-06-30', 'jswz 2024-07-01'] }, { name: '谢道蕴', at: ['rmyy 2010-01-01'] }, { name: '许知微', at: ['rmyy 2018-01-01'] }, { name: '陶然', at: ['zyyy 2019-01-01'] },
];
const person = new Map<string, string>();
const expert = new Map<string, string>();
const idOf = (name: string) => person.get(name) ?? '';
const expertOf = (name: string) => expert.get(name) ?? '';

before(async () => {
  expectYes(await performAsClock(app, 'putuo', openOrganisations, {}));
  for (const [index, { name, at }] of told.entries()) {
    const first = `99010119700101${String(100 + index)}`;
    for (const [turn, place] of at.entries()) {
      const [organisation, from = '', to] = place.split(' ');
      const employment = { organisationId: `putuo-${organisation}`, from, post: '', ...(to ? { to } : {}) };
      const { personIds } = await performAsClock(app, 'putuo', addPeople, { people: [{ cause: `t:${index}:${turn}`, ...(person.has(name) ? { personId: idOf(name) } : {}), idNumber: first + idChecksum(first), name, phone: '', facts: [], source: 'authority' as const, evidence: '测试', employment }] }).then(expectYes);
      person.set(name, personIds[0] ?? '');
    }
  }
  for (const { name, at } of told.slice(0, 6))
    expert.set(name, (await doing(bureau, addExpert, { personId: idOf(name), organisationId: `putuo-${at.at(-1)?.split(' ')[0]}`, fields: name === '卞思齐' ? ['公共卫生'] : ['病理'], level: '正高', external: false, from: '2024-01-01', to: '2026-12-31' })).expertId);
});

const conflictsOf = async (name: string, against: string) => (await doing(bureau, listConflicts, { personId: idOf(against), expertId: expertOf(name) })).rows[0]?.conflicts ?? [];
const kindsOf = async (name: string, against: string) => (await conflictsOf(name, against)).map(({ kind, source }) => `${kind} ${source}`);
const inviting = (subject: string, size = 3) => ({ subject, fields: ['病理'], applicantPersonId: idOf('许知微'), organisationId: 'putuo-rmyy', size, file: { heading: '紧缺专业人才', sections: [] } });

test('邀请之前就知道谁能评：任职、申明、师承各有来源', async () => {
  assert.deepEqual(await kindsOf('谢道蕴', '许知微'), ['sameInstitution review.source.registry.employment']);
  assert.deepEqual(await kindsOf('严敬之', '许知微'), ['recentInstitution review.source.registry.employment'], '离开不满三年');
  assert.match((await conflictsOf('严敬之', '许知微'))[0]?.detail ?? '', /2010-01-01–2024-06-30/);
  assert.deepEqual(await kindsOf('何守正', '许知微'), []);
  const tie = { personId: idOf('何守正'), otherPersonId: idOf('许知微'), kind: 'mentor' as const, source: 'pairing:pair_1', from: '2026-01-01' };
  const { tieId } = await performAsClock(app, 'putuo', recordTie, tie).then(expectYes);
  assert.equal((await performAsClock(app, 'putuo', recordTie, { ...tie, to: '2026-10-31' }).then(expectYes)).tieId, tieId, '同一来源是同一段师承');
  assert.deepEqual(await kindsOf('何守正', '许知微'), ['mentor review.source.recorded'], '结束后仍是师生');
});

test('任一方都可申明；对方是不是专家，回答一样', async () => {
  const talent = as('talent', idOf('许知微'));
  const known = await perform(app, talent, tellTie, { name: '骆 明谦', kind: 'relative' as const, note: '配偶之兄' });
  const unknown = await perform(app, talent, tellTie, { name: '查无此人', kind: 'relative' as const, note: '' });
  assert.ok(known.ok && unknown.ok);
  assert.deepEqual(Object.keys(known.value), Object.keys(unknown.value));
  assert.deepEqual(await kindsOf('骆明谦', '许知微'), ['relative review.source.declared']);
  assert.equal((await doing(talent, listToldTies, {})).rows.length, 2);
  const elsewhere = await doing(as('reviewer', idOf('方既白')), tellTie, { name: '许知微', organisationId: 'putuo-zyyy', kind: 'interest' as const, note: '' });
  assert.deepEqual(await kindsOf('方既白', '许知微'), [], '同名而单位不符的不算');
  await doing(as('reviewer', idOf('方既白')), withdrawTie, elsewhere);
  await doing(as('reviewer', idOf('方既白')), tellTie, { name: '许知微', organisationId: 'putuo-rmyy', kind: 'interest' as const, note: '' });
  assert.deepEqual(await kindsOf('方既白', '许知微'), ['interest review.source.declared']);
  assert.deepEqual(await perform(app, talent, withdrawTie, elsewhere), await perform(app, talent, withdrawTie, { tieId: 'tie_none' }), '别人的申明等于没有');
});

test('不能评的人一个也不入组，且都有记录；请假的不邀请', async () => {
  assert.deepEqual(await perform(app, bureau, invitePanel, inviting('case_1')), { ok: false, reason: 'panelTooSmall', detail: { params: { need: 3, free: 1 } } });
  const first = await doing(bureau, invitePanel, inviting('case_1', 1));
  const panel = await doing(bureau, viewPanel, 'case_1');
  assert.deepEqual(panel.seats.map((seat) => seat.name), ['卞思齐']);
  assert.deepEqual(new Set(panel.excluded.map((each) => `${each.name} ${each.kind}`)), new Set(['何守正 mentor', '方既白 interest', '骆明谦 relative', '严敬之 recentInstitution', '谢道蕴 sameInstitution']));
  const { absenceId } = await doing(bureau, addAbsence, { expertId: expertOf('卞思齐'), from: '2026-11-20', to: '2026-11-30', reason: '援外' });
  assert.equal((await doing(bureau, listExperts, { standing: 'away' })).rows[0]?.name, '卞思齐');
  assert.deepEqual(await perform(app, bureau, invitePanel, { ...inviting('case_2', 1) }), { ok: false, reason: 'panelTooSmall', detail: { params: { need: 1, free: 0 } } });
  await doing(bureau, endAbsence, { expertId: expertOf('卞思齐'), absenceId });
  assert.ok((await doing(bureau, invitePanel, inviting('case_2', 1))).panelId !== first.panelId);
  assert.equal((await perform(app, as('reviewer', idOf('卞思齐')), tellAbsence, { from: '2026-12-02', to: '2026-12-01', reason: '出国' })).ok, false);
  await doing(as('reviewer', idOf('卞思齐')), tellAbsence, { from: '2026-12-01', to: '2026-12-02', reason: '出国' });
});

test('今年评审数、按时率与中位用时都能展开成清单', async () => {
  const { panelId } = await doing(bureau, viewPanel, 'case_1');
  app.clock.moveTo('2026-11-25');
  await doing(as('reviewer', idOf('卞思齐')), giveScore, { panelId, marks: { ethics: 9, clinical: 30, discipline: 20, research: 12, service: 13 }, opinion: '' });
  app.clock.moveTo('2026-12-20');
  const row = (await doing(bureau, listExperts, { q: '卞' })).rows[0];
  assert.deepEqual([row?.load, row?.due, row?.inTime, row?.medianTenths], [2, 2, 1, 20], '一件两天交，一件过期未交');
  const seen = await doing(bureau, viewExpert, expertOf('卞思齐'));
  assert.deepEqual(seen.seats.map((seat) => [seat.subject, seat.state, seat.scoredOn]).toSorted(), [['case_1', 'scored', '2026-11-25'], ['case_2', 'invited', null]]);
  assert.ok(!JSON.stringify(seen).includes('840'), '不含分数');
});

test('续任单个或成批，逐人先看后办，历史都在', async () => {
  const ask = { expertIds: [expertOf('何守正'), expertOf('方既白'), 'exp_none'], from: '2027-01-01', to: '2029-12-31' };
  assert.deepEqual((await doing(bureau, previewRenewals, { ...ask, from: '2026-12-31' })).rows.map((row) => row.refused), ['reason.termOverlaps', 'reason.termOverlaps']);
  assert.deepEqual((await doing(bureau, previewRenewals, ask)).rows.map((row) => row.refused), [null, null]);
  assert.equal((await doing(bureau, viewExpert, expertOf('何守正'))).terms.length, 1, '预览不留下什么');
  await doing(bureau, renewExperts, ask);
  const seen = await doing(bureau, viewExpert, expertOf('何守正'));
  assert.deepEqual(seen.terms.map(({ position, from }) => [position, from]), [[2, '2027-01-01'], [1, '2024-01-01']]);
  assert.deepEqual([seen.standing, seen.to, seen.until], ['serving', '2026-12-31', '2029-12-31'], '提前续任不影响现任期');
  assert.deepEqual((await doing(bureau, renewExperts, { ...ask, from: '2030-01-01', to: '2033-01-02' })).rows.map((row) => row.refused), ['reason.expertTerm', 'reason.expertTerm']);
});

test('解聘写明理由，未评的交给别人；再解聘一次说明已退出', async () => {
  const answer = await doing(bureau, dismissExpert, { expertId: expertOf('卞思齐'), reason: '年龄到限' });
  assert.deepEqual(answer, { replaced: 0, vacant: 1 }, '没有可换的人时由办事人看到空缺');
  const seen = await doing(bureau, viewExpert, expertOf('卞思齐'));
  assert.deepEqual([seen.standing, seen.leftReason], ['left', '年龄到限']);
  assert.equal((await perform(app, bureau, dismissExpert, { expertId: expertOf('卞思齐'), reason: '再来' })).ok, false);
  assert.deepEqual(await perform(app, bureau, viewExpert, 'exp_none'), { ok: false, reason: 'notFound' });
});
