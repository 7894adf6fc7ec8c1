import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { startOfDay } from '#platform/clock/clock.ts';
import { brokenInvariants } from '#platform/server/invariants.ts';
import { assertReachable } from './axe.ts';
import { enter, openTheatre, screens } from './theatre.ts';

// Story 5: one hundred masters and their candidates are paired; everybody sees why; one declines, the rest moves least.
const theatre = await openTheatre();
const { app } = theatre;

const roundOf = async (masters: number, run: boolean) => (await app.pool.query<{ id: string; title: string }>(
  `select r.id, r.title from pairing_round r where (r.run_at is not null) = $2 and r.closes_at <= $3
   and $1 = (select count(*) from pairing_entry e where e.region_id = r.region_id and e.round_id = r.id and e.side = 'master')`, [masters, run, app.clock.now()])).rows[0] ?? { id: '', title: '' };
const count = async (text: string, values: unknown[]) => Number((await app.pool.query<{ n: number }>(text, values)).rows[0]?.n);
const open = async (name: string, path: string, screen = screens.desktop): Promise<Page> => {
  const page = await enter(theatre, name, screen);
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
};

test('柳闻莺在手机上选三位名师，草稿自己存好，换一台设备接着提交', async () => {
  const page = await open('柳闻莺', '/my/pairing', screens.phone);
  for (let at = 0; at < 3; at += 1) {
    await page.locator('.choice-list button').first().click();
    await page.locator('.wish-list > li').nth(at).waitFor();
    await page.getByText('草稿已保存').waitFor();
  }
  await page.locator('.wish-list > li').nth(1).getByRole('button', { name: '上移' }).click();
  await page.getByText('草稿已保存').waitFor();
  const order = await page.locator('.wish-list > li').allInnerTexts();
  await assertReachable(page);
  await page.context().close();
  const other = await open('柳闻莺', '/my/pairing');
  await other.locator('.wish-list > li').nth(2).waitFor();
  assert.deepEqual((await other.locator('.wish-list > li').allInnerTexts()).map(nameIn), order.map(nameIn), '另一台设备上次序不变');
  await other.getByRole('button', { name: '提交志愿' }).click();
  await other.getByText('已提交，截止前可以改').waitFor();
  await other.context().close();
});

const nameIn = (line: string): string | undefined => /\p{Script=Han}{2,4}/u.exec(line)?.[0];

test('办公室比较三种方案，每个数打开名单，选定一种并写明理由，一百名名师配对', async () => {
  const { id } = await roundOf(100, false);
  const page = await open('沈砚秋', `/work/pairing/${id}/proposals`);
  await assertReachable(page);
  const { proposals } = (await (await page.request.get(`/api/pairings/${id}/proposals`)).json()) as { proposals: { rule: string; placed: number; blocking: unknown[] }[] };
  assert.deepEqual(proposals.map(({ rule }) => rule), ['stable', 'young', 'most']);
  assert.equal(proposals[0]?.blocking.length, 0);
  assert.ok((proposals[2]?.placed ?? 0) >= (proposals[0]?.placed ?? 0));
  for (const [at, { blocking }] of proposals.entries()) {
    await page.locator('table').first().getByRole('link', { name: '都更愿意换成彼此' }).nth(at).click();
    await page.getByRole('heading', { name: `都更愿意换成彼此的师徒（${blocking.length}）` }).waitFor();
    if (blocking.length) assert.equal(await page.locator('table').nth(1).locator('tbody tr').count(), blocking.length, '名单与数相符');
  }
  await page.getByLabel('选一种方案').selectOption({ label: '稳定' });
  await page.getByLabel('理由（人人可见）').fill('双方都不愿换成别人，争议最少');
  await page.getByRole('button', { name: '配对', exact: true }).click();
  await page.getByRole('heading', { name: '结对名单', level: 1 }).waitFor();
  assert.equal(await count(`select count(*)::int n from pairing_pair where round_id = $1 and state = 'live'`, [id]), proposals[0]?.placed);
  await page.locator('.network svg').first().waitFor();
  await assertReachable(page);
  const link = await page.getByRole('link', { name: '导出 Excel' }).first().getAttribute('href');
  assert.ok((await (await page.request.get(link ?? '')).body()).length > 5000, '名单导出 Excel');
  await page.context().close();
});

test('人人看得到为什么：青年在手机上，名师在电脑上，只见自己的志愿', async () => {
  const { id, title } = await roundOf(100, true);
  for (const [name, path, side] of [['许知微', '/my/pairing', 'pupil'], ['邵清和', '/my/pairing', 'pupil'], ['谢道蕴', '/work/my-pairing', 'master']] as const) {
    const page = await open(name, path, side === 'pupil' ? screens.phone : screens.desktop);
    await page.getByText('本轮按“稳定”配对').first().waitFor();
    await assertReachable(page);
    const { entries } = (await (await page.request.get('/api/own-pairings')).json()) as { entries: { round: { roundId: string }; pairs: { rank: number; name: string }[]; missed: { rank: number; reason: string }[] }[] };
    const own = entries.find(({ round }) => round.roundId === id);
    assert.ok(own, `${name} 在 ${title} 里`);
    const best = own.pairs[0]?.rank ?? Infinity;
    if (side === 'pupil' && own.pairs.length) assert.equal(own.missed.length, best - 1, '每个更靠前的志愿都有说法');
    const text = await page.locator('main').innerText();
    for (const { name: other } of own.pairs) assert.ok(text.includes(other));
    await page.context().close();
  }
  const rows = (await app.pool.query<{ id: string }>(`select id from pairing_entry where round_id = $1 and side = 'pupil' and handed_in_at is not null`, [id])).rows;
  assert.equal(rows.length, 130);
});

test('简宁退出后，预览要动的人，照此补配：别的结对一个不动', async () => {
  const { id } = await roundOf(24, true);
  const live = async () => new Set((await app.pool.query<{ pair: string }>(`select master_id || pupil_id as pair from pairing_pair where round_id = $1 and state = 'live'`, [id])).rows.map(({ pair }) => pair));
  const before = await live();
  const page = await open('沈砚秋', `/work/pairing/${id}/pairs`);
  await page.getByRole('heading', { name: '补配', exact: true }).waitFor();
  await assertReachable(page);
  const preview = (await (await page.request.get(`/api/pairings/${id}/rematch`)).json()) as { declined: unknown[]; moves: { from: unknown; wishBefore: number | null; wishAfter: number }[]; stay: number };
  assert.equal(preview.declined.length, 1);
  for (const { wishBefore, wishAfter } of preview.moves) assert.ok(wishBefore === null || wishAfter < wishBefore, '动的人都更如愿');
  await page.getByRole('button', { name: '照此补配' }).click();
  await page.getByRole('heading', { name: '补配', exact: true }).waitFor({ state: 'detached' });
  const after = await live();
  assert.equal([...before].filter((pair) => after.has(pair)).length, preview.stay, '其余都在原处');
  assert.equal(after.size, preview.stay + preview.moves.length);
  await page.context().close();
});

test('何守正与所带青年：一方记带教，另一方确认，名师写年度考核', async () => {
  const page = await open('何守正', '/work/my-pairing');
  await page.getByRole('link', { name: '打开与' }).first().click();
  await page.getByRole('heading', { name: '带教记录' }).waitFor();
  await page.getByLabel('做了什么').fill('示范一例疑难病例的辨证');
  await page.getByRole('button', { name: '记一次带教' }).click();
  await page.getByText('示范一例疑难病例的辨证').waitFor();
  await page.getByLabel('等次').selectOption({ label: '优秀' });
  await page.getByLabel('评语').fill('跟师勤勉，能独立接诊');
  await page.getByRole('button', { name: '提交考核' }).click();
  await page.getByText('名师评').waitFor();
  await assertReachable(page);
  await page.context().close();
});

// The evaluation of Harbin (S28) walks on the same stage.
test('哈尔滨四要素评价：单位从 Excel 贴入并确认，本人在手机上逐项看过后认可，主管部门办结，档案里就有了', async () => {
  const hospital = await open('白若雪', '/work/evaluations?state=none');
  const name = (await hospital.locator('tbody tr').first().locator('td').first().innerText()).trim();
  await hospital.getByLabel('连同表头整块粘贴').fill(`姓名\t医德考评等次\t年诊治人次\n${name}\t优秀\t一千`);
  await hospital.getByRole('button', { name: '先看结果' }).click();
  await hospital.getByText('第 2 行 年诊治人次：“一千”不是整数').waitFor();
  await hospital.getByLabel('连同表头整块粘贴').fill(`姓名\t医德考评等次\t年诊治人次\n${name}\t优秀\t1000`);
  await hospital.getByRole('button', { name: '先看结果' }).click();
  await hospital.getByRole('button', { name: '录入 1 人' }).click();
  await hospital.getByText('已录入 1 人').waitFor();
  await assertReachable(hospital);
  await hospital.context().close();
  const own = await open('宋怀江', '/my/evaluation', screens.phone);
  await own.getByText('总分 100.0 分，优秀').waitFor();
  await assertReachable(own);
  await own.getByRole('button', { name: '认可结果' }).click();
  await own.getByRole('button', { name: '认可结果' }).waitFor({ state: 'detached' });
  await own.context().close();
  const office = await open('栾秋实', '/work/evaluations?state=confirmed');
  await office.getByRole('link', { name: '打开 宋怀江 的评价' }).click();
  await office.getByRole('button', { name: '办结', exact: true }).click();
  await office.getByText('已写入人才档案“四要素评价”').waitFor();
  await assertReachable(office);
  await office.context().close();
  const facts = await count(`select count(*)::int n from person_fact f join person p on p.region_id = f.region_id and p.id = f.person_id
    where p.name = '宋怀江' and f.kind = '四要素评价' and f.source = 'authority' and f.evidence like '%2026 年度，100.0 分' and f.superseded_by is null`, []);
  assert.equal(facts, 1);
});

test('第三批截止之后，手机上不能再改志愿', async () => {
  app.clock.moveTo(startOfDay('2026-12-03'));
  const page = await open('柳闻莺', '/my/pairing', screens.phone);
  await page.getByText('志愿已截止').first().waitFor();
  assert.equal(await page.locator('.wish-list').count(), 0);
  const { entries } = (await (await page.request.get('/api/own-pairings')).json()) as { entries: { entry: { entryId: string }; handedIn: string[] }[] };
  const late = await page.request.post(`/api/pairing-entries/${entries[0]?.entry.entryId}/wishes`, { data: { wishes: entries[0]?.handedIn }, headers: { 'idempotency-key': 'late-list' } });
  assert.equal(((await late.json()) as { title: string }).title, '志愿已于 2026-12-02 截止，不能再改');
  await page.context().close();
  assert.deepEqual(await brokenInvariants(app.pool), []);
});
