import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { readXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { assertReachable } from './axe.ts';
import { enter, openTheatre, screens } from './theatre.ts';

// The office tries other values and a whole draft on the people of the region; a leader sees the counts alone.
const theatre = await openTheatre();
const [officer, leader] = ['顾清扬', '陈望之'];
const address = '/work/policies/talent-development/2.0/sandbox';
const limit = '骨干年龄上限';
const figure = (page: Page, label: string) => page.locator('.figure', { has: page.getByText(label, { exact: true }) }).locator('.value');

for (const [name, screen] of Object.entries(screens)) {
  test(`用键盘拖动年龄上限，人数跟着变，数字点开是名单，姓名隐去：${name}`, async () => {
    const page = await enter(theatre, officer, screen);
    await page.goto(address);
    const slider = page.getByRole('slider', { name: `拖动 ${limit}` });
    await slider.waitFor({ timeout: 60_000 });
    assert.equal(await figure(page, '得到').innerText(), '0');
    await slider.focus();
    for (let steps = 0; steps < 5; steps += 1) await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => ![...globalThis.document.querySelectorAll('.figure .value')].slice(0, 1).some((each) => each.textContent === '0'));
    assert.equal(await slider.inputValue(), '50');
    await figure(page, '得到').getByRole('link').click();
    await page.waitForFunction(() => { // the answers to the steps on the way may still be arriving
      const gains = globalThis.document.querySelector('.figure .value')?.textContent ?? '0';
      return gains !== '0' && globalThis.document.body.textContent?.includes(`共 ${gains} 条，姓名已隐去`);
    });
    assert.equal(await slider.inputValue(), '50', 'what is tried stays while a list opens');
    const names = await page.locator('#people tbody tr td:first-child').allInnerTexts();
    assert.ok(names.length > 0 && names.every((each) => /^.\*+$/u.test(each.trim())), names.slice(0, 3).join());
    await assertReachable(page);
    await page.context().close();
  });
}

test('刚好在外的人说明差哪一条、差多少；导出的 Excel 与页面同数', async () => {
  const page = await enter(theatre, officer);
  await page.goto(`${address}?of=outside&result=${encodeURIComponent('学科骨干')}#people`);
  await page.getByText(/周岁不超过骨干年龄上限：现为 46，差 \d+ 天/).first().waitFor();
  const gone = page.waitForEvent('download');
  await page.getByRole('link', { name: '导出为 Excel' }).click();
  const { sheets } = await readXlsx(fs.readFileSync(await (await gone).path()));
  assert.deepEqual(sheets.map(({ name }) => name), ['按结果', '按机构', '以后几年', '缺哪些事实', '有变化和刚好在外的人', '说明']);
  const entitled = sheets[0]?.rows.find(([name]) => name === '学科骨干')?.[1];
  await page.getByRole('row', { name: new RegExp(`^学科骨干 ${Number(entitled)} `) }).waitFor();
  await page.context().close();
});

test('整份草案：写错说明行列，改对后与现行版本比', async () => {
  const page = await enter(theatre, officer);
  await page.goto(address);
  await page.getByText('试整份草案或另一版本').click();
  const text = page.getByRole('textbox', { name: '草案全文' });
  const right = await text.inputValue();
  await text.fill(right.replace('职称 = "正高"', '职称 ＝ "正高"'));
  await page.getByRole('button', { name: '试这份草案' }).click();
  await page.getByText(/第\d+行第\d+列.*“＝”是全角符号，请改用半角“=”/).waitFor();
  await text.fill(right.replace('骨干年龄上限: { 值: 45', '骨干年龄上限: { 值: 40'));
  await page.getByRole('button', { name: '试这份草案' }).click();
  await page.getByText(/所填草案（2.0 版）与 2.0 版相比/).waitFor();
  assert.ok(Number(await figure(page, '失去').innerText()) > 0);
  await page.getByText('所填草案没有保存；先存为草案再导出。').waitFor();
  await assertReachable(page);
  await page.context().close();
});

test('领导看得到人数和费用，没有名单，一两人不说', async () => {
  const page = await enter(theatre, leader);
  await page.goto(`${address}?version=1.0`);
  await page.getByText('1.0 版与 2.0 版相比').waitFor();
  await page.getByRole('heading', { level: 2, name: '按机构' }).waitFor();
  assert.equal(await page.locator('#people').count(), 0);
  assert.equal(await page.locator('.figure a').count(), 0);
  await page.getByText('不足三人，不显示').first().waitFor();
  await assertReachable(page);
  await page.context().close();
});
