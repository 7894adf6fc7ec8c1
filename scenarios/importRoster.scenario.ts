import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { idChecksum } from '#registry/domain/idNumber.ts';
import { assertReachable } from './axe.ts';
import { enter, openTheatre, screens } from './theatre.ts';

const theatre = await openTheatre();
const idOf = (body: string) => body + idChecksum(body);
const heads = ['姓名', '身份证号码', '最高学历', '入职时间', '离职时间', '手机', '职称级别', '部门', '编制性质'];
type Line = (string | number)[];
const line = (n: number, name: string, change: Record<number, string | number> = {}): Line =>
  [name, idOf(`99900719840812${String(n).padStart(3, '0')}`), '本科', '2014/7/15', '至今', `1391000${1000 + n}`, '中级', '内科', '事业编制'].map((each, at) => change[at] ?? each);
const wrongLast = (idNumber: string) => idNumber.slice(0, 17) + (idNumber.endsWith('1') ? '2' : '1');

// Last year's roster: three rows are right, eleven are not.
const faulty: Record<number, Record<number, string | number>> = {
  2: { 1: wrongLast(String(line(2, '')[1])) }, 3: { 1: idOf('99900719900230001') }, 4: { 1: 3.1010719880412e17 }, 5: { 0: '邬\u200b清源' }, 6: { 3: '至今' }, 7: { 4: '2013-01-01' },
  8: { 3: '1999-01-01' }, 9: { 8: '事业编' }, 10: { 5: '12345' }, 11: { 2: '' }, 12: { 1: String(line(1, '')[1]) },
};
const names = ['', '沈如初', '祁若水', '樊明', '谈笑', '邬清源', '施若', '顾云', '裴清', '鲍舒', '卞思', '柳行', '秦诺', '邵文', '<b>李𠮷</b>'];
const people = Array.from({ length: 14 }, (_, index) => index + 1);
const fileOf = async (name: string, lines: Line[]) => ({ name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: Buffer.from(await writeXlsx({ sheets: [{ name: '花名册', rows: [heads, ...lines] }] })) });
const lastYear = fileOf('去年花名册.xlsx', people.map((n) => line(n, names[n] ?? '', faulty[n])));
const fixed = fileOf('改好的花名册.xlsx', people.map((n) => line(n, names[n] ?? '')));

async function upload(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.goto('/work/imports');
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText(`${file.name} · 14 行`).waitFor();
}
const peopleNow = async () => Number((await theatre.app.pool.query('select count(*) as n from person')).rows[0]?.n);

for (const [name, viewport] of Object.entries(screens)) {
  test(`故事一（${name}）：十一行被拒，各有原因和建议`, async () => {
    const page = await enter(theatre, '袁知白', viewport);
    const before = await peopleNow();
    await upload(page, await lastYear);
    const refused = page.getByRole('table', { name: '逐行问题清单' });
    for (const reason of [
      '最后一位校验不通过，请核对原件', '其中的出生日期 1990-02-30 不存在或在将来', '该单元格被存成数字，后几位已丢失', '第1个字后有不可见字符', '“至今”只能填在截止日期中', '2013-01-01 早于“到岗日期” 2014-07-15',
      '1999-01-01 时不满 16 周岁', '“事业编”不在代码表中', '不是 11 位手机号码', '必填，不能为空', '与第2行是同一人',
    ]) await refused.getByText(reason).waitFor();
    assert.equal(await refused.locator('tbody tr').filter({ hasNotText: '含生僻字' }).count(), 11);
    await page.getByText('还有 11 行不能导入或待确认').waitFor();
    assert.equal(await peopleNow(), before);
    await assertReachable(page);
  });
}

test('故事一：改好的文件全部导入；再传一次，谁也没有第二份', async () => {
  const page = await enter(theatre, '袁知白');
  const before = await peopleNow();
  await upload(page, await fixed);
  await page.getByText('含生僻字“𠮷”，打印与公示前请核对字形').waitFor();
  await page.getByRole('button', { name: '全部导入' }).click();
  await page.getByText('已导入：新增 14 人，更新 0 人。').first().waitFor();
  assert.equal(await peopleNow(), before + 14);
  await upload(page, await fixed);
  await page.getByRole('button', { name: '14 人改为更新' }).click();
  await page.getByRole('button', { name: '按决定重新试运行' }).click();
  await page.getByText('没有问题').or(page.getByText('含生僻字')).first().waitFor();
  await page.getByRole('button', { name: '全部导入' }).click();
  await page.getByText('已导入：新增 0 人，更新 14 人。').first().waitFor();
  assert.equal(await peopleNow(), before + 14);
  await assertReachable(page);
});
