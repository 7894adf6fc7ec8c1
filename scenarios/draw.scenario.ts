import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expectYes } from '#platform/domain/answer.ts';
import { performAsClock } from '#platform/server/call.ts';
import { enterReview } from '#review/server/public.ts';
import { RoundRules } from '#review/domain/roundRules.ts';
import { assertReachable } from './axe.ts';
import { enter, openTheatre, screens } from './theatre.ts';

// The public draw as people meet it: list, three phones, the outside number, the result recomputed from files on disk.
const theatre = await openTheatre();
const { app } = theatre;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xinglin-draw-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

const rules = RoundRules.parse({ reviewers: 3, sheet: 'talent-recognition', blinding: 'single', reviewersFrom: 'panel', meeting: { size: 3, substitutes: 2 } });

/** A round with two files of the district hospital, whose own expert may not be listed. */
async function openRound(): Promise<string> {
  const people = await app.db.selectFrom('person').select('id').where('region_id', '=', 'putuo').where('name', 'in', ['许知微', '邵清和']).orderBy('name').execute();
  let reviewRoundId = '';
  for (const [index, { id }] of people.entries()) {
    ({ reviewRoundId } = expectYes(await performAsClock(app, 'putuo', enterReview, {
      circle: 'draw-story', roundHeading: '2026 年第三批人才引进认定', rules, subject: `draw-story-${index}`, heading: '紧缺专业人才', fields: ['病理'], applicantPersonId: id,
      organisationId: 'putuo-rmyy', otherPersonIds: [], file: { heading: '紧缺专业人才', sections: [] },
    })));
  }
  return reviewRoundId;
}

const reviewRoundId = await openRound();
let links: string[] = [];
let drawId = '';

test('经办人公布名单：三个链接只显示一次，公示页同时出现散列值', async () => {
  const page = await enter(theatre, '沈砚秋');
  await page.goto(`/work/reviews/${reviewRoundId}`);
  await page.getByText('本批次由抽取产生的专家评审，请先完成抽取').waitFor();
  await assertReachable(page);
  await page.getByRole('link', { name: '公布抽取名单' }).click();
  const fill = (label: string, value: string) => page.getByLabel(label, { exact: false }).first().fill(value);
  await fill('承诺截止日', '2026-11-24');
  await fill('公开截止日', '2026-11-25');
  await page.getByRole('textbox', { name: '外部数字', exact: true }).fill('中国福利彩票 3D 开奖号');
  await fill('外部数字的日期', '2026-11-25');
  for (const [party, name] of [['人事', '程一鸣'], ['纪检', '苗怀瑾'], ['申报人代表', '单云舒']] as const) await page.getByLabel(`${party}代表姓名`).fill(name);
  await assertReachable(page);
  await page.getByRole('button', { name: '公布名单与散列值' }).click();
  await page.getByText('三方链接').waitFor();
  links = (await page.locator('.draw-code').allInnerTexts()).map((text) => text.trim());
  assert.equal(links.length, 3);
  drawId = /\/draw\/([^/]+)\/party/.exec(links[0] ?? '')?.[1] ?? '';
  await page.reload();
  await page.getByText('还没有承诺：人事、纪检、申报人代表').waitFor();
  assert.equal(await page.locator('.draw-code').count(), 0, '链接只显示一次');
  await page.context().close();
});

const phones: Page[] = [];

test('三方各在自己的手机上先承诺、到齐后再公开，没有账号', async () => {
  for (const link of links) {
    const page = await enter(theatre, undefined, screens.phone);
    await page.goto(new URL(link).pathname + new URL(link).hash);
    await page.getByText('第一步：承诺').waitFor();
    await assertReachable(page);
    await page.getByRole('button', { name: '提交承诺值' }).click();
    await page.getByText('已承诺，不能更换').waitFor();
    phones.push(page);
  }
  for (const page of phones) {
    await page.reload();
    await page.getByText('第二步：公开').waitFor();
    await assertReachable(page);
    await page.getByRole('button', { name: '公开随机数' }).click();
    await page.getByText('已公开。结果产生后任何人都可以重算。').waitFor();
    await page.context().close();
  }
});

test('外部数字的日子到了才能抽取；冲突的专家只在另列之中；逐位重算相符', async () => {
  const enterNumber = async (then: (officer: Page) => Promise<void>) => {
    const officer = await enter(theatre, '沈砚秋'); // a session does not outlive the two days between
    await officer.goto(`/work/reviews/${reviewRoundId}/draw`);
    await officer.getByLabel('录入外部数字').fill('4-8-2');
    await officer.getByRole('button', { name: '录入并抽取' }).click();
    await then(officer);
    await officer.context().close();
  };
  await enterNumber((officer) => officer.getByText('事先约定的外部数字还没有公布').first().waitFor());
  app.clock.moveTo('2026-11-25T21:30:00+08:00');
  await enterNumber((officer) => officer.getByRole('heading', { name: '已抽取' }).waitFor());
  for (const viewport of Object.values(screens)) {
    const visitor = await enter(theatre, undefined, viewport);
    await visitor.goto('/draws');
    await visitor.getByRole('link', { name: '2026 年第三批人才引进认定' }).first().waitFor();
    await assertReachable(visitor);
    await visitor.goto(`/draws/${drawId}`);
    await visitor.getByText('因利益冲突未列入（1 名）').waitFor();
    await visitor.getByRole('heading', { name: '抽取结果' }).waitFor();
    await assertReachable(visitor);
    await visitor.context().close();
  }
});

test('把记录、名单和重算页面存到磁盘，断网打开，逐项相符；改一位就不符', async () => {
  const visitor = await enter(theatre, undefined);
  await visitor.goto(`/draws/${drawId}`);
  const save = async (link: string, file: string) => {
    const [download] = await Promise.all([visitor.waitForEvent('download'), visitor.getByRole('link', { name: link }).click()]);
    await download.saveAs(path.join(folder, file));
  };
  await save('下载抽取记录', 'record.json');
  await save('下载名单（与散列值逐字节对应）', 'list.json');
  await save('下载重算页面（存盘后打开，不联网）', 'verify.html');
  const published = createHash('sha256').update(fs.readFileSync(path.join(folder, 'list.json'))).digest('hex');
  await visitor.getByText(published).first().waitFor();
  await visitor.context().close();
  const context = await theatre.browser.newContext({ locale: 'zh-CN', offline: true });
  const disk = await context.newPage();
  await disk.goto(pathToFileURL(path.join(folder, 'verify.html')).href);
  await disk.locator('#file').setInputFiles(path.join(folder, 'record.json'));
  await disk.getByText(/全部 \d+ 项相符/).waitFor();
  const record = JSON.parse(fs.readFileSync(path.join(folder, 'record.json'), 'utf8')) as { inputHash: string; members: string[]; externalNumber: string };
  assert.equal(record.inputHash, published);
  fs.writeFileSync(path.join(folder, 'changed.json'), JSON.stringify({ ...record, externalNumber: '4-8-3' }));
  await disk.locator('#file').setInputFiles(path.join(folder, 'changed.json'));
  await disk.getByText(/项不符，请向公布单位提出异议/).waitFor();
  await context.close();
});

test('经办人试算、看理由、分派；驾驶舱随即有进度；登记辞任后候补递补', async () => {
  const page = await enter(theatre, '沈砚秋');
  await page.goto(`/work/reviews/${reviewRoundId}`);
  await page.getByRole('link', { name: '分派评审' }).click();
  await page.getByRole('button', { name: '为什么' }).first().click();
  await page.getByText('派给了这位', { exact: true }).waitFor();
  await page.getByText(/契合度 \d+，在可评审的/).waitFor();
  await page.getByRole('button', { name: '关闭' }).click();
  await assertReachable(page);
  await page.getByRole('button', { name: '正式分派' }).click();
  await page.getByText('已分派，专家各收到一条通知。').waitFor();
  await page.getByRole('button', { name: '回到批次' }).click();
  await page.getByRole('heading', { name: '专家进度' }).waitFor();
  await assertReachable(page);
  await page.getByRole('button', { name: '登记辞任' }).first().click();
  await page.getByLabel('原因').fill('出国进修');
  await page.getByRole('button', { name: '登记并递补' }).click();
  await page.getByText(/已辞任 · 出国进修/).waitFor();
  await page.context().close();
});
