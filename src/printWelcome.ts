import type { App } from '#platform/server/call.ts';

/** Tells whoever started it where to go, and with whom they may sign in. */
export async function printWelcome(app: App, address: string): Promise<void> {
  process.stdout.write(`\n  Xinglin  ${address}\n\n`);
  if (app.production) return;
  const accounts = await app.db.selectFrom('account').innerJoin('region', 'region.id', 'account.region_id').select(['display_name', 'role', 'region.name as region'])
    .where('demo', '=', true).orderBy('region.id').orderBy('role').orderBy('display_name').limit(60).execute();
  for (const { display_name, role, region } of accounts) process.stdout.write(`  ${region}  ${app.say(`platform.role.${role}`)}  ${display_name}\n`);
  process.stdout.write(`\n  ${app.say('platform.demoHint')} ${address}/sign-in\n\n`);
}
