import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readXlsx } from 'hucre/xlsx';
import { clockActor, type Actor } from '#platform/domain/actor.ts';
import { expectYes } from '#platform/domain/answer.ts';
import { perform } from '#platform/server/call.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { openCase, openRound, publishProgrammes } from '#cases/server/public.ts';
import { idChecksum } from '#registry/domain/idNumber.ts';
import { addPeople, openOrganisations } from '#registry/server/public.ts';
import { exportQueue } from './exportQueue.ts';
import { exportShown } from './exportShown.ts';

const app = await testDatabase();
const bureau: Actor = { ...clockActor('putuo'), accountId: 'acc_bureau', role: 'bureau', organisationId: 'putuo-wjw', organisationPath: 'putuo.wjw' };
const rowsOf = async (content: Uint8Array, sheet = 0) => (await readXlsx(content)).sheets[sheet]?.rows ?? [];

test('页面上的列表照所示导出，每列说明来自哪一页，导出留痕', async () => {
  const { content, fileName } = expectYes(await perform(app, bureau, exportShown, { title: '专家库', heads: ['姓名', '任期'], rows: [['严敬之', '=1+1'], ['谢道蕴']] }));
  assert.deepEqual(await rowsOf(content), [['姓名', '任期'], ['严敬之', '=1+1'], ['谢道蕴', '']]);
  assert.match(fileName, /^专家库-/);
  assert.equal((await rowsOf(content, 1))[1]?.[0], '姓名');
  const kept = await app.db.selectFrom('audit_entry').select(['subject', 'detail']).where('act', '=', 'export.sheet').execute();
  assert.deepEqual(kept.map(({ subject }) => subject), ['shown:专家库']);
});

test('待办事项整表导出，不止一页；看不见的不在其中', async () => {
  for (const doing of [openOrganisations, publishProgrammes]) expectYes(await perform(app, bureau, doing as typeof publishProgrammes, {}));
  const programme = 'talent-recognition';
  const { roundId } = expectYes(await perform(app, bureau, openRound, { programme, version: 1, title: '测试批次', opensOn: '2026-01-01', closesOn: '2026-12-31' }));
  for (const personId of await enter(203)) expectYes(await perform(app, bureau, openCase, { programme, roundId, personId, category: 'shortage' }));
  const sheet = await rowsOf(expectYes(await perform(app, bureau, exportQueue, { view: 'all' })).content);
  assert.equal(sheet.length, 204);
  assert.equal(new Set(sheet.slice(1).map((row) => row[0])).size, 203);
  const elsewhere: Actor = { ...bureau, role: 'employer', organisationId: 'putuo-rmyy', organisationPath: 'putuo.wjw.rmyy' };
  assert.equal((await rowsOf(expectYes(await perform(app, elsewhere, exportQueue, { view: 'all' })).content)).length, 1);
});

async function enter(count: number): Promise<string[]> {
  const people = Array.from({ length: count }, (_, n) => {
    const body = `310107198504${String(10 + (n % 18)).padStart(2, '0')}${String(n).padStart(3, '0')}`;
    return { cause: `test:${n}`, idNumber: body + idChecksum(body), name: `测试${n}`, phone: '', source: 'institution' as const, evidence: '人事档案', facts: [], employment: { organisationId: 'putuo-zxyy', from: '2020-01-01', post: '医师' } };
  });
  return expectYes(await perform(app, bureau, addPeople, { people })).personIds;
}
