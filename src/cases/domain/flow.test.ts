import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Role } from '#platform/domain/actor.ts';
import { no } from '#platform/domain/answer.ts';
import { guardsExcept } from './exampleRun.ts';
import { aheadOf, mayTake, offered, stageAfter, type Step } from './flow.ts';
import { flowChart, roleTable } from './flowChart.ts';
import { Programme } from './programme.ts';
import { soundProgramme } from './soundProgramme.ts';

const programme = Programme.parse(soundProgramme());
const open = guardsExcept();

test('谁可以办：不该办的人得到“不归您办”，不存在的动作得到“没有这一步”', () => {
  assert.equal(mayTake(programme, 'draft', 'submit', 'talent', open).ok, true);
  assert.partialDeepStrictEqual(mayTake(programme, 'draft', 'submit', 'bureau', open), { ok: false, reason: 'notYourAction' });
  assert.partialDeepStrictEqual(mayTake(programme, 'draft', 'dance', 'talent', open), { ok: false, reason: 'notOffered' });
});

test('跳步：还在草稿就要发放，答复还没到这一步', () => {
  assert.partialDeepStrictEqual(mayTake(programme, 'draft', 'pay', 'bureau', open), { ok: false, reason: 'notYet', detail: { params: { stage: 'Draft' } } });
});

test('条件不成立：第一条的理由和数字作答复，其余列在后面', () => {
  const guards = { ...open, noticeOver: no('notYet', { params: { days: 2, objections: 1 } }), noObjection: no('objectionOpen') };
  const answer = mayTake(programme, 'notice', 'confirm', 'clock', guards);
  assert.partialDeepStrictEqual(answer, { ok: false, reason: 'notYet', detail: { params: { days: 2, objections: 1 } } });
  assert.deepEqual(!answer.ok && answer.detail?.problems, [{ field: 'noticeOver', reason: 'notYet' }, { field: 'noObjection', reason: 'objectionOpen' }]);
});

test('按钮与服务器用同一个判断', () => {
  fc.assert(fc.property(fc.constantFrom(...Object.keys(programme.stages)), fc.constantFrom(...Role.options), (stage, role) => {
    for (const { action, answer } of offered(programme, stage, role, open)) assert.deepEqual(answer, mayTake(programme, stage, action, role, open));
  }));
});

test('任意走法：经过推出的环节总在定义之内，结束后无路可走', () => {
  const moves = Object.values(programme.stages).flatMap((stage) => Object.entries(stage.actions).flatMap(([key, action]) => action.by.map((by) => ({ key, by }))));
  fc.assert(fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 30 }), (tries) => {
    const taken: Step[] = [];
    for (const { key, by } of tries) {
      const stage = stageAfter(programme, taken);
      const answer = mayTake(programme, stage, key, by, open);
      if (!answer.ok) continue;
      assert.notEqual(programme.stages[stage]?.kind, 'ended');
      taken.push(answer.value);
    }
    assert.ok(programme.stages[stageAfter(programme, taken)]);
  }));
});

test('还要经过哪些环节', () => assert.deepEqual(aheadOf(programme, 'screening'), ['notice', 'payment', 'granted']));

test('流程图与职责表由定义生成', () => {
  assert.match(flowChart(programme), /screening -- Pass --> notice/);
  assert.match(roleTable(programme), /\| Notice \| Confirm `confirm` \|/);
});
