import fs from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { App } from '#platform/server/call.ts';
import { openapi } from '#platform/domain/openapi.ts';
import { httpServer } from '#platform/server/http.ts';
import { startWorker } from '#platform/server/jobs.ts';
import { startSealing } from '#platform/server/sealAudit.ts';
import { actorOf } from '#platform/server/signIn.ts';
import { contracts } from './contracts.ts';
import { routes } from './routes.ts';
import { startClockwork } from './startClockwork.ts';

const pages = path.join(import.meta.dirname, '../dist/web');

/** A served application: where it is, and how to end it without losing what runs. */
export type Served = { address: string; close(): Promise<void> };

/** Serves an application: API, pages, OpenAPI, jobs, sealing and the clock's own work. */
export async function serveApplication(app: App, { port, host }: { port: number; host: string }): Promise<Served> {
  const http = await httpServer(app, routes, actorOf);
  const document = openapi(Object.values(contracts), { title: 'Xinglin', version: '1' });
  http.get('/openapi.json', () => document);
  await http.register(fastifyStatic, { root: pages, prefix: '/', wildcard: true, maxAge: '1y', immutable: true, index: false });
  const page = fs.readFileSync(path.join(pages, 'index.html'), 'utf8');
  http.get('/', (_request, reply) => reply.type('text/html').header('cache-control', 'no-cache').send(page));
  http.setNotFoundHandler((_request, reply) => reply.type('text/html').header('cache-control', 'no-cache').send(page));
  const running = [startWorker(app), startSealing(app), startClockwork(app)];
  const address = await http.listen({ port, host });
  return {
    address,
    close: async () => {
      await http.close();
      for (const each of running) await each.stop();
    },
  };
}
