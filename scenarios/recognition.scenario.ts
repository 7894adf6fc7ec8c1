import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { performAsClock } from '#platform/server/call.ts';
import { runClock } from '#cases/server/public.ts';
import { assertReachable } from './axe.ts';
import { enter, openTheatre, screens } from './theatre.ts';

// Story 3 without the public draw: a recognition from the draft on a phone to the first instalment, paid exactly once.
const theatre = await openTheatre();
const { app } = theatre;

const one = async <T extends object>(text: string, values: unknown[]): Promise<T> => {
  const { rows } = await app.pool.query<T>(text, values);
  assert.equal(rows.length, 1, `${text}: ${rows.length} rows`);
  return rows[0] as T;
};
const taoRan = () => one<{ id: string; stage: string; number: string; person_id: string }>(
  `select c.id, c.stage, c.number, c.person_id from "case" c join person p on p.region_id = c.region_id and p.id = c.person_id where p.name = $1`, ['陶然']);

async function openCase(name: string): Promise<Page> {
  const page = await enter(theatre, name);
  await page.goto(`/work/cases/${(await taoRan()).id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function act(name: string, action: string, stageAfter: string): Promise<void> {
  const page = await openCase(name);
  await page.getByRole('button', { name: action, exact: true }).click();
  await until(stageAfter);
  await page.context().close();
}

async function until(stage: string): Promise<void> {
  for (let left = 60; left > 0; left -= 1) {
    if ((await taoRan()).stage === stage) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.equal((await taoRan()).stage, stage);
}

test('陶然在手机上提交已自动填好的申报', async () => {
  const page = await enter(theatre, '陶然', screens.phone);
  await page.goto('/my');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await assertReachable(page);
  await page.goto(`/my/cases/${(await taoRan()).id}`);
  await page.getByText('人才引进认定').first().waitFor();
  await assertReachable(page);
  await page.getByRole('button', { name: '提交申报' }).click();
  await until('endorsement');
  await page.context().close();
});

test('区中医医院推荐，卫健委复核；评审专家里没有与他同单位的人', async () => {
  await act('殷素问', '同意推荐', 'screening');
  const page = await openCase('沈砚秋');
  await assertReachable(page);
  await page.getByRole('button', { name: '通过复核' }).click();
  await until('panel');
  const members = await app.pool.query<{ organisation_id: string }>(
    `select e.organisation_id from panel join panel_seat s on s.panel_id = panel.id join expert e on e.id = s.expert_id where panel.subject = $1`, [(await taoRan()).id]);
  assert.equal(members.rows.length, 3);
  assert.ok(members.rows.every((row) => row.organisation_id !== 'putuo-zyyy'), '同单位专家从未入组');
  const excluded = await one<{ kind: string }>('select kind from panel_exclusion x join panel on panel.id = x.panel_id where panel.subject = $1', [(await taoRan()).id]);
  assert.equal(excluded.kind, 'sameInstitution');
});

test('三位专家打分，其中一位用手机；未到齐时不能采纳', async () => {
  const { id } = await taoRan();
  const { rows } = await app.pool.query<{ name: string }>(
    `select p.name from panel join panel_seat s on s.panel_id = panel.id join expert e on e.id = s.expert_id join person p on p.id = e.person_id where panel.subject = $1 order by p.name`, [id]);
  for (const [index, { name }] of rows.entries()) {
    if (index === 2) {
      const office = await openCase('沈砚秋');
      assert.ok(await office.getByRole('button', { name: '采纳评审意见' }).getAttribute('aria-disabled'), '两份评分时按钮关着');
      await office.context().close();
    }
    await score(name, index === 0 ? screens.phone : screens.desktop);
  }
  await act('沈砚秋', '采纳评审意见', 'decision');
});

async function score(name: string, screen: { width: number; height: number }): Promise<void> {
  const page = await enter(theatre, name, screen);
  await page.goto('/work/reviews');
  const { rows } = (await (await page.request.get('/api/reviews')).json()) as { rows: { panelId: string; state: string }[] };
  const panel = await one<{ id: string }>('select id from panel where subject = $1', [(await taoRan()).id]);
  assert.ok(rows.some((row) => row.panelId === panel.id && row.state === 'invited'));
  await page.locator(`a[href="/work/reviews/${panel.id}"]`).first().click();
  const items = page.locator('.mark-item');
  await items.first().waitFor();
  assert.ok(!(await page.locator('main').innerText()).includes('陶然'), '专家看不到申报人姓名');
  for (let index = 0; index < (await items.count()); index += 1) await items.nth(index).locator('.mark-cells label').nth(9).click();
  await assertReachable(page);
  await page.getByRole('button', { name: '提交评分' }).click();
  await page.getByText('评分已提交').waitFor();
  await page.context().close();
}

test('同意认定：占用一个名额并公示五个工作日，公众看到遮盖后的姓名', async () => {
  const page = await openCase('顾清扬');
  await page.getByRole('button', { name: '同意认定并公示' }).click();
  await page.getByLabel('批准的扶持标准').fill('80000');
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await until('notice');
  await page.context().close();
  for (const screen of [screens.desktop, screens.phone]) {
    const visitor = await enter(theatre, undefined, screen);
    await visitor.goto('/notices');
    await visitor.getByRole('heading', { level: 1 }).waitFor();
    await visitor.getByText('个工作日').first().waitFor();
    await assertReachable(visitor);
    const notice = await one<{ id: string }>('select id from notice where subject = $1', [(await taoRan()).id]);
    await visitor.goto(`/notices/${notice.id}`);
    await visitor.getByText('陶*').first().waitFor();
    assert.ok(!(await visitor.locator('body').innerText()).includes('陶然'));
    await visitor.context().close();
  }
});

test('公众提出一件异议；未答复时期满也不能认定', async () => {
  const { id } = await taoRan();
  const notice = await one<{ id: string }>('select id from notice where subject = $1', [id]);
  const visitor = await enter(theatre, undefined, screens.phone);
  await visitor.goto(`/notices/${notice.id}`);
  await visitor.getByLabel('异议内容').fill('请核对申报人的到岗日期。');
  await visitor.getByRole('button', { name: '提出异议' }).click();
  await visitor.getByText('已收到').waitFor();
  await visitor.context().close();
  app.clock.moveTo('2026-12-01');
  await performAsClock(app, 'putuo', runClock, {});
  assert.equal((await taoRan()).stage, 'notice', '有未答复的异议，时钟不动');
  const page = await openCase('沈砚秋');
  await page.getByRole('button', { name: '答复异议' }).click();
  await page.getByRole('dialog').locator('select').selectOption({ label: '异议不成立' });
  await page.getByLabel('答复与理由').fill('已核对劳动合同与社保记录，到岗日期无误。');
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await page.getByText('已核对劳动合同与社保记录').waitFor();
  await page.context().close();
  await performAsClock(app, 'putuo', runClock, {});
  await until('payment');
});

test('首期扶持连点两次也只发放一次', async () => {
  const page = await openCase('沈砚秋');
  await page.getByRole('button', { name: '发放一期' }).dblclick();
  for (let left = 50; left > 0 && (await paid()) === 0; left -= 1) await new Promise((resolve) => setTimeout(resolve, 100));
  await page.waitForTimeout(500);
  assert.equal(await paid(), 1);
  await page.context().close();
});

const paid = async () => (await one<{ n: number }>(`select count(*)::int n from instalment where case_id = $1 and state = 'paid'`, [(await taoRan()).id])).n;
