import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { performAsClock } from '#platform/server/call.ts';
import { brokenInvariants } from '#platform/server/invariants.ts';
import { runClock } from '#cases/server/public.ts';
import { assertReachable } from './axe.ts';
import { enter, openTheatre, screens } from './theatre.ts';

// Story 4: a township doctor of twenty years sees the 基卫高 route open and the ordinary one not yet, applies with four works, and is certified.
const theatre = await openTheatre();
const { app } = theatre;

const one = async <T extends object>(text: string, values: unknown[]): Promise<T> => {
  const { rows } = await app.pool.query<T>(text, values);
  assert.equal(rows.length, 1, `${text}: ${rows.length} rows`);
  return rows[0] as T;
};
const ofBoZhou = () => one<{ id: string; stage: string; number: string; person_id: string }>(
  `select c.id, c.stage, c.number, c.person_id from "case" c join person p on p.region_id = c.region_id and p.id = c.person_id where p.name = $1 and c.programme_code = 'rural-senior-title'`, ['柏舟']);

async function until(stage: string): Promise<void> {
  for (let left = 100; left > 0; left -= 1) {
    if ((await ofBoZhou()).stage === stage) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.equal((await ofBoZhou()).stage, stage);
}

async function openCase(name: string): Promise<Page> {
  const page = await enter(theatre, name);
  await page.goto(`/work/cases/${(await ofBoZhou()).id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function act(name: string, action: string, stageAfter: string): Promise<void> {
  const page = await openCase(name);
  await page.getByRole('button', { name: action, exact: true }).click();
  await until(stageAfter);
  await page.context().close();
}

test('柏舟在手机上看到：基卫高已开，普通副高差 43 天基层服务和 1 个月进修', async () => {
  const page = await enter(theatre, '柏舟', screens.phone);
  await page.goto('/my/promotion');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const { judged } = (await (await page.request.get('/api/policies/mine')).json()) as { judged: { policy: string; results: { name: string; verdict: string; ways: { steps: { fact: string; short?: number }[] }[] }[] }[] };
  const resultOf = (policy: string, name: string) => judged.find((each) => each.policy === policy)?.results.find((each) => each.name === name);
  assert.equal(resultOf('rural-senior-title', '基卫高单列')?.verdict, 'yes');
  const ordinary = resultOf('senior-title', '副高申报');
  assert.equal(ordinary?.verdict, 'no');
  assert.deepEqual(ordinary.ways[0]?.steps.map(({ fact, short }) => [fact, short]), [['下基层天数', 43], ['上级进修月数', 1]]);
  await page.getByText('43').first().waitFor();
  await assertReachable(page);
  await page.goto('/my/apply?programme=senior-title');
  await page.getByText('下基层天数').first().waitFor();
  assert.match(await page.locator('main').innerText(), /322/);
  await page.context().close();
});

test('柏舟确认陆景明列给他的份额，看得到自己的四件代表作', async () => {
  const page = await enter(theatre, '柏舟', screens.phone);
  await page.goto('/my');
  await page.getByText('分院与站点双向转诊回执率的提升').first().waitFor();
  await page.goto('/my/works');
  await page.getByRole('button', { name: '我的份额 30%' }).waitFor();
  await assertReachable(page);
  await page.getByRole('button', { name: '我的份额 30%' }).click();
  await page.getByText('已确认').first().waitFor();
  assert.equal(await page.locator('.works > li').count(), 4);
  await page.context().close();
});

test('陆景明登记一件：份额超过 100% 当场说明，改对后保存；照抄的会报给审核人', async () => {
  const page = await enter(theatre, '陆景明', screens.phone);
  await page.goto('/my/works');
  await page.getByRole('button', { name: '登记一件' }).click();
  await page.getByLabel('类型').selectOption('病案分析');
  await page.getByLabel('成果级别').selectOption('市级');
  await page.getByLabel('题目').fill('分院首诊肺栓塞 12 例识别路径');
  await page.getByLabel('内容摘要').fill('以气促、单侧下肢肿胀和血氧下降为线索，结合改良评分与 D-二聚体床旁检测，在分院完成初筛后经绿色通道转诊，十二例均在三小时内确诊。');
  await page.getByLabel('完成日期').fill('2026-06-30');
  await page.getByLabel('本人角色').selectOption('第一完成人');
  await page.getByLabel('病案数').fill('12');
  await page.getByLabel('已去除患者身份').selectOption('true');
  await page.getByLabel('本人份额').fill('80');
  await page.getByRole('button', { name: '加一位合作者' }).click();
  await page.getByLabel('姓名').fill('柏舟');
  await page.getByLabel('单位').selectOption({ label: '慈西医共体西片分院' });
  await page.getByLabel('份额（%）', { exact: false }).last().fill('30');
  await assertReachable(page);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('alert').getByText('合计 110%').waitFor();
  await page.getByLabel('本人份额').fill('70');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('分院首诊肺栓塞 12 例识别路径').first().waitFor();
  await page.context().close();
  const { id } = await one<{ id: string }>('select id from work where title = $1', ['分院首诊肺栓塞 12 例识别路径']);
  const officer = await enter(theatre, '郑怀瑾');
  const alike = (await (await officer.request.get(`/api/registry/works/${id}/alike`)).json()) as { rows: { title: string; ownerName: string; percent: number }[] };
  assert.deepEqual(alike.rows.map(({ title, ownerName }) => [title, ownerName]), [['基层首诊肺栓塞 11 例的识别路径', '柏舟']]);
  await officer.context().close();
});

test('柏舟用四件代表作在手机上申报：打开时已填八成以上，选不足四件时按钮关着', async () => {
  const page = await enter(theatre, '柏舟', screens.phone);
  await page.goto('/my/apply?programme=rural-senior-title');
  await page.getByRole('button', { name: '开始申报' }).click();
  await page.waitForURL(/\/my\/cases\//);
  const said = await page.getByText(/已填好/).first().innerText();
  const [, filled = 0, total = 1] = (/(\d+)\D+(\d+)/.exec(said) ?? []).map(Number);
  assert.ok(Math.min(filled, total) / Math.max(filled, total) >= 0.8, said);
  const choices = page.locator('.works input[type=checkbox]');
  await choices.first().waitFor();
  for (let at = 0; at < 3; at += 1) await choices.nth(at).check();
  await page.getByRole('textbox', { name: '自评' }).fill('二十年在乡镇首诊、随访、带教，建立肺栓塞识别路径和集中随访日。');
  await page.getByLabel('遵守职业道德').check();
  await page.getByLabel('所填属实').check();
  await page.getByText('已选 3 件').waitFor();
  await page.waitForTimeout(2500);
  await page.reload();
  await page.getByRole('button', { name: '提交申报' }).waitFor();
  assert.equal(await page.getByRole('button', { name: '提交申报' }).getAttribute('aria-disabled'), 'true');
  await page.locator('.works input[type=checkbox]').nth(3).check();
  await page.getByText('已选 4 件').waitFor();
  await assertReachable(page);
  await page.waitForTimeout(2500);
  await page.reload();
  await page.getByRole('button', { name: '提交申报' }).click();
  await until('endorsement');
  await page.context().close();
});

test('慈西总院核对推荐，市卫健局看到四件代表作和查重，通过资格审查', async () => {
  await act('顾知远', '核对无误，同意推荐', 'screening');
  const page = await openCase('郑怀瑾');
  await page.getByText('查重').first().waitFor();
  assert.equal(await page.locator('.case-document .works > li').count(), 4);
  await assertReachable(page);
  await page.getByRole('button', { name: '通过资格审查' }).click();
  await until('panel');
  const seats = await app.pool.query<{ organisation_id: string }>(
    'select e.organisation_id from panel join panel_seat s on s.panel_id = panel.id join expert e on e.id = s.expert_id where panel.subject = $1', [(await ofBoZhou()).id]);
  assert.equal(seats.rows.length, 3);
  await page.context().close();
});

test('三位专家看不到姓名，凭代表作打分；采纳、审定并公示', async () => {
  const { id } = await ofBoZhou();
  const { rows } = await app.pool.query<{ name: string; panel_id: string }>(
    'select p.name, panel.id as panel_id from panel join panel_seat s on s.panel_id = panel.id join expert e on e.id = s.expert_id join person p on p.id = e.person_id where panel.subject = $1 order by p.name', [id]);
  for (const [index, { name, panel_id }] of rows.entries()) {
    const page = await enter(theatre, name, index === 0 ? screens.phone : screens.desktop);
    await page.goto(`/work/reviews/${panel_id}`);
    const items = page.locator('.mark-item');
    await items.first().waitFor();
    const file = await page.locator('main').innerText();
    assert.match(file, /基层首诊肺栓塞/);
    assert.doesNotMatch(file, /柏舟|陆景明|邬敏/);
    for (let at = 0; at < (await items.count()); at += 1) await items.nth(at).locator('.mark-cells label').nth(9).click();
    await page.getByRole('button', { name: '提交评分' }).click();
    await page.getByText('评分已提交').waitFor();
    await page.context().close();
  }
  await act('郑怀瑾', '采纳评审意见', 'decision');
  await act('郑怀瑾', '同意并公示', 'notice');
});

test('公示期满由时钟发证；柏舟在手机上看到证书，扫码查验有效，改过的码不认，撤销后显示已撤销', async () => {
  app.clock.moveTo('2026-12-02');
  await performAsClock(app, 'cixi', runClock, {});
  await until('granted');
  const page = await enter(theatre, '柏舟', screens.phone);
  await page.goto('/my/certificates');
  await page.getByRole('link', { name: '打开证书' }).click();
  await page.getByRole('img', { name: '查验二维码' }).waitFor();
  await assertReachable(page);
  const paper = await page.locator('.certificate').innerText();
  assert.match(paper, /柏舟/);
  assert.match(paper, /副主任医师/);
  await page.goto('/my/works');
  await page.getByText('用于取得副高').first().waitFor();
  await page.context().close();
  const { number, signature } = await one<{ number: string; signature: string }>('select number, signature from credential where cause = $1', [(await ofBoZhou()).id]);
  const visitor = await enter(theatre, undefined, screens.phone);
  const check = async (seal: string, says: string) => {
    await visitor.goto(`/verify?region=cixi&number=${number}&seal=${seal}`);
    await visitor.getByText(says).waitFor();
    assert.doesNotMatch(await visitor.locator('main').innerText(), /柏舟/);
  };
  await check(signature, '现行有效');
  await visitor.getByText('柏*').waitFor();
  await assertReachable(visitor);
  await check(`${signature.slice(0, 10)}${signature[10] === 'A' ? 'B' : 'A'}${signature.slice(11)}`, '不要采信');
  const office = await openCase('郑怀瑾');
  await office.getByRole('button', { name: `撤销证书 ${number}` }).click();
  await office.getByLabel('原因和依据').fill('代表作经核实系他人完成，依据人社部令第40号');
  await office.getByRole('button', { name: '确定撤销' }).click();
  await office.getByText('已于 2026-12-02 撤销').waitFor();
  await office.context().close();
  await check(signature, '已经撤销');
  await visitor.context().close();
  assert.deepEqual(await brokenInvariants(app.pool), []);
});
