import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expectYes } from '#platform/domain/answer.ts';
import { openMotions, sealTally, tokenHash, type Ballot, type Tally } from '#review/domain/ballot.ts';
import { commitmentOf, runDraw, sealInput, type DrawInput, type DrawTranscript } from '#review/domain/draw.ts';
import { scoreRecordOf } from '#review/domain/scoreRecord.ts';
import { verifyPagePath } from '../checks/verifyPage.ts';
import { assertReachable } from './axe.ts';
import { openBrowser, screens } from './theatre.ts';

const browser = await openBrowser();
after(() => browser.close());
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

function publishedDraw(): DrawTranscript {
  const input: DrawInput = {
    draw: 'putuo-2026-01', purpose: '2026 年度领军型人才评审', seats: 5, substitutes: 3,
    pool: Array.from({ length: 40 }, (_, index) => ({ id: `E${index}`, groups: [`org:${index % 8}`] })),
    limits: Array.from({ length: 8 }, (_, index) => ({ group: `org:${index}`, atLeast: 0, atMost: 1 })), apart: [['E1', 'E2']],
    recused: [{ id: 'E99', reason: 'mentor' }], parties: ['人事科', '纪检监察组', '申报人代表'], external: '福彩 3D 2026-11-30',
  };
  const { inputHash } = expectYes(sealInput(input));
  const reveals = Object.fromEntries(input.parties.map((party) => [party, hash(party)]));
  const commitments = Object.fromEntries(input.parties.map((party) => [party, commitmentOf(inputHash, party, reveals[party]!)]));
  return expectYes(runDraw(input, { commitments, reveals, externalNumber: '4-1-7' }));
}

function publishedTally(): Tally {
  const rule = { panelSize: 5, quorum: { need: 2, of: 3 }, pass: { need: 2, of: 3 }, passBase: 'entitled' as const };
  const present = ['何', '周', '吴', '郑', '王'];
  const tokens = { 甲: present.map((member) => hash(`甲${member}`)) };
  const motions = expectYes(openMotions('M1', rule, present, [{ case: '甲', recused: [] }], { 甲: tokens['甲'].map((token) => tokenHash('M1', '甲', token)) }));
  const ballots = tokens['甲'].map((token, voter): Ballot => ({ case: '甲', token, choice: voter === 0 ? 'no' : 'yes' }));
  return sealTally('M1', rule, 5, motions, ballots);
}

const publishedScores = () => scoreRecordOf({
  round: 'R', heading: '批次', official: 'calibrated', scores: Array.from({ length: 24 }, (_, at) => ({ file: String(Math.floor(at / 3) + 1), reviewer: `R${(Math.floor(at / 3) + (at % 3)) % 5}`, tenths: 700 + ((at * 37) % 200) })),
});

async function openFromDisk(viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', offline: true });
  const page = await context.newPage();
  await page.goto(pathToFileURL(verifyPagePath).href);
  return page;
}

const fileOf = (record: object) => ({ name: 'record.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(record)) });

for (const [name, viewport] of Object.entries(screens)) {
  test(`核验页从磁盘打开、断网（${name}）：重算抽取与计票，改动即见`, async () => {
    const page = await openFromDisk(viewport);
    const draw = publishedDraw();
    await page.locator('#file').setInputFiles(fileOf(draw));
    await page.getByText('全部 9 项相符').waitFor();
    await page.getByText(draw.seed).waitFor();
    await assertReachable(page);
    await page.locator('#file').setInputFiles(fileOf({ ...draw, members: draw.members.toReversed() }));
    await page.getByText('1 项不符，请向公布单位提出异议').waitFor();
    const tally = publishedTally();
    await page.getByLabel('或把记录全文贴在这里').fill(JSON.stringify(tally));
    await page.getByRole('button', { name: '重新计算' }).click();
    await page.getByText('全部 8 项相符').waitFor();
    await page.getByLabel('用回执找到自己的票').fill(tally.motions[0]!.ballots[0]!.hash);
    await page.getByText(/在“甲”的计票中，记为/).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('All 8 steps agree').waitFor();
    await page.locator('#record').fill(JSON.stringify(publishedScores()));
    await page.locator('#run').click();
    await page.getByText('All 5 steps agree').waitFor();
    await page.locator('#record').fill('{}');
    await page.locator('#run').click();
    assert.equal(await page.locator('#result').innerText(), 'This is a record neither of a draw, nor of a tally, nor of scores');
  });
}
