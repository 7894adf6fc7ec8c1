import fs from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import { openapi } from '#platform/domain/openapi.ts';
import { startEmbedded } from '#platform/server/embeddedPostgres.ts';
import { httpServer } from '#platform/server/http.ts';
import { isUntold, tellStory } from '#demo/story.ts';
import { actorOf } from '#platform/server/signIn.ts';
import { startWorker } from '#platform/server/jobs.ts';
import { startSealing } from '#platform/server/sealAudit.ts';
import { homeFolder, openApplication } from './application.ts';
import { contracts } from './contracts.ts';
import { routes } from './routes.ts';

const port = Number(process.env.PORT ?? 8040);
const host = process.env.HOST ?? '127.0.0.1';
const pages = path.join(import.meta.dirname, '../dist/web');

const embedded = process.env.DATABASE_URL ? undefined : await startEmbedded(path.join(homeFolder, 'postgres'));
const app = await openApplication(process.env.DATABASE_URL ?? embedded?.url ?? '');
if (!app.production && (await isUntold(app))) await tellStory(app);
const http = await httpServer(app, routes, actorOf);
const document = openapi(Object.values(contracts), { title: 'Xinglin', version: '1' });
http.get('/openapi.json', () => document);
await http.register(fastifyStatic, { root: pages, prefix: '/', wildcard: true, maxAge: '1y', immutable: true, index: false });
const page = fs.readFileSync(path.join(pages, 'index.html'), 'utf8');
http.get('/', (_request, reply) => reply.type('text/html').header('cache-control', 'no-cache').send(page));
http.setNotFoundHandler((_request, reply) => reply.type('text/html').header('cache-control', 'no-cache').send(page));
const worker = startWorker(app);
const sealing = startSealing(app);
await http.listen({ port, host });
process.stdout.write(`杏林 http://${host}:${port}\n`);

const close = async () => {
  await http.close();
  await worker.stop();
  await sealing.stop();
  await app.close();
  await embedded?.stop();
  process.exit(0);
};
process.once('SIGINT', close);
process.once('SIGTERM', close);
