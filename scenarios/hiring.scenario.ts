import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertReachable } from './axe.ts';
import { demoPdf } from '#demo/demoPdf.ts';
import { enter, openTheatre, screens } from './theatre.ts';

// Story 2: a radiologist of another city checks without an account, applies, and is hired into the last place; the rival's offer is refused clearly.
const theatre = await openTheatre();
const { app } = theatre;

const caseOf = async (name: string) => {
  const { rows } = await app.pool.query<{ id: string; stage: string }>(`select c.id, c.stage from "case" c join person p on p.region_id = c.region_id and p.id = c.person_id where p.name = $1`, [name]);
  return rows[0];
};

async function until(name: string, stage: string): Promise<void> {
  for (let left = 60; left > 0 && (await caseOf(name))?.stage !== stage; left -= 1) await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal((await caseOf(name))?.stage, stage);
}

test('访客不登录就看到自己属于紧缺专业人才，以及依据哪一条', async () => {
  for (const screen of [screens.desktop, screens.phone]) {
    const page = await enter(theatre, undefined, screen);
    await page.goto('/');
    const check = page.locator('.check');
    await check.locator('select').first().waitFor();
    await assertReachable(page);
    await fillBlank(page, '学历', '硕士');
    await fillBlank(page, '专业', '影像');
    await fillBlank(page, '职称', '中级');
    await fillBlank(page, '全职', '是');
    await fillBlank(page, '考核', '良好');
    await fillBlank(page, '医德', '否');
    const line = check.getByText('紧缺专业人才').first();
    await line.waitFor();
    assert.match(await check.innerText(), /人才开发计划实施办法/);
    await assertReachable(page);
    await page.context().close();
  }
});

async function fillBlank(page: Page, label: string, option: string): Promise<void> {
  const blank = page.locator('.check select').filter({ has: page.locator(`option:text-is("${option}")`) }).and(page.locator(`[aria-label*="${label}"]`)).first();
  await blank.selectOption({ label: option });
}

test('林疏影在手机上应聘慈中总院的影像岗位，表已按档案填好', async () => {
  const page = await enter(theatre, '林疏影', screens.phone);
  const { rows } = await app.pool.query<{ id: string }>(`select id from case_round where title like '%影像诊断医师'`);
  await page.goto(`/my/apply?programme=hiring&round=${rows[0]?.id ?? ''}`);
  await page.getByRole('button', { name: '开始申报' }).click();
  await page.getByLabel('主要工作经历').fill('三级医院影像科九年，独立完成 CT、MR 诊断。');
  await page.getByLabel('可到岗日期').fill('2027-01-04');
  await page.getByLabel('所填属实').check();
  await assertReachable(page);
  const files = page.locator('input[type=file]');
  if ((await files.count()) > 0) await files.first().setInputFiles({ name: '毕业证书.pdf', mimeType: 'application/pdf', buffer: await demoPdf('diploma') });
  await page.getByText('毕业证书.pdf').or(page.getByText('不必再交')).first().waitFor();
  await page.getByText('草稿已保存').waitFor();
  await page.getByRole('button', { name: '提交报名' }).click();
  await until('林疏影', 'qualification');
  await page.context().close();
});

test('单位审查、考试、体检之后拟聘：占用最后一个编制', async () => {
  for (const [action, stage] of [['资格审查通过', 'examination'], ['考试考察合格', 'physical'], ['体检合格', 'offer']] as const) {
    const page = await openCase('林疏影');
    await page.getByRole('button', { name: action, exact: true }).click();
    await until('林疏影', stage);
    await page.context().close();
  }
  const page = await openCase('林疏影');
  await page.getByRole('button', { name: '确定拟聘并公示' }).click();
  await until('林疏影', 'notice');
  await page.context().close();
});

async function openCase(name: string): Promise<Page> {
  const page = await enter(theatre, '陆佩兰');
  await page.goto(`/work/cases/${(await caseOf(name))?.id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

test('竞争者的拟聘被明确拒绝：余额、文件、下一步都写明，什么都没有改动', async () => {
  const before = await caseOf('周亦安');
  assert.equal(before?.stage, 'offer');
  const page = await openCase('周亦安');
  const offer = page.getByRole('button', { name: '确定拟聘并公示' });
  await offer.waitFor();
  assert.equal(await offer.getAttribute('aria-disabled'), 'true', '没有余额时按钮关着并写明原因');
  const why = await page.locator('.action-bar, [class*=action]').first().innerText();
  assert.match(why, /余额 0|名额/);
  assert.match(why, /慈编委〔2024〕48号/);
  await assertReachable(page);
  assert.equal((await caseOf('周亦安'))?.stage, 'offer');
  await page.context().close();
});
