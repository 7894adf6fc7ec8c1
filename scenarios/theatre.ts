import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { after } from 'node:test';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { aesCrypto } from '#platform/server/crypto.ts';
import { sayIn } from '#platform/domain/words.ts';
import { testDatabase, type TestApp } from '#platform/server/testDatabase.ts';
import { tellStory } from '#demo/story.ts';
import { serveApplication } from '../src/serveApplication.ts';
import { wordsZh } from '../src/words.ts';

/** The product as people meet it: the told story behind a real server, and a browser before it. */
export type Theatre = { app: TestApp; address: string; browser: Browser };

/** Screens every story is walked on. */
export const screens = { desktop: { width: 1440, height: 900 }, phone: { width: 375, height: 812 } };

/** Opens the product on a database of its own with the story told, on the frozen day, and a browser. */
export async function openTheatre(): Promise<Theatre> {
  const closing: (() => Promise<void>)[] = [];
  after(async () => { for (const close of closing) await close(); }); // before the database's own, which would cut the server's connections
  const app = inChinese(await testDatabase({ prepared: { name: `told_${fingerprint()}`, fill: (fresh) => tellStory(inChinese(fresh)) } }));
  const served = await serveApplication(app, { port: 0, host: '127.0.0.1' });
  const browser = await openBrowser();
  closing.push(() => browser.close(), () => served.close());
  return { app, address: served.address, browser };
}

const inChinese = (database: TestApp): TestApp => ({ ...database, crypto: aesCrypto('11'.repeat(32)), say: (key, params) => sayIn(wordsZh, key, params) });

/** What the told story depends on: a change of it is told anew, the same is told once for all stories of a run. */
function fingerprint(): string {
  const root = path.join(import.meta.dirname, '..');
  const hash = createHash('sha256');
  for (const folder of ['db/migrations', 'demo', 'regions', 'src']) {
    const files = fs.readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.endsWith('.tsx'));
    for (const file of files.map(({ parentPath, name }) => path.join(parentPath, name)).toSorted()) hash.update(fs.readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=zh-CN'];

/** The browser of the machine, else the one that comes with the packages. */
export async function openBrowser(): Promise<Browser> {
  const found = process.env['CHROMIUM'] ?? installed.find((path) => fs.existsSync(path));
  if (found) return chromium.launch({ executablePath: found, args: quiet });
  const shipped = (await import('@sparticuz/chromium')).default;
  return chromium.launch({ executablePath: await shipped.executablePath(), args: [...shipped.args, ...quiet] });
}

/** Somebody at a screen, signed in by the demonstration's door; without a name, a visitor. */
export async function enter({ address, browser }: Theatre, name: string | undefined, viewport = screens.desktop): Promise<Page> {
  const context = await browser.newContext({ viewport, baseURL: address, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
  if (name) await signIn(context, name);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => { throw error; });
  return page;
}

async function signIn(context: BrowserContext, name: string): Promise<void> {
  const { accounts } = (await (await context.request.get('/api/sign-in/demo')).json()) as { accounts: { accountId: string; name: string }[] };
  const account = accounts.find((each) => each.name === name);
  if (!account) throw new Error(`no demo account of ${name}`);
  const answer = await context.request.post('/api/sign-in/demo', { data: { accountId: account.accountId }, headers: { 'idempotency-key': `enter-${account.accountId}-${Math.floor(performance.now())}` } });
  if (!answer.ok()) throw new Error(await answer.text());
}
