import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertReachable } from './axe.ts';
import { enter, openTheatre, screens } from './theatre.ts';

const theatre = await openTheatre();

test('本人在手机上补一项、更正一项；卫健委按拼音找到人，核验后生效', async () => {
  const own = await enter(theatre, '陆景明', screens.phone);
  await own.goto('/my/file');
  await own.getByRole('heading', { name: '齐备情况' }).waitFor();
  await assertReachable(own);
  await own.getByRole('button', { name: /^全部事实/ }).click();
  await own.getByRole('button', { name: '填写 户籍所在地' }).click();
  await own.getByLabel('应为').fill('浙江省慈溪市观城镇');
  await own.getByRole('button', { name: '提交更正' }).click();
  await own.getByText('更正要写明依据').waitFor();
  await own.getByLabel('依据', { exact: true }).fill('户口簿第2页');
  await own.getByRole('button', { name: '提交更正' }).click();
  await own.getByText('已更正，即时生效').waitFor();
  await own.getByRole('button', { name: '更正 学历' }).click();
  await own.getByLabel('应为').selectOption('硕士');
  await own.getByLabel('依据', { exact: true }).fill('毕业证书 2024-0031');
  await own.getByRole('button', { name: '提交更正' }).click();
  await own.getByText('已提交，待单位或卫健委核验').waitFor();
  await assertReachable(own);

  const bureau = await enter(theatre, '郑怀瑾');
  await bureau.goto('/work/people?q=lujm');
  await bureau.getByRole('table', { name: '人员名册' }).getByRole('link', { name: '陆景明' }).click();
  await bureau.getByText('本人更正为“硕士”').waitFor();
  await assertReachable(bureau);
  await bureau.getByRole('button', { name: '核验', exact: true }).click();
  await bureau.getByText('本人更正为“硕士”').waitFor({ state: 'detached' });
  await bureau.getByRole('button', { name: '历次记录 学历' }).click();
  await bureau.getByText('已被更正').waitFor();
});

test('单位登记已在别处名册的人：不泄露，卫健委核对后调入', async () => {
  const { rows: [known] } = await theatre.app.pool.query(`select person.id, name, sealed_id_number from person where region_id = 'putuo' and organisation_id <> 'putuo-zxyy' and consent_withdrawn_at is null order by id limit 1`);
  const employer = await enter(theatre, '袁知白');
  await employer.goto('/work/people');
  await employer.getByRole('button', { name: '登记一人' }).click();
  await employer.getByLabel('居民身份证号码').fill(theatre.app.crypto.open(known.sealed_id_number).toLowerCase());
  await employer.getByLabel('姓名', { exact: true }).fill(known.name);
  await employer.getByRole('button', { name: '登记', exact: true }).click();
  await employer.getByText('已提交卫健委核对').waitFor();

  const bureau = await enter(theatre, '沈砚秋');
  await bureau.goto('/work/doubles');
  await bureau.getByRole('table', { name: '待核对的调入' }).getByRole('link', { name: known.name }).waitFor();
  await assertReachable(bureau);
  await bureau.getByRole('button', { name: /^核实，调入/ }).click();
  await bureau.getByText('没有等核对的人').waitFor();
  const { rows: [moved] } = await theatre.app.pool.query('select organisation_id from person where id = $1', [known.id]);
  assert.equal(moved.organisation_id, 'putuo-zxyy');
});
