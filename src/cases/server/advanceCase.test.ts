import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { expectYes } from '#platform/domain/answer.ts';
import { perform } from '#platform/server/call.ts';
import { advanceCase } from './advanceCase.ts';
import { testCases } from './testCases.ts';

const { app, as, bureau, hr, doctor, expert, round, draftOf, view, step, clockTicks, toNotice } = await testCases();
const experts = await Promise.all(['何教授', '钱教授', '孙教授'].map((name) => expert(name)));
const call = await round();

const stepsIn = (caseId: string) => app.db.selectFrom('case_step').selectAll().where('case_id', '=', caseId).orderBy('position').execute();

describe('办理一步', () => {
  beforeEach(() => app.clock.moveTo('2026-11-23'));

  it('二十个人同时提交，只走一步', async () => {
    const talent = await doctor('李梅');
    const caseId = await draftOf(talent, call);
    const answers = await Promise.all(Array.from({ length: 20 }, () => perform(app, talent, advanceCase, { caseId, action: 'submit', seen: 0 })));
    assert.equal(answers.filter(({ ok }) => ok).length, 1);
    assert.deepEqual(new Set(answers.filter(({ ok }) => !ok).map((answer) => !answer.ok && answer.reason)), new Set(['changedMeanwhile']));
    assert.equal((await stepsIn(caseId)).length, 1);
  });

  it('从申报到第一期发放：时钟确认公示，名额记账，一期只付一次', async () => {
    const talent = await doctor('柳闻莺');
    const caseId = await toNotice(talent, call, experts);
    assert.equal((await view(bureau, caseId)).clock?.dueOn, '2026-11-30');
    const ticks = async () => (await clockTicks()).taken.filter((each) => each.caseId === caseId);
    assert.deepEqual(await ticks(), []);
    app.clock.moveTo('2026-12-01');
    assert.deepEqual(await ticks(), [{ caseId, action: 'confirm' }]);
    assert.deepEqual(await ticks(), []);
    const [first, second] = await Promise.all([step(bureau, caseId, 'pay'), step(bureau, caseId, 'pay')]);
    assert.equal([first, second].filter((answer) => answer?.ok).length, 1);
    const shown = await view(bureau, caseId);
    assert.deepEqual(shown.instalments.map(({ amountFen, state }) => [amountFen, state]), [[3_200_000, 'paid'], [2_400_000, 'planned'], [2_400_000, 'planned']]);
    assert.partialDeepStrictEqual(await step(bureau, caseId, 'pay'), { ok: false, reason: 'instalmentNotDue', detail: { params: { dueOn: '2027-12-01' } } });
    assert.partialDeepStrictEqual(await step(bureau, caseId, 'finish'), { ok: false, reason: 'instalmentsUnpaid' });
    expectYes(await step(bureau, caseId, 'breach', { reason: '服务期内离职' }));
    assert.deepEqual((await view(bureau, caseId)).instalments.map(({ state }) => state), ['recovered', 'stopped', 'stopped']);
  });

  it('退回必须说理由，本人读得到；补正后再走', async () => {
    const talent = await doctor('简宁');
    const caseId = await draftOf(talent, call);
    expectYes(await step(talent, caseId, 'submit'));
    assert.partialDeepStrictEqual(await step(hr, caseId, 'return'), { ok: false, reason: 'reasonNeeded' });
    expectYes(await step(hr, caseId, 'return', { reason: '缺少主要业绩说明' }));
    assert.equal((await view(talent, caseId)).steps.at(-1)?.reason, '缺少主要业绩说明');
    expectYes(await step(talent, caseId, 'submit'));
  });

  it('看不见的就不存在：别人、别院、别区得到同一个答复', async () => {
    const talent = await doctor('许知微');
    const caseId = await draftOf(talent, call);
    const other = await doctor('王军');
    const nobody = { ok: false, reason: 'notFound' };
    const ask = { caseId, action: 'submit', seen: 0 };
    for (const actor of [other, as('employer', 'rmyy'), as('bureau', 'wjj', '', 'cixi'), as('leader', 'wjw'), experts[0] ?? other]) assert.deepEqual(await perform(app, actor, advanceCase, ask), nobody);
    assert.deepEqual(await perform(app, bureau, advanceCase, { ...ask, caseId: 'case_unknown' }), nobody);
  });

  it('单位五个工作日未推荐，时钟终止，且只终止一次', async () => {
    const talent = await doctor('邬敏');
    const caseId = await draftOf(talent, call);
    expectYes(await step(talent, caseId, 'submit'));
    app.clock.moveTo('2026-12-01');
    const { taken } = await clockTicks();
    assert.ok(taken.some((each) => each.caseId === caseId && each.action === 'lapse'));
    assert.equal((await view(talent, caseId)).outcome, 'lapsed');
    assert.ok(!(await clockTicks()).taken.some((each) => each.caseId === caseId));
  });

  it('每件的环节都等于经过推出的环节', async () => {
    const cases = await app.db.selectFrom('case').selectAll().execute();
    for (const each of cases) {
      const steps = await stepsIn(each.id);
      assert.equal(each.stage, steps.at(-1)?.to_stage ?? 'draft');
      assert.equal(each.step_count, steps.length);
    }
  });
});
