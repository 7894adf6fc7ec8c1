import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { brokenInvariants } from '#platform/server/invariants.ts';
import { assertReachable } from './axe.ts';
import { enter, openTheatre, screens } from './theatre.ts';

// Story 8: the office drafts 3.0 of the talent policy, looks at what it would do, another officer publishes it from a day; running cases keep 2.0.
const theatre = await openTheatre();
const { app } = theatre;
const [author, second] = ['沈砚秋', '顾清扬'];
const title = '普陀区卫生健康系统人才开发(修订版)';
const notice = '人才开发办法调整通知（演示）';

const draft = async () => {
  const { rows } = await app.pool.query<{ id: string; state: string; saved_count: number; source: string }>(`select id, state, saved_count, source from policy_draft where code = 'talent-development' and version = '3.0'`);
  assert.equal(rows.length, 1);
  return rows[0] as (typeof rows)[number];
};

async function openDraft(name: string): Promise<Page> {
  const page = await enter(theatre, name);
  await page.goto(`/work/policies/drafts/${(await draft()).id}`);
  await page.getByRole('heading', { level: 1, name: `${title} 3.0` }).waitFor();
  return page;
}

const textOf = (page: Page) => page.getByRole('textbox', { name: '规则文本' });
const lawful = (text: string): string => text.replace(/^# 普陀区[\s\S]*?(?=^政策:)/m, '# 普陀区卫生健康系统人才开发 3.0 版；各值出自演示文件，不是现行规定。\n');

/** Waits until what was last written is kept on the server. */
async function kept(page: Page, has: string): Promise<void> {
  for (let left = 80; left > 0 && !(await draft()).source.includes(has); left -= 1) await page.waitForTimeout(100);
  assert.ok((await draft()).source.includes(has), has);
  await page.getByText(/已保存第 \d+ 稿/).waitFor();
}

test('从 2.0 起草 3.0：待核的版本只可测算，交审的按钮关着并说明', async () => {
  const page = await enter(theatre, author);
  await page.goto('/work/policies/drafts');
  await page.getByRole('button', { name: '起草新版本' }).click();
  await page.getByLabel('从哪一版起草').selectOption({ label: `${title} 2.0 版` });
  await page.getByLabel('新版本号').fill('3.0');
  await page.getByLabel('拟施行日期').fill('2027-01-01');
  await assertReachable(page);
  await page.getByRole('button', { name: '开始起草' }).click();
  await page.getByRole('heading', { level: 1, name: `${title} 3.0` }).waitFor();
  await page.getByText('28 处待核：只可测算，不能公布').waitFor();
  assert.ok(await page.getByRole('button', { name: '交审' }).getAttribute('aria-disabled'));
  await page.getByText('公布前检查还有未通过的项').waitFor();
  await assertReachable(page);
  await page.context().close();
});

test('写错一个符号：说清第几行第几列、该怎么写，点一下光标就到那里', async () => {
  const page = await openDraft(author);
  const text = textOf(page);
  const right = await text.inputValue();
  await text.fill(right.replace('职称 = "正高"', '职称 ＝ "正高"'));
  const fault = page.getByRole('list', { name: '文本错误' });
  await fault.getByText('“＝”是全角符号，请改用半角“=”').waitFor();
  const place = (await fault.getByRole('button').first().innerText()).match(/第(\d+)行第(\d+)列/);
  await fault.getByRole('button').first().click();
  const caret = await text.evaluate((area) => (area as unknown as { selectionStart: number }).selectionStart);
  const before = (await text.inputValue()).slice(0, caret).split('\n');
  assert.deepEqual([before.length, (before.at(-1) ?? '').length + 1], [Number(place?.[1]), Number(place?.[2])]);
  assert.equal((await text.inputValue())[caret], '＝');
  await text.fill(lawful(right));
  await page.getByText('文本无误').first().waitFor();
  await kept(page, '3.0 版；各值出自演示文件');
  await page.context().close();
});

test('按文件核定全部待核，用表单改年龄、减一个紧缺专业；草案自己保存，换一台设备接着写', async () => {
  const page = await openDraft(author);
  await page.getByRole('button', { name: '另加一份文件' }).click();
  await page.getByLabel('文件名称').fill(notice);
  await page.getByLabel('文号').fill('普演〔2026〕1号');
  await page.getByRole('button', { name: '加入依据' }).click();
  await page.getByRole('button', { name: '全选' }).click();
  await page.getByLabel('写明它的文件').selectOption({ label: notice });
  await page.getByRole('button', { name: '按此文件核定 28 处' }).click();
  await page.getByText('没有待核').waitFor();
  await page.getByLabel('骨干年龄上限').fill('50');
  await page.getByText('“骨干年龄上限”由 45 周岁（待核）改为 50 周岁').waitFor();
  await page.getByRole('group', { name: '紧缺目录（2025-10-22 起）' }).getByRole('button', { name: '去掉 护理' }).click();
  await page.getByText('26 / 26 通过').waitFor();
  await kept(page, '骨干年龄上限: { 值: 50, 据: 文件3 }');
  await kept(page, '{ 起: 2025-10-22, 值: [全科, 康复, 公共卫生, 影像, 麻醉] }');
  await assertReachable(page);
  await page.context().close();
  const phone = await enter(theatre, author, screens.phone);
  await phone.goto(`/work/policies/drafts/${(await draft()).id}`);
  assert.equal(await textOf(phone).inputValue(), (await draft()).source);
  await assertReachable(phone);
  await phone.context().close();
});

test('试算：谁得到、谁失去、谁刚好在外、逐年费用、哪些机构有人失去', async () => {
  const page = await openDraft(author);
  await page.getByRole('link', { name: '试算', exact: true }).click();
  await page.getByText('草案 3.0 版与 2.0 版相比').waitFor();
  const row = (table: string, name: string) => page.getByRole('region', { name: table }).getByRole('row').filter({ hasText: name });
  const backbone = (await row('按结果', '学科骨干').innerText()).split(/\s+/);
  assert.ok(backbone.map(Number).filter((n) => n > 0).length >= 3, `${backbone}`);
  await page.getByRole('columnheader', { name: '刚好在外' }).first().waitFor();
  await page.getByText(/\d+ 家有人失去/).waitFor();
  assert.equal(await page.getByRole('region', { name: '以后几年' }).getByRole('row').count(), 6);
  await assertReachable(page);
  await page.context().close();
});

test('交审后本人不能审定；另一位经办人看过得失，从 2027 年 1 月 1 日起公布', async () => {
  const page = await openDraft(author);
  await page.getByRole('button', { name: '交审' }).click();
  await page.getByRole('heading', { name: '得失报告' }).waitFor();
  assert.ok(await page.getByRole('button', { name: '审定公布' }).getAttribute('aria-disabled'));
  await page.getByText('起草、修改或交审过这份草案的人不能审定它').waitFor();
  const { id, saved_count: saved } = await draft();
  const refused = await page.request.post(`/api/policies/drafts/${id}/publication`, { data: { saved, from: '2027-01-01' }, headers: { 'idempotency-key': 'own' } });
  assert.equal(((await refused.json()) as { reason: string }).reason, 'policyOwnDraft');
  await page.context().close();
  const other = await enter(theatre, second);
  await other.goto('/work/policies/drafts');
  await other.getByText('等您审定').waitFor();
  await other.getByRole('link', { name: title }).first().click();
  await other.getByRole('heading', { name: '得失报告' }).waitFor();
  await assertReachable(other);
  await other.getByRole('button', { name: '审定公布' }).click();
  const dialog = other.getByRole('dialog');
  await dialog.getByText('2.0 版施行到 2026-12-31 止').waitFor();
  await dialog.getByRole('button', { name: '公布', exact: true }).dblclick();
  await other.getByRole('heading', { level: 1, name: title }).waitFor();
  await other.getByText('3.0 版 · 2027-01-01 起').first().waitFor();
  const { rows } = await app.pool.query<{ version: string; published_by: string; submitted_by: string }>('select version, published_by, submitted_by from policy_version');
  assert.equal(rows.length, 1);
  assert.notEqual(rows[0]?.published_by, rows[0]?.submitted_by);
  await other.goto('/work/policies/talent-development/comparison?after=3.0');
  await other.getByText('“学科骨干”：“骨干年龄上限”由 45 周岁（待核）改为 50 周岁').waitFor();
  await other.getByText('“紧缺目录”去掉护理').waitFor();
  await assertReachable(other);
  await other.context().close();
});

test('在办的申报件仍按 2.0；公众按日期自查，今天不符合，2027 年 2 月 1 日符合', async () => {
  const { rows } = await app.pool.query<{ id: string }>(`select c.id from "case" c join person p on p.region_id = c.region_id and p.id = c.person_id where p.name = '简宁' and c.ended_at is null`);
  for (const day of ['2026-11-23', '2027-02-01']) {
    app.clock.moveTo(day);
    const page = await enter(theatre, second);
    await page.goto(`/work/cases/${rows[0]?.id ?? ''}`);
    await page.getByRole('link', { name: '2.0 版', exact: true }).waitFor();
    await page.context().close();
  }
  app.clock.moveTo('2026-11-23');
  const visitor = await enter(theatre, undefined);
  await visitor.goto('/');
  const check = visitor.locator('.check');
  await check.locator('select').first().waitFor();
  await check.locator('input[type=date]').first().fill('1979-05-20');
  for (const [label, option] of [['学历', '本科'], ['职称', '中级'], ['全职', '是'], ['考核', '合格'], ['医德', '否']] as const) {
    await check.locator(`select[aria-label*="${label}"]`).first().selectOption({ label: option });
  }
  const backbone = check.locator('.result-row').filter({ hasText: '学科骨干' }).first();
  await check.getByRole('button', { name: /全部 \d+ 项结果/ }).click();
  await backbone.locator('.tri.no').waitFor();
  await check.getByLabel('判断日').fill('2027-02-01');
  await backbone.locator('.tri.yes').waitFor();
  await backbone.getByText(notice).waitFor();
  await visitor.goto('/policies/talent-development/3.0');
  await visitor.getByText('与 2.0 版比，变了什么').waitFor();
  await visitor.getByText('“学科骨干”：“骨干年龄上限”定为 50 周岁').waitFor();
  await assertReachable(visitor);
  await visitor.context().close();
  assert.deepEqual(await brokenInvariants(app.pool), []);
});
