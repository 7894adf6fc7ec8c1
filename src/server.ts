import path from 'node:path';
import { askLater, haltTelling } from '#demo/later.ts';
import { isUntold, tellStory } from '#demo/story.ts';
import { askTitles } from '#demo/titles.ts';
import { startEmbedded } from '#platform/server/embeddedPostgres.ts';
import { homeFolder, openApplication } from './application.ts';
import { printWelcome } from './printWelcome.ts';
import { serveApplication } from './serveApplication.ts';

const port = Number(process.env.PORT ?? 8040);
const host = process.env.HOST ?? '127.0.0.1';

const embedded = process.env.DATABASE_URL ? undefined : await startEmbedded(path.join(homeFolder, 'postgres'));
const app = await openApplication(process.env.DATABASE_URL || (embedded?.url ?? ''));
const untold = !app.production && (await isUntold(app));
if (untold) await tellStory(app);
const served = await serveApplication(app, { port, host });
await printWelcome(app, served.address);
const later = untold && [await askTitles(app), await askLater(app)].includes(true);
if (later) process.stdout.write(`  ${app.say('platform.demoLater')}\n\n`);

const close = async () => {
  haltTelling();
  await served.close();
  await app.close();
  await embedded?.stop();
  process.exit(0);
};
process.once('SIGINT', close);
process.once('SIGTERM', close);
