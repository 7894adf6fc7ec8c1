import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertReachable } from './axe.ts';
import { enter, openTheatre, screens } from './theatre.ts';

// What a doctor is entitled to is confirmed in one tap; the reasons are printed; a refusal comes as a letter with the same text.
const theatre = await openTheatre();
const { app } = theatre;
const offers = async (name: string) => (await app.pool.query<{ result: string; state: string; case_id: string | null }>('select e.result, e.state, e.case_id from entitlement e join person p on p.region_id = e.region_id and p.id = e.person_id where p.name = $1', [name])).rows;

test('手机上一键确认：没有项目的交服务台；暂不需要的不再问', async () => {
  const own = await enter(theatre, '邵清和', screens.phone);
  await own.goto('/my');
  await own.getByRole('button', { name: '一键确认 可申报副高' }).waitFor();
  await assertReachable(own);
  await own.getByRole('button', { name: '暂不需要 可申报基层副高' }).click();
  await own.getByRole('button', { name: '一键确认 可申报基层副高' }).waitFor({ state: 'detached' });
  await own.getByRole('button', { name: '一键确认 可申报副高' }).click();
  await own.getByText('服务台落实中').waitFor();
  assert.equal((await offers('邵清和')).find(({ result }) => result === '副高申报')?.state, 'confirmed');
  assert.equal((await offers('邵清和')).find(({ result }) => result === '基层副高申报')?.state, 'declined');
});

test('有项目的：一键确认即开出申报、从档案填好，转到那件申报', async () => {
  const own = await enter(theatre, '陶然', screens.phone);
  await own.goto('/my/services');
  await own.getByRole('button', { name: '一键确认 紧缺专业人才' }).click();
  await own.getByRole('heading', { name: '人才引进认定' }).waitFor();
  const confirmed = (await offers('陶然')).find(({ result }) => result === '紧缺专业人才');
  assert.equal(confirmed?.state, 'confirmed');
  assert.ok(own.url().endsWith(`/my/cases/${confirmed.case_id}`));
  await assertReachable(own);
});

test('判断说明打印成一页：条款、事实、来源与日期、怎样更正、下一步，没有屏幕的边框', async () => {
  const own = await enter(theatre, '邵清和');
  await own.goto('/my/explain?policy=talent-development&result=领军型人才');
  await own.getByText('结论：目前不符合。').waitFor();
  await own.getByText(/^来源：权威登记/).first().waitFor();
  await own.getByText(/^如有误：/).first().waitFor();
  await own.getByText(/^下一步：/).first().waitFor();
  await assertReachable(own);
  await own.emulateMedia({ media: 'print' });
  assert.equal(await own.getByRole('button', { name: '打印' }).isVisible(), false);
  assert.equal(await own.getByRole('navigation').first().isVisible(), false);
  const pdf = await own.pdf({ format: 'A4', printBackground: false });
  assert.ok(pdf.byteLength > 10_000);
});

test('补一项：主页问最能明确结论的事实，点开就是档案里的那一栏', async () => {
  const own = await enter(theatre, '陶然');
  await own.goto('/my');
  await own.getByRole('link', { name: '填写 成果' }).click();
  await own.getByRole('dialog').getByText('成果').first().waitFor();
});

test('卫健委看缺哪一项能明确多少人，打开名单，看依据；明年名单的数字打开即是这些人', async () => {
  const bureau = await enter(theatre, '沈砚秋');
  for (let left = 100; left > 0; left -= 1) {
    const { rows: [judged] } = await app.pool.query<{ n: number }>(`select count(*)::int as n from standing where region_id = 'putuo'`);
    if ((judged?.n ?? 0) > 500) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await bureau.goto('/work/unlocks');
  await bureau.getByRole('table').waitFor();
  await assertReachable(bureau);
  await bureau.getByRole('link', { name: /^职称 看 \d+ 人$/ }).click();
  await bureau.getByRole('heading', { name: '缺“职称”的人' }).waitFor();
  await assertReachable(bureau);
  await bureau.getByRole('table').getByRole('link', { name: /依据$/ }).first().click();
  await bureau.getByRole('heading', { name: /判断说明$/ }).waitFor();
  await bureau.goto('/work/entitlements');
  await bureau.getByRole('table').getByText('简宁').waitFor();
  await assertReachable(bureau);
  await bureau.goto('/work/cohort');
  const number = bureau.getByRole('table').getByRole('link').first();
  const said = await number.textContent();
  await assertReachable(bureau);
  await number.click();
  await bureau.getByRole('link', { name: '全部职称和类别' }).waitFor();
  await bureau.getByRole('table').waitFor();
  assert.equal(await bureau.getByRole('table').locator('tbody tr').count(), Number(said));
  await assertReachable(bureau);
});

test('不予推荐后，本人打开告知书：编号、理由、依据、怎样申请复核', async () => {
  const hr = await enter(theatre, '袁知白');
  const { rows: [found] } = await app.pool.query<{ id: string; account: string; name: string }>(`select c.id, p.name from "case" c join person p on p.region_id = c.region_id and p.id = c.person_id
    join account a on a.region_id = p.region_id and a.person_id = p.id and a.demo where c.region_id = 'putuo' and c.stage = 'screening' limit 1`);
  assert.ok(found);
  const bureau = await enter(theatre, '沈砚秋');
  await bureau.goto(`/work/cases/${found.id}`);
  await bureau.getByRole('button', { name: '不予通过' }).click();
  await bureau.getByRole('dialog').getByRole('textbox').fill('劳动合同与申报单位不一致');
  await bureau.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await bureau.getByRole('link', { name: '查看告知书' }).waitFor();
  const own = await enter(theatre, found.name, screens.phone);
  await own.goto(`/my/cases/${found.id}`);
  await own.getByRole('link', { name: '查看告知书' }).click();
  await own.getByRole('heading', { name: '人才引进认定不予通过告知书' }).waitFor();
  await own.getByText('劳动合同与申报单位不一致').waitFor();
  await own.getByText(/书面申请复核/).waitFor();
  await own.getByText('普陀区卫生健康委员会', { exact: false }).first().waitFor();
  await assertReachable(own);
  await hr.context().close();
});

test('晋升导航：差多少天、几个月，试算后最早哪天可报', async () => {
  for (const screen of [screens.desktop, screens.phone]) {
    const own = await enter(theatre, '柏舟', screen);
    await own.goto('/my/promotion');
    await own.getByText('差 43 天下基层、1 个月进修').waitFor();
    await own.getByText('今天起办，最早 2027-02-05 可报').waitFor();
    await own.getByLabel('下基层天数').fill('60');
    await own.getByRole('button', { name: '试算' }).click();
    await own.getByRole('row', { name: /可申报副高 2027-02-22/ }).waitFor();
    await own.getByRole('button', { name: '逐条依据 可申报副高', exact: true }).click();
    await assertReachable(own);
  }
});
