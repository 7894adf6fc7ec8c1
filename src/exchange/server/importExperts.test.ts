import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeXlsx } from 'hucre/xlsx';
import { clockActor, type Actor } from '#platform/domain/actor.ts';
import { expectYes } from '#platform/domain/answer.ts';
import { sayIn } from '#platform/domain/words.ts';
import { perform, performAsClock } from '#platform/server/call.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { idChecksum } from '#registry/domain/idNumber.ts';
import { addPeople, openOrganisations, organisationTree } from '#registry/server/public.ts';
import { listExperts } from '#review/server/public.ts';
import reviewWords from '#review/words.zh.ts';
import exchangeWords from '../words.zh.ts';
import { importExperts } from './importExperts.ts';

const app = { ...(await testDatabase()), say: (key: string, params?: Record<string, string | number>) => sayIn({ ...exchangeWords, ...reviewWords }, key, params) };
const bureau: Actor = { ...clockActor('putuo'), accountId: 'office', role: 'bureau', organisationId: 'putuo-wjw', organisationPath: 'putuo.wjw' };
const head = ['姓名', '身份证号', '单位', '专业', '职称', '外单位', '任期起', '任期止'];
const numberOf = (index: number) => { const first = `99010119700101${String(100 + index)}`; return first + idChecksum(first); };

test('专家从 Excel 入库:先逐行核对,每处不对有原因和建议,只有正确的行进去', async () => {
  expectYes(await performAsClock(app, 'putuo', openOrganisations, {}));
  const hospital = expectYes(await perform(app, bureau, async (call) => ({ ok: true as const, value: (await organisationTree(call)).find(({ id }) => id === 'putuo-zxyy')?.name ?? '' }), {}));
  const people = ['何守正', '方既白', '骆明谦'].map((name, index) => ({ cause: `t:${index}`, idNumber: numberOf(index), name, phone: '', facts: [], source: 'authority' as const, evidence: '测试', employment: { organisationId: 'putuo-zxyy', from: '2010-01-01', post: '' } }));
  await performAsClock(app, 'putuo', addPeople, { people }).then(expectYes);
  const rows = [head,
    ['何守正', numberOf(0), hospital, '病理、影像', '正高', '是', '2026-01-01', '2028/12/31'],
    ['方继白', numberOf(1), hospital.slice(1), '', '正高', '', '2026.1.1', '很久'],
    ['骆明谦', numberOf(2), hospital, '康复', '正高', '', '2026-01-01', '2031-12-31'],
    ['无此人', numberOf(9), hospital, '康复', '正高', '', '2026-01-01', '2028-12-31'],
    ['何守正', '110101199001011230', hospital, '康复', '正高', '', '2026-01-01', '2028-12-31'],
  ];
  const content = Buffer.from(await writeXlsx({ sheets: [{ name: '专家', rows }] }));
  const looked = expectYes(await perform(app, bureau, importExperts, { content, enter: false }));
  assert.deepEqual(looked.rows.map(({ row, problems }) => [row, problems.map(({ column }) => column)]), [[2, []], [3, ['姓名', '单位', '专业', '任期止']], [4, ['任期止']], [5, ['身份证号']], [6, ['身份证号']]]);
  assert.deepEqual(looked.rows[1]?.problems.map(({ fix }) => fix), ['方既白', hospital, null, null]);
  assert.equal(looked.rows[2]?.problems[0]?.fix, '2029-01-01');
  assert.equal(expectYes(await perform(app, bureau, listExperts, {})).rows.length, 0, '核对不留下什么');
  const entered = expectYes(await perform(app, bureau, importExperts, { content, enter: true }));
  assert.deepEqual(entered.rows.map((line) => line.entered), [true, false, false, false, false]);
  assert.match(entered.rows[2]?.problems[0]?.message ?? '', /不超过三年/);
  const [expert] = expectYes(await perform(app, bureau, listExperts, {})).rows;
  assert.deepEqual([expert?.name, expert?.fields, expert?.external, expert?.to], ['何守正', ['病理', '影像'], true, '2028-12-31']);
  assert.match(expectYes(await perform(app, bureau, importExperts, { content, enter: true })).rows[0]?.problems[0]?.message ?? '', /已在专家库/);
});

test('没有表头、没有行、不是表格的文件各有原因', async () => {
  const reasonOf = async (content: Buffer) => { const answer = await perform(app, bureau, importExperts, { content, enter: false }); return answer.ok ? 'read' : answer.reason; };
  assert.deepEqual([await reasonOf(Buffer.from('甲,乙\n1,2')), await reasonOf(Buffer.from(head.join())), await reasonOf(Buffer.from('%PDF-1.4'))], ['headerMissing', 'rosterEmpty', 'fileType']);
});
