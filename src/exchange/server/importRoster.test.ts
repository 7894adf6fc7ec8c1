import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { readXlsx, writeXlsx, type CellValue } from 'hucre/xlsx';
import type { Actor } from '#platform/domain/actor.ts';
import { expectYes, type Answer } from '#platform/domain/answer.ts';
import { sayIn } from '#platform/domain/words.ts';
import { openAccount } from '#platform/server/accounts.ts';
import { accountActor } from '#platform/server/account.store.ts';
import { perform, performAsClock, type Call } from '#platform/server/call.ts';
import { brokenInvariants } from '#platform/server/invariants.ts';
import { runJobsOnce } from '#platform/server/jobs.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { employ, openOrganisations } from '#registry/server/public.ts';
import { idChecksum } from '#registry/domain/idNumber.ts';
import type { ImportMode, RosterImport } from '../domain/contract.ts';
import type { Decision } from '../domain/problem.ts';
import words from '../words.zh.ts';
import { cancelImport } from './cancelImport.ts';
import { decideProblems } from './decideProblems.ts';
import { exportRoster } from './exportRoster.ts';
import './jobs.ts';
import { problemSheet } from './problemSheet.ts';
import { checkImport, commitImport } from './startRun.ts';
import { templateSheet } from './templateSheet.ts';
import { uploadRoster } from './uploadRoster.ts';
import { listImports, listProblems, viewImport } from './viewImport.ts';

const app = { ...await testDatabase(), say: (key: string, params?: Record<string, string | number>) => sayIn(words, key, params) };
const idOf = (body: string) => body + idChecksum(body);
const heads = ['姓名', '证件号码', '学历', '到岗日期', '离岗日期', '手机号码', '职称', '科室'];
const person = (n: number, name: string, change: Record<number, CellValue> = {}): CellValue[] =>
  [name, idOf(`31010719850417${String(n).padStart(3, '0')}`), '本科', '2014-07-15', '至今', `1380000${String(1000 + n)}`, '中级', '内科'].map((each, at) => (at in change ? change[at] ?? null : each));

const wrongLast = (idNumber: CellValue | undefined): string => String(idNumber).slice(0, 17) + (String(idNumber).endsWith('1') ? '2' : '1');

let zxyy: Actor;
let rmyy: Actor;
const bureau: Actor = { accountId: 'acc_bureau', personId: '', role: 'bureau', regionId: 'putuo', organisationId: 'putuo-wjw', organisationPath: 'putuo.wjw' };
async function hired(organisation: string): Promise<Actor> {
  const { id } = expectYes(await performAsClock(app, 'putuo', openAccount, { signInName: `hr-${organisation}`, name: '人事', role: 'employer', organisationId: `putuo-${organisation}` }));
  return await accountActor(app.db, 'putuo', id) ?? assert.fail();
}
before(async () => {
  expectYes(await performAsClock(app, 'putuo', openOrganisations, {}));
  [zxyy, rmyy] = [await hired('zxyy'), await hired('rmyy')];
});

const asked = async <I, O>(actor: Actor, doing: (call: Call, input: I) => Promise<Answer<O>>, input: I): Promise<O> => expectYes(await perform(app, actor, doing, input));
const fileOf = async (rows: CellValue[][], head = heads) => Buffer.from(await writeXlsx({ sheets: [{ name: '花名册', rows: [head, ...rows] }] }));
async function upload(actor: Actor, rows: CellValue[][], shownName = '花名册.xlsx'): Promise<string> {
  const { importId } = await asked(actor, uploadRoster, { shownName, content: await fileOf(rows) });
  await runJobsOnce(app);
  return importId;
}
async function problems(actor: Actor, importId: string): Promise<string[]> {
  const { rows } = await asked(actor, listProblems, { importId, limit: 500 });
  for (const { reason } of rows) assert.ok(`exchange.problem.${reason}` in words, `no words for ${reason}`);
  return rows.map((each) => `${each.row} ${each.column} ${each.reason}`);
}
const decide = (actor: Actor, importId: string, reason: string, decision: Decision | null) => asked(actor, decideProblems, { importId, reason, decision });
async function commit(actor: Actor, importId: string, mode: ImportMode) {
  await asked(actor, commitImport, { importId, mode });
  await runJobsOnce(app);
  return asked(actor, viewImport, { importId });
}
const peopleNow = async () => Number((await app.pool.query('select count(*) as n from person')).rows[0]?.n);

describe('试运行与导入', () => {
  it('试运行列出每一处问题而不写入；改好的行可以单独导入，同一导入再点一次不重复', async () => {
    const importId = await upload(zxyy, [
      person(1, '沈知远'), person(2, '祁若水', { 1: wrongLast(person(2, '')[1]) }), person(3, '邬\u200b清源', {}), person(4, '秦诺', { 3: '2014年7月' }), person(1, '沈知远'),
    ]);
    assert.deepEqual(await problems(zxyy, importId), ['3 证件号码 idChecksum', '4 姓名 nameInvisible', '5 到岗日期 dateNeedsDay', '6 证件号码 personTwice']);
    assert.equal(await peopleNow(), 0);
    const all = await commit(zxyy, importId, 'all');
    assert.deepEqual([all.stage, all.failure?.reason, await peopleNow()], ['checked', 'rowsNotGood', 0]);
    await decide(zxyy, importId, 'dateNeedsDay', 'accept');
    await decide(zxyy, importId, 'nameInvisible', 'accept');
    const some = await commit(zxyy, importId, 'good');
    assert.deepEqual([some.stage, some.counts.added, some.counts.refused, await peopleNow()], ['committed', 3, 2, 3]);
    await commit(zxyy, importId, 'good');
    assert.equal(await peopleNow(), 3);
  });

  it('谁也不会有两份：系统内已有的人要确认为更新，别的单位的人只说提交核对', async () => {
    const mine = await upload(zxyy, [person(1, '沈知远', { 6: '副高' })]);
    assert.deepEqual(await problems(zxyy, mine), ['2 证件号码 personExists']);
    await decide(zxyy, mine, 'personExists', 'update');
    const updated = await commit(zxyy, mine, 'all');
    assert.deepEqual([updated.counts.added, updated.counts.updated, await peopleNow()], [0, 1, 3]);
    const theirs = await upload(rmyy, [person(1, '沈知远'), person(7, '柳行')]);
    assert.deepEqual((await asked(rmyy, listProblems, { importId: theirs })).rows.map((each) => [each.reason, each.params]), [['personElsewhere', {}]]);
    await decide(rmyy, theirs, 'personElsewhere', 'update');
    assert.deepEqual([(await commit(rmyy, theirs, 'good')).counts.added, await peopleNow()], [1, 4]);
    const [check, ...others] = await app.db.selectFrom('identity_check').select(['person_id', 'organisation_id', 'told_name', 'state']).execute();
    assert.deepEqual([check?.organisation_id, check?.told_name, check?.state, others], ['putuo-rmyy', '沈知远', 'open', []]);
    await asked(bureau, employ, { personId: check?.person_id ?? '', organisationId: 'putuo-rmyy', from: '2026-11-23' });
    assert.deepEqual(await problems(rmyy, await upload(rmyy, [person(1, '沈知远')])), ['2 证件号码 personExists']);
  });

  it('更新时写明离岗的，任职到那天为止，人不再算在本院；再导一次不多出一段', async () => {
    await commit(zxyy, await upload(zxyy, [person(30, '施舒')]), 'all');
    for (const change of [{ 4: '2026-10-31' }, { 4: '2026-10-31' }]) {
      const importId = await upload(zxyy, [person(30, '施舒', change)]);
      await decide(zxyy, importId, 'personExists', 'update');
      await commit(zxyy, importId, 'all');
    }
    const found = await app.pool.query("select to_day, person.organisation_id from employment join person on person.id = person_id where name = '施舒'");
    assert.deepEqual(found.rows, [{ to_day: '2026-10-31', organisation_id: null }]);
  });

  it('干跑与真跑同一套判断：两次之间系统里多了同一个人，真跑不会再建一份', async () => {
    const first = await upload(zxyy, [person(20, '顾云')]);
    const second = await upload(zxyy, [person(20, '顾云')]);
    assert.equal((await commit(zxyy, first, 'all')).stage, 'committed');
    const late = await commit(zxyy, second, 'all');
    assert.deepEqual([late.stage, late.failure?.reason, await problems(zxyy, second)], ['checked', 'rowsNotGood', ['2 证件号码 personExists']]);
  });

  it('一个更正撤销后，该行不再导入', async () => {
    const small = Array.from({ length: 900 }, (_, n) => idOf(`31010719900417${String(n).padStart(3, '0')}`)).find((id) => id.endsWith('X')) ?? assert.fail();
    const importId = await upload(zxyy, [person(0, '樊信', { 1: small.toLowerCase() })]);
    assert.deepEqual(await problems(zxyy, importId), ['2 证件号码 corrected']);
    await decide(zxyy, importId, 'corrected', 'undo');
    await asked(zxyy, checkImport, { importId });
    await runJobsOnce(app);
    assert.deepEqual(await problems(zxyy, importId), ['2 证件号码 correctionUndone']);
    await decide(zxyy, importId, 'correctionUndone', null);
    await asked(zxyy, checkImport, { importId });
    await runJobsOnce(app);
    assert.deepEqual(await problems(zxyy, importId), ['2 证件号码 corrected']);
  });
});

describe('取消', () => {
  it('排队中的导入立即取消，文件删除，什么也没写', async () => {
    const people = await peopleNow();
    const { importId } = await asked(zxyy, uploadRoster, { shownName: 'a.xlsx', content: await fileOf([person(50, '谈笑')]) });
    await asked(zxyy, cancelImport, { importId });
    await runJobsOnce(app);
    assert.deepEqual([(await asked(zxyy, viewImport, { importId })).stage, await peopleNow()], ['cancelled', people]);
    const again = await perform(app, zxyy, commitImport, { importId, mode: 'all' as const });
    assert.equal(again.ok ? '' : again.reason, 'importClosed');
  });
  it('试运行中途取消，文件删除', async () => {
    const rows = Array.from({ length: 6_000 }, (_, n) => [`甲${n}`, '', '', '']);
    const { importId } = await asked(zxyy, uploadRoster, { shownName: 'a.xlsx', content: await fileOf(rows) });
    await Promise.all([runJobsOnce(app), stopWhenRunning(importId, 'checking')]);
    assert.deepEqual([(await asked(zxyy, viewImport, { importId })).stage, await problems(zxyy, importId)], ['cancelled', []]);
    const left = await app.pool.query('select 1 from roster_file f join roster_import i using (region_id, stored_name) where i.id = $1', [importId]);
    assert.equal(left.rowCount, 0);
  });
  it('真跑中途取消，已写的也退回，可以再导入', async () => {
    const people = await peopleNow();
    const rows = Array.from({ length: 2_500 }, (_, n) => [`${'甲乙丙丁戊己庚辛壬癸'.charAt(n % 10)}${n}`, idOf(`3101071975${String(1 + (n % 12)).padStart(2, '0')}${String(1 + (Math.floor(n / 500) % 28)).padStart(2, '0')}${String(n % 500).padStart(3, '0')}`), '本科', '2014-07-15', '', '', '', '内科']);
    const importId = await upload(zxyy, rows);
    await asked(zxyy, commitImport, { importId, mode: 'all' });
    await Promise.all([runJobsOnce(app), stopWhenRunning(importId, 'committing')]);
    assert.deepEqual([(await asked(zxyy, viewImport, { importId })).stage, await peopleNow()], ['checked', people]);
    assert.equal((await commit(zxyy, importId, 'all')).counts.added, 2_500);
  });
});

async function stopWhenRunning(importId: string, during: RosterImport['stage']): Promise<void> {
  const { stage, progress } = await asked(zxyy, viewImport, { importId });
  if (stage !== during) return;
  await (progress && progress.done > 0 ? asked(zxyy, cancelImport, { importId }) : stopWhenRunning(importId, during));
}

describe('文件与权限', () => {
  it('第22行：古怪的文件名只用来显示，存放用随机名', async () => {
    const importId = await upload(zxyy, [person(60, '裴清')], `../../CON\u0000${'长'.repeat(300)}<b>.xlsx`);
    const { fileName } = await asked(zxyy, viewImport, { importId });
    assert.ok(fileName.startsWith('../../CON长') && fileName.length === 200);
    const stored = await app.pool.query('select stored_name from roster_import where id = $1', [importId]);
    assert.match(stored.rows[0]?.stored_name, /^[0-9a-f-]{36}$/);
  });
  it('存下的文件是密文', async () => {
    const { rows } = await app.pool.query('select sealed_content from roster_file limit 1');
    assert.match(rows[0]?.sealed_content, /^aes1\./);
  });
  it('第26行：别的单位的导入等于不存在', async () => {
    const importId = await upload(zxyy, [person(61, '鲍舒')]);
    for (const doing of [viewImport, listProblems, checkImport, cancelImport, problemSheet]) {
      const answer = await perform(app, rmyy, doing as typeof viewImport, { importId });
      assert.equal(answer.ok ? '' : answer.reason, 'notFound');
    }
    assert.ok(!(await asked(rmyy, listImports, {})).rows.some((each) => each.importId === importId));
  });
  it('CSV（GB18030 或 UTF-8）与 Excel 同样导入', async () => {
    const content = Buffer.from(`姓名,身份证号,学历,到岗日期\n鲍思,${person(90, '')[1]},本科,2014-07-15\n卞文,${person(91, '')[1]},大本,2014.7\n`);
    const { importId } = await asked(zxyy, uploadRoster, { shownName: '花名册.csv', content });
    await runJobsOnce(app);
    assert.deepEqual(await problems(zxyy, importId), ['3 学历 enumUnknown', '3 到岗日期 dateNeedsDay']);
    assert.equal((await commit(zxyy, importId, 'good')).counts.added, 1);
  });
  it('缺表头、缺列、只有表头，各有原因', async () => {
    const reasonOf = async (head: string[], rows: CellValue[][]) => {
      const { importId } = await asked(zxyy, uploadRoster, { shownName: 'b.xlsx', content: await fileOf(rows, head) });
      await runJobsOnce(app);
      const { stage, failure } = await asked(zxyy, viewImport, { importId });
      return `${stage} ${failure?.reason}`;
    };
    assert.equal(await reasonOf(['甲', '乙'], [['1', '2']]), 'refused headerMissing');
    assert.equal(await reasonOf(['姓名', '身份证号', '学历'], [['1', '2', '3']]), 'refused columnMissing');
    assert.equal(await reasonOf(heads, []), 'refused rosterEmpty');
    assert.equal(await reasonOf([...heads, '姓名'], [person(1, '甲')]), 'refused columnTwice');
  });
});

describe('导出名册', () => {
  it('范围内的人，每列有说明，敏感事实不出', async () => {
    const { content } = await asked(zxyy, exportRoster, {});
    const [list, about] = (await readXlsx(content)).sheets;
    const at = list?.rows[0]?.indexOf('职称') ?? -1;
    assert.ok(list?.rows.some((row) => row[1] === '普陀区中心医院' && row[at] === '中级'));
    assert.ok(!list?.rows.some((row) => row[1] !== '单位' && row[1] !== '普陀区中心医院'));
    for (const hidden of ['证件号码', '手机号码', '政治面貌']) assert.ok(!list?.rows[0]?.includes(hidden));
    assert.equal(about?.rows.slice(1).filter((row) => row[1]).length, list?.rows[0]?.length);
  });
});

describe('模板与问题行', () => {
  it('模板含填写、说明、代码三张表，填好例子即可导入', async () => {
    const { content } = await asked(zxyy, (call: Call) => templateSheet(call), undefined);
    const { sheets } = await readXlsx(content);
    assert.deepEqual(sheets.map((each) => each.name), ['花名册', '填写说明', '代码表']);
    assert.ok((sheets[0]?.rows[0]?.length ?? 0) >= 30);
    assert.ok((sheets[0]?.dataValidations?.length ?? 0) >= 10);
    const example = (sheets[1]?.rows ?? []).slice(1, -2).map((row) => row[3] ?? null);
    const importId = await asked(zxyy, async (call: Call) => uploadRoster(call, { shownName: '例.xlsx', content: Buffer.from(await writeXlsx({ sheets: [{ name: '花名册', rows: [sheets[0]?.rows[0] ?? [], example] }] })) }), undefined);
    await runJobsOnce(app);
    assert.deepEqual(await problems(zxyy, importId.importId), []);
  });
  it('下载的问题行写明原因，改好后原样再传即可', async () => {
    const importId = await upload(zxyy, [person(70, '卞思'), person(71, '施若', { 2: '大专以上文凭吧', 7: '=HYPERLINK("http://x")' }), person(72, '邵文', { 4: '2010-01-01' })]);
    const { content } = await asked(zxyy, problemSheet, { importId });
    const rows = (await readXlsx(content)).sheets[0]?.rows ?? [];
    assert.deepEqual(rows.map((row) => row.at(-2)), ['原位置', '花名册 3', '花名册 4']);
    assert.equal(rows[2]?.at(-1), '“离岗日期”：2010-01-01 早于“到岗日期” 2014-07-15（建议：核对这两个日期）');
    assert.equal(rows[1]?.[7], '=HYPERLINK("http://x")');
    const fixed = rows.map((row, at) => row.map((each, place) => (at === 1 && place === 2 ? '大专' : at === 2 && place === 4 ? '' : each)));
    const again = await asked(zxyy, uploadRoster, { shownName: '改好.xlsx', content: Buffer.from(await writeXlsx({ sheets: [{ name: '花名册', rows: fixed }] })) });
    await runJobsOnce(app);
    assert.deepEqual(await problems(zxyy, again.importId), []);
    assert.equal((await commit(zxyy, again.importId, 'all')).counts.added, 2);
  });
});

it('这一切之后，不变式都成立', async () => assert.deepEqual(await brokenInvariants(app.pool), []));
