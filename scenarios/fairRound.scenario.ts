import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { performAsClock } from '#platform/server/call.ts';
import { brokenInvariants } from '#platform/server/invariants.ts';
import { runClock } from '#cases/server/public.ts';
import type { Choice } from '#review/domain/ballot.ts';
import { verifyPagePath } from '../checks/verifyPage.ts';
import { assertReachable } from './axe.ts';
import { drawPanel, fairRoundStage, scoreFiles } from './fairRoundStage.ts';
import { enter, openTheatre, screens } from './theatre.ts';

// Story 3 whole: a round from its call to the first instalment, drawn, scored, voted on and recounted in the open.
const theatre = await openTheatre();
const { app } = theatre;
const stage = fairRoundStage(theatre);
const { staff, step, moreExperts, apply } = stage;
const title = '2026 年第三批人才引进认定';
const round = { caseRound: '', review: '', draw: '', meeting: '' };
let files: { caseId: string; name: string; number: number }[] = [];
const members: { name: string; phone: Page }[] = [];

const one = async <T extends object>(text: string, values: unknown[]): Promise<T> => {
  const { rows } = await app.pool.query<T>(text, values);
  assert.equal(rows.length, 1, `${text}: ${rows.length} rows`);
  return rows[0] as T;
};
const stageOf = async (caseId: string) => (await one<{ stage: string }>('select stage from "case" where id = $1', [caseId])).stage;
const until = async (what: () => Promise<boolean>, say: string) => {
  for (let left = 100; left > 0; left -= 1) {
    if (await what()) return;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  assert.fail(say);
};
const fileOf = (number: number) => files.find((file) => file.number === number)!;

test('卫健委在页面上开一批；六人申报、推荐、复核，进入同一评审批次', async () => {
  await moreExperts(['zrsq', 'cfsq', 'tpsq', 'ccsq', 'gxsq', 'yljj']);
  const page = await enter(theatre, '沈砚秋');
  await page.goto('/work/rounds');
  await page.getByLabel('项目').selectOption({ label: '人才引进认定' });
  await page.getByLabel('名称').fill(title);
  await page.getByLabel('开放日').fill('2026-11-23');
  await page.getByLabel('截止日（当日 24:00）').fill('2026-11-30');
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText(title).first().waitFor();
  await page.context().close();
  ({ id: round.caseRound } = await one<{ id: string }>('select id from case_round where title = $1 and programme_version = 2', [title]));
  const applied = [...await apply(round.caseRound, '袁知白', 3), ...await apply(round.caseRound, '祁红', 3)];
  assert.equal(applied.length, 6);
  ({ id: round.review } = await one<{ id: string }>('select id from review_round where circle = $1', [round.caseRound]));
  const { rows } = await app.pool.query<{ subject: string; number: number }>('select subject, number from review_subject where review_round_id = $1', [round.review]);
  files = applied.map(({ caseId, name }) => ({ caseId, name, number: rows.find(({ subject }) => subject === caseId)!.number }));
});

test('公开抽取七名成员两名候补：与申报人同单位的专家从不在名单里；公众在页面上看得到', async () => {
  round.draw = await drawPanel(theatre, stage, round.review);
  const { rows } = await app.pool.query<{ organisation_id: string; kind: string }>('select e.organisation_id, m.kind from round_member m join expert e on e.id = m.expert_id where m.review_round_id = $1', [round.review]);
  assert.equal(rows.filter(({ kind }) => kind === 'member').length, 7);
  assert.ok(rows.every(({ organisation_id: place }) => place !== 'putuo-zxyy' && place !== 'putuo-rmyy'));
  const barred = await app.pool.query('select distinct expert_id from draw_exclusion where draw_id = $1', [round.draw]);
  assert.equal(barred.rows.length, 2, '卞思齐、谢道蕴因同单位不入名单，缘由公布');
  for (const screen of Object.values(screens)) {
    const visitor = await enter(theatre, undefined, screen);
    await visitor.goto(`/draws/${round.draw}`);
    await visitor.getByRole('heading', { level: 1 }).waitFor();
    await visitor.getByText('4-1-7').first().waitFor();
    await assertReachable(visitor);
    await visitor.context().close();
  }
});

test('评分到齐：校准分与原始分并列，公布评分记录后逐件提交评审会', async () => {
  await scoreFiles(theatre, stage, round.review);
  const page = await enter(theatre, '沈砚秋');
  await page.goto(`/work/calibrations/${round.review}`);
  await page.getByText('本批次开始前已定：正式分为校准分').waitFor();
  await page.getByRole('columnheader', { name: '标准误' }).waitFor();
  await assertReachable(page);
  await page.getByRole('button', { name: '公布评分记录' }).click();
  await page.getByRole('link', { name: '下载公布的评分记录' }).waitFor();
  for (const { caseId } of files) {
    await page.goto(`/work/cases/${caseId}`);
    await page.getByRole('button', { name: '评分达线，提交评审会' }).click();
    await until(async () => (await stageOf(caseId)) === 'meeting', '进入评审会环节');
  }
  await page.context().close();
});

test('召集评审会；七名成员各用自己的手机签到，一人回避一件', async () => {
  const office = await enter(theatre, '沈砚秋');
  await office.goto('/work/meetings');
  await office.getByLabel('批次').selectOption({ label: title });
  await office.getByLabel('地点').fill('三楼会议室');
  await office.getByRole('button', { name: '召集评审会' }).click();
  await office.locator('.door-code').waitFor();
  await assertReachable(office);
  const code = (await office.locator('.door-code').innerText()).trim();
  ({ id: round.meeting } = await one<{ id: string }>('select id from meeting where review_round_id = $1', [round.review]));
  await office.context().close();
  const { rows } = await app.pool.query<{ name: string }>('select p.name from meeting_member m join person p on p.id = m.person_id where m.meeting_id = $1 and m.seated_at is not null order by m.position', [round.meeting]);
  for (const { name } of rows) {
    const phone = await enter(theatre, name, screens.phone);
    await phone.goto('/work/meetings');
    await phone.getByRole('link', { name: title }).click();
    await phone.getByRole('textbox', { name: '会场代码' }).fill(code);
    if (members.length === 0) await assertReachable(phone);
    await phone.getByRole('button', { name: '签到' }).click();
    await phone.getByText('已签到，等待发票').waitFor();
    members.push({ name, phone });
  }
  assert.equal(members.length, 7);
  const second = members[1]!.phone;
  await second.getByRole('button', { name: '回避 1 号' }).click();
  await second.getByRole('dialog').locator('select').selectOption({ label: '师生' });
  await second.getByRole('dialog').getByRole('button', { name: '我应当回避' }).click();
  await second.getByText('您已回避').waitFor();
});

/** What member m votes on file f: 1 gets four of six, 2–4 pass, 5 gets four of seven, 6 gets none. */
function voteOf(member: number, number: number): Choice {
  if (number === 1) return member < 5 ? 'yes' : 'no';
  if (number === 5) return member < 4 ? 'yes' : 'abstain';
  return number === 6 ? 'no' : 'yes';
}
const choiceWords: Record<Choice, string> = { yes: '同意', no: '不同意', abstain: '弃权' };

test('主任委员用手机主持：发票、开票；各人无记名投票，断线重试不多投，投过不能改', async () => {
  const chair = members[0]!.phone;
  await chair.getByRole('button', { name: '发票', exact: true }).click();
  for (const { phone } of members) await phone.getByText(/张票已领好/).waitFor();
  await chair.getByRole('button', { name: '开始投票' }).click();
  for (const [at, { phone }] of members.entries()) {
    await phone.getByRole('group', { name: /^2 号/ }).waitFor();
    const mine = files.filter(({ number }) => !(at === 1 && number === 1));
    for (const { number } of mine) await phone.getByRole('group', { name: new RegExp(`^${number} 号`) }).getByText(choiceWords[voteOf(at, number)], { exact: true }).click();
    if (at === 2) await assertReachable(phone);
    const cast = phone.getByRole('button', { name: `投出 ${mine.length} 张票` });
    if (at === 3) {
      await phone.context().setOffline(true);
      await cast.click();
      await phone.locator('.refusal').first().waitFor();
      await phone.context().setOffline(false);
    }
    await cast.dblclick();
    await phone.getByText(`${mine.length} 张票已全部投出`).waitFor();
  }
  const { n } = await one<{ n: number }>('select count(*)::int n from meeting_ballot where meeting_id = $1', [round.meeting]);
  assert.equal(n, 7 * 6 - 1, '到会减回避，一张不多一张不少');
});

test('计票：三分之二通过四件；每人在封存的计票里找到自己的票；会议纪要自动成文', async () => {
  const chair = members[0]!.phone;
  await chair.getByRole('button', { name: '停止投票并计票' }).click();
  for (const { phone } of members) {
    await phone.getByText('我的票').first().waitFor();
    await phone.getByText('已计入').first().waitFor();
    assert.equal(await phone.getByText('计票中没有找到').count(), 0);
  }
  const { rows } = await app.pool.query<{ number: number; outcome: string }>('select number, outcome from meeting_subject where meeting_id = $1 order by number', [round.meeting]);
  assert.deepEqual(rows.map(({ outcome }) => outcome), ['passed', 'passed', 'passed', 'passed', 'failed', 'failed']);
  await chair.goto(`/work/meetings/${round.meeting}/minutes`);
  await chair.getByText('到会 7 人，应到 7 人').waitFor();
  await chair.getByText('（师生）').waitFor();
  await assertReachable(chair);
  for (const { phone } of members) await phone.context().close();
});

test('公布结果，逐件核对后办理：通过的进入审定，未通过的收到带理由的通知；申报人看不到谁评、谁投', async () => {
  const office = await enter(theatre, '沈砚秋');
  await office.goto(`/work/meetings/${round.meeting}`);
  await office.getByRole('button', { name: '公布计票结果' }).click();
  await office.getByRole('link', { name: '按结果办理申报件' }).click();
  await office.getByText('同意 4 / 应投 6').waitFor();
  await assertReachable(office);
  await office.getByRole('button', { name: '办理 6 件' }).click();
  await office.getByText('已办理 6 件').waitFor();
  await office.context().close();
  for (const { caseId, number } of files) assert.equal(await stageOf(caseId), number <= 4 ? 'decision' : 'refused');
  await one("select body from message where link = $1 and body like '%同意 4 票，应投 7 票%'", [`/my/cases/${fileOf(5).caseId}`]);
  const own = await enter(theatre, fileOf(5).name, screens.phone);
  await own.goto(`/my/cases/${fileOf(5).caseId}`);
  await own.getByText('未通过').first().waitFor();
  const text = await own.locator('main').innerText();
  for (const { name } of members) assert.ok(!text.includes(name), `申报人页面上没有评委 ${name}`);
  await assertReachable(own);
  await own.context().close();
});

test('审定公示五个工作日；一件异议：重新计票、重算评分、答复，结果维持；期满认定，首期只发一次', async () => {
  const { caseId } = fileOf(1);
  const leader = await enter(theatre, '顾清扬');
  await leader.goto(`/work/cases/${caseId}`);
  await leader.getByRole('button', { name: '同意认定并公示' }).click();
  await leader.getByLabel('批准的扶持标准').fill('60000');
  await leader.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await until(async () => (await stageOf(caseId)) === 'notice', '进入公示');
  await leader.context().close();
  const decider = await staff('顾清扬');
  for (const number of [2, 3, 4]) await step(decider, fileOf(number).caseId, 'decide', { amountFen: 6_000_000, category: 'shortage' });
  const notice = await one<{ id: string }>('select id from notice where subject = $1', [caseId]);
  const visitor = await enter(theatre, undefined, screens.phone);
  await visitor.goto(`/notices/${notice.id}`);
  await visitor.getByLabel('异议内容').fill('请复核评审会的计票与评分。');
  await visitor.getByRole('button', { name: '提出异议' }).click();
  await visitor.getByText('已收到').waitFor();
  await visitor.context().close();
  const office = await enter(theatre, '沈砚秋');
  await office.goto(`/work/cases/${caseId}`);
  await office.getByRole('button', { name: '重新计票' }).click();
  await office.getByText('重新计票：同意 4、不同意 2、弃权 0，应投 6').waitFor();
  await office.getByRole('button', { name: '重算评分' }).click();
  await office.getByText(/重算评分：3 份/).waitFor();
  await assertReachable(office);
  await office.getByRole('button', { name: '答复异议' }).click();
  await office.getByRole('dialog').locator('select').selectOption({ label: '异议不成立' });
  await office.getByLabel('答复与理由').fill('已重新计票并重算评分，与公布的结果一致。');
  await office.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await office.getByText('维持原结果').waitFor();
  await office.context().close();
  app.clock.moveTo('2026-12-01');
  await performAsClock(app, 'putuo', runClock, {});
  assert.equal(await stageOf(caseId), 'notice', '五个工作日没满，时钟不动');
  app.clock.moveTo('2026-12-03');
  await performAsClock(app, 'putuo', runClock, {});
  assert.equal(await stageOf(caseId), 'payment');
  const payer = await enter(theatre, '沈砚秋');
  await payer.goto(`/work/cases/${caseId}`);
  await payer.getByRole('button', { name: '发放一期' }).dblclick();
  const paid = async () => (await one<{ n: number }>(`select count(*)::int n from instalment where case_id = $1 and state = 'paid'`, [caseId])).n;
  await until(async () => (await paid()) > 0, '首期已发');
  await payer.waitForTimeout(500);
  assert.equal(await paid(), 1);
  await payer.context().close();
});

test('断网打开 verify.html：用公众下载的文件重算抽取、计票和校准分，逐项相符', async () => {
  const visitor = await enter(theatre, undefined);
  await visitor.goto(`/meetings/${round.meeting}`);
  await visitor.getByText('自行核验').waitFor();
  await assertReachable(visitor);
  const download = async (go: () => Promise<void>) => { const [file] = await Promise.all([visitor.waitForEvent('download'), go()]); return fs.readFileSync(await file.path(), 'utf8'); };
  const tally = await download(() => visitor.getByRole('link', { name: '第 1 次表决的计票文件' }).click());
  assert.ok(files.every(({ name }) => !tally.includes(name)), '计票文件里没有姓名');
  const page = await download(() => visitor.getByRole('link', { name: '核验页（verify.html）' }).click());
  assert.equal(page, fs.readFileSync(verifyPagePath, 'utf8'));
  const scores = await download(() => visitor.getByRole('link', { name: '下载公布的评分记录' }).click());
  const record = await (await visitor.request.get(`/api/draws/${round.draw}/record.json`)).text();
  await visitor.context().close();
  const context = await theatre.browser.newContext({ viewport: screens.phone, locale: 'zh-CN', offline: true });
  const alone = await context.newPage();
  await alone.goto(pathToFileURL(verifyPagePath).href);
  for (const text of [record, tally, scores]) {
    await alone.locator('#record').fill(text);
    await alone.getByRole('button', { name: '重新计算' }).click();
    await alone.locator('.verdict[data-ok="true"]').waitFor();
  }
  await alone.locator('#record').fill(tally.replace('"choice": "no"', '"choice": "yes"'));
  await alone.getByRole('button', { name: '重新计算' }).click();
  await alone.locator('.verdict[data-ok="false"]').waitFor();
  await context.close();
});

test('故事之后没有一条不变量被破坏', async () => {
  assert.deepEqual((await brokenInvariants(app.pool)).map(({ name, rows }) => ({ name, rows })), []);
});
