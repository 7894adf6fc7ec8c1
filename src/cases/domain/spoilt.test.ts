import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Programme } from './programme.ts';
import { problemsIn } from './problemsIn.ts';
import { soundProgramme } from './soundProgramme.ts';

type Draft = ReturnType<typeof soundProgramme>;
type Stages = Record<string, Draft['stages'][string]>;

/** What the check says about a raw definition: the schema's places, or the complaints about its sense. */
function complaintsOn(raw: unknown): string[] {
  const parsed = Programme.safeParse(raw);
  return parsed.success ? problemsIn(parsed.data) : parsed.error.issues.map((issue) => issue.path.join('.'));
}

const action = (stages: Stages, stage: string, key: string) => {
  const found = stages[stage]?.actions?.[key];
  assert.ok(found);
  return found;
};

// bad-inputs row 35: each fault has its own complaint, and the complaint names the place.
const spoilt: [string, (stages: Stages, draft: Draft) => void, string][] = [
  ['指向不存在的环节', (s) => { action(s, 'draft', 'submit').to = 'nowhere'; }, 'stages.draft.actions.submit: leads to unknown stage “nowhere”'],
  ['环节到不了', (s) => { action(s, 'screening', 'pass').to = 'granted'; }, 'stages.notice: cannot be reached'],
  ['走不到结束', (s) => { action(s, 'payment', 'finish').to = 'payment'; }, 'stages.payment: has no way to an end'],
  ['结束而无结果', (s) => { delete s.granted?.outcome; }, 'stages.granted: an ended stage, and only that, has an outcome'],
  ['有结果而未结束', (s) => { Object.assign(s.payment ?? {}, { outcome: 'granted' }); }, 'stages.payment: an ended stage, and only that, has an outcome'],
  ['结束后还有动作', (s) => { Object.assign(s.granted ?? {}, { actions: { back: { label: '退回', by: ['bureau'], to: 'draft' } } }); }, 'stages.granted: an ended stage has no actions'],
  ['期限的动作不归时钟', (s) => { Object.assign(s.notice?.within ?? {}, { then: 'uphold' }); }, 'stages.notice.within: “uphold” is not an action the clock may take'],
  ['时钟的动作没有期限', (s) => { delete s.screening?.within; }, 'stages.screening.actions.remind: the clock has no deadline that takes it'],
  ['公示没有期限', (s) => { delete s.notice?.within; }, 'stages.notice: a notice stands for a stated term'],
  ['起点不是草稿', (_, d) => { d.start = 'notice'; }, 'start: “notice” is not a draft stage'],
  ['角色写错', (s) => { action(s, 'draft', 'submit').by = ['mayor']; }, 'stages.draft.actions.submit.by.0'],
  ['条件写错', (s) => { action(s, 'draft', 'submit').needs = ['lucky']; }, 'stages.draft.actions.submit.needs.0'],
  ['效果写错', (s) => { action(s, 'draft', 'submit').does = ['celebrate']; }, 'stages.draft.actions.submit.does.0'],
  ['缺给本人看的名称', (s) => { Reflect.deleteProperty(s.notice?.label ?? {}, 'talent'); }, 'stages.notice.label.talent'],
  ['没有依据', (_, d) => { d.basis = []; }, 'basis'],
  ['键名拼错', (s) => { Object.assign(s.notice ?? {}, { labels: s.notice?.label }); }, 'stages.notice'],
  ['拒绝而不说理由', (s) => { delete action(s, 'screening', 'refuse').reason; }, 'stages.screening.actions.refuse: a refusal gives its reason'],
  ['进入公示而不发公示', (s) => { action(s, 'screening', 'pass').does = ['holdQuota']; }, 'stages.screening.actions.pass: enters a notice without publishing it'],
  ['占用名额前不问余额', (s) => { action(s, 'screening', 'pass').needs = []; }, 'stages.screening.actions.pass: holds a place without asking quotaLeft'],
  ['没有名额账户', (_, d) => { Reflect.deleteProperty(d.accounts, 'places'); }, 'stages.screening.actions.pass: holds a place of no account'],
  ['占用的名额从不退回', (s) => { action(s, 'notice', 'uphold').does = []; }, 'stages: a held place is never given back'],
  ['分期比例不足一千', (_, d) => { d.instalments = [{ label: '一次', months: 0, share: 900 }]; }, 'instalments: shares add up to 900 of 1000'],
  ['发放前不问是否到期', (s) => { action(s, 'payment', 'pay').needs = []; }, 'stages.payment.actions.pay: pays without asking instalmentDue'],
  ['动作占用了保留的名字', (s) => { Object.assign(s.payment?.actions ?? {}, { 'move-to-version': { label: '转', by: ['bureau'], to: 'granted' } }); }, 'stages.payment.actions.move-to-version: the word is taken by the move to another version'],
  ['类别没有政策', (_, d) => { Reflect.deleteProperty(d, 'policy'); }, 'policy: categories need the policy that decides them'],
  ['表单用了未声明的类别', (_, d) => { Object.assign(d.form.sections[0]?.fields.birthDate ?? {}, { categories: ['star'] }); }, 'form.birthDate: unknown category “star”'],
  ['栏目既无事实也无类型', (_, d) => { Reflect.deleteProperty(d.form.sections[0]?.fields.birthDate ?? {}, 'fact'); }, 'form.birthDate: takes either a fact or a kind of its own'],
];

test('没有毛病的定义没有投诉', () => assert.deepEqual(complaintsOn(soundProgramme()), []));

for (const [name, spoil, complaint] of spoilt) {
  test(`定义有毛病：${name}`, () => {
    const draft = soundProgramme();
    spoil(draft.stages, draft);
    const complaints = complaintsOn(draft);
    assert.ok(complaints.includes(complaint), `complaints: ${JSON.stringify(complaints)}`);
  });
}
