import assert from 'node:assert/strict';
import test from 'node:test';
import { sayIn } from '#platform/domain/words.ts';
import platformZh from '#platform/words.zh.ts';
import words from '../words.zh.ts';
import type { ExplainedResult } from './openContract.ts';
import { writeExplanation } from './writtenExplanation.ts';

const say = (key: string, params?: Record<string, string | number>) => sayIn({ ...platformZh, ...words }, key, params);
const evidenceOf = (fact: string) => (fact === '下基层天数' ? ['下派通知', '考勤证明'] : []);
const line = (more: Partial<ExplainedResult['lines'][number]>): ExplainedResult['lines'][number] => ({ mark: 'yes', clause: '职业道德', document: '答复', article: '三', facts: [], missing: [], unverified: false, ...more });
const judged = (more: Partial<ExplainedResult>): ExplainedResult & { version: string; judgedOn: string } => ({
  name: '副高申报', qualification: '可申报副高', verdict: 'no', unverified: false, document: '通知', article: '评价标准', sureFen: null, possibleFen: null, lines: [], ways: [], version: '2026', judgedOn: '2026-11-23', ...more,
});

test('不符合的在前，写明条款、要求、事实、来源与日期、怎样更正', () => {
  const written = writeExplanation(judged({ lines: [
    line({ facts: [{ name: '年度考核', value: '良好', source: { kind: 'institution', text: '考核表 · 2026-01-10' } }] }),
    line({ mark: 'no', clause: '下基层一年', document: '医师法', article: '第四十六条', rule: '下基层天数 >= 下基层天数下限', unverified: true, facts: [{ name: '下基层天数', value: '322', source: { kind: 'authority', text: '双方签到 · 2026-11-01' } }] }),
  ], ways: [{ steps: [{ act: 'improve', fact: '下基层天数', text: '', short: 43, unit: 'number', need: '365' }] }], becomes: '2027-03-01' }), say, evidenceOf);
  assert.equal(written.title, '关于“可申报副高”的判断说明');
  assert.equal(written.judged, '按《通知》（2026 版）评价标准判断，判断日 2026-11-23。');
  assert.deepEqual(written.clauses.map(({ heading }) => heading), ['1. 下基层一年：不符合', '2. 职业道德：符合']);
  assert.deepEqual(written.clauses[0], {
    mark: 'no', heading: '1. 下基层一年：不符合', basis: '依据：《医师法》第四十六条（数值待核：尚未见到正式文本）', asks: ['要求：下基层天数不低于下基层天数下限'],
    facts: [{ fact: '您的事实：下基层天数 322', source: '来源：权威登记，双方签到 · 2026-11-01', correct: '如有误：向登记部门申请更正，或在“我的档案”提出更正并附下派通知、考勤证明，由卫生健康部门核验。' }],
  });
  assert.deepEqual(written.next, ['下一步：“下基层天数”须达到365。', '其余不变，最早 2027-03-01 符合。', '以上变化登记后会自动重新判断，不必另行申请。']);
});

test('未知写明缺什么，不写成不符合', () => {
  const written = writeExplanation(judged({ verdict: 'unknown', lines: [line({ mark: 'unknown', clause: '进修', missing: ['上级进修月数'], facts: [{ name: '上级进修月数' }] })] }), say, evidenceOf);
  assert.equal(written.conclusion, '结论：还不能确定，缺少：上级进修月数。未知不等于不符合。');
  assert.deepEqual(written.clauses[0]?.facts, [{ fact: '您的事实：上级进修月数 档案中没有', source: '', correct: '补充办法：在“我的档案”填写，并附能证明该事实的材料。' }]);
});
