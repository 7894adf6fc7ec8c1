import { test } from 'node:test';
import { sealAudit } from '#platform/server/sealAudit.ts';
import { assertReachable } from './axe.ts';
import { enter, openTheatre, screens } from './theatre.ts';

const theatre = await openTheatre();
const password = 'a long first password';

test('安全管理员开立账户，本人登录；权限一变更，下一步就要重新登录', async () => {
  const admin = await enter(theatre, '石守一');
  await admin.goto('/work/security');
  await admin.getByRole('button', { name: '开立账户' }).first().click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('登录名').fill('fan-yuan');
  await dialog.getByLabel('姓名').fill('樊远');
  await dialog.getByLabel('角色').selectOption({ label: '卫生健康委' });
  await dialog.getByLabel('初始密码').fill(password);
  await dialog.getByRole('button', { name: '开立账户' }).click();
  await dialog.waitFor({ state: 'hidden' });

  const person = await enter(theatre, undefined);
  await person.goto('/sign-in');
  await person.getByRole('textbox', { name: '账号' }).fill('fan-yuan');
  await person.getByLabel('密码').fill(password);
  await person.getByRole('button', { name: '下一步' }).click();
  await person.getByText('樊远').first().waitFor();
  await person.goto('about:blank');

  await admin.getByLabel('查登录名或姓名').fill('fan-yuan');
  await admin.getByRole('row', { name: /樊远/ }).getByRole('button', { name: '变更权限' }).click();
  await dialog.getByLabel('角色').selectOption({ label: '联系领导' });
  await dialog.getByRole('button', { name: '变更权限' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await person.goto('/work/account');
  await person.getByText('您的权限已变更，请重新登录').waitFor();
  await person.getByRole('textbox', { name: '账号' }).fill('fan-yuan');
  await person.getByLabel('密码').fill(password);
  await person.getByRole('button', { name: '下一步' }).click();
  await person.getByText('联系领导').first().waitFor();
});

test('审计员核对：完好时说完好，被人改过就指出来', async () => {
  const { app } = theatre;
  while (await sealAudit(app, 'putuo') > 0);
  const auditor = await enter(theatre, '查慎言');
  await auditor.goto('/work/audit');
  await auditor.getByRole('button', { name: '立即核对' }).click();
  await auditor.getByText('没有改动、删除或补插').waitFor();
  await app.pool.query("update audit_entry set subject = 'somebody else' where region_id = 'putuo' and id = (select entry_id from audit_leaf where region_id = 'putuo' and position = 3)");
  await auditor.getByRole('button', { name: '立即核对' }).click();
  await auditor.getByText('内容被改动').first().waitFor();
});

const consoles: [string, string[]][] = [
  ['丁一舟', ['/work/system', '/work/system/jobs']], ['石守一', ['/work/security', '/work/security/permissions', '/work/account']], ['查慎言', ['/work/audit']],
];
for (const [name, viewport] of Object.entries(screens)) {
  test(`三个控制台人人都能用（${name}）`, async () => {
    for (const [who, addresses] of consoles) {
      const page = await enter(theatre, who, viewport);
      for (const address of addresses) {
        await page.goto(address);
        await page.locator('h1').waitFor();
        await page.locator('.waiting-line').waitFor({ state: 'detached' });
        await assertReachable(page);
      }
    }
  });
}
