import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { no, type Answer } from '../domain/answer.ts';
import { visitorActor, type Actor } from '../domain/actor.ts';
import { answerRequest } from './answerRequest.ts';
import type { App } from './call.ts';
import { problemOf } from './problem.ts';
import { receiveUpload, type Received } from './receiveUpload.ts';
import type { Bound, Download } from './serve.ts';

/** Who a session token stands for; a refusal where it is no longer good. */
export type ActorOf = (app: App, token: string) => Promise<Answer<Actor>>;

export const sessionCookie = 'xinglin_session';
export const regionCookie = 'xinglin_region';
const bodyLimit = 2_000_000;

/** The HTTP door: routes in, problem details out; nothing about any one slice. */
export async function httpServer(app: App, routes: Bound[], actorOf: ActorOf): Promise<FastifyInstance> {
  const http = Fastify({ bodyLimit, logger: false, routerOptions: { maxParamLength: 200 } });
  await http.register(cookie);
  await http.register(multipart, { limits: { files: 1, fileSize: 60_000_000 } });
  http.addHook('onSend', async (_request, reply) => { reply.headers(safeHeaders); });
  http.setErrorHandler((error, _request, reply) => refuse(app, reply, failureOf(error)));
  for (const bound of routes) {
    const { method, path } = bound.route;
    http.route({ method, url: path, handler: (request, reply) => answer(app, bound, actorOf, request, reply) });
  }
  http.all('/api/*', (_request, reply) => refuse(app, reply, no('notFound')));
  return http;
}

const safeHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
};

async function answer(app: App, bound: Bound, actorOf: ActorOf, request: FastifyRequest, reply: FastifyReply) {
  const actor = bound.route.unsigned ? nobody(app, request) : await whoAsks(app, actorOf, request);
  if (!actor.ok) return refuse(app, reply, actor);
  const received = bound.route.file === 'in' ? await receiveUpload(request) : undefined;
  try {
    if (received && !received.ok) return refuse(app, reply, received);
    const given = await answerRequest(app, bound, actor.value, askingOf(request, received?.ok ? received.value : undefined));
    if (!given.ok) return refuse(app, reply, given);
    return bound.route.file === 'out' ? sendFile(reply, given.value as Download) : sendJson(app, reply, given.value);
  } finally {
    if (received?.ok) await received.value.discard();
  }
}

const askingOf = (request: FastifyRequest, received?: Received) => ({
  params: request.params, query: request.query, body: received ? received.fields : request.body, key: keyOf(request), session: request.cookies[sessionCookie],
  ...(received ? { upload: received.upload } : {}),
});

const keyOf = (request: FastifyRequest) => {
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' && key.length > 0 && key.length <= 200 ? key : undefined;
};

async function whoAsks(app: App, actorOf: ActorOf, request: FastifyRequest): Promise<Answer<Actor>> {
  const token = request.cookies[sessionCookie];
  const known = token ? await actorOf(app, token) : no('signInNeeded');
  if (known.ok || known.reason !== 'signInNeeded') return known; // an old session leaves a visitor
  const asked = request.cookies[regionCookie];
  const region = asked && app.regions.has(asked) ? asked : defaultRegion(app);
  return { ok: true, value: visitorActor(region) };
}

/** Whoever calls an unsigned route is nobody in the region that the path names, also with a session at hand. */
function nobody(app: App, request: FastifyRequest): Answer<Actor> {
  const { region } = request.params as { region?: string };
  return region && app.regions.has(region) ? { ok: true, value: visitorActor(region) } : no('notFound');
}

/** The region a visitor sees before choosing: the first that inherits another one. */
export const defaultRegion = (app: App): string => {
  const ids = [...app.regions.values()].filter((region) => region.inherits).map((region) => region.id);
  return ids.find((id) => id === 'putuo') ?? ids[0] ?? 'china';
};

function sendJson(app: App, reply: FastifyReply, value: unknown) {
  const cookies = (value as { setCookie?: { name: string; value: string; maxAge: number } } | null)?.setCookie;
  if (!cookies) return reply.header('cache-control', 'no-store').send(value ?? null);
  reply.setCookie(cookies.name, cookies.value, { path: '/', httpOnly: true, sameSite: 'lax', secure: app.production, maxAge: cookies.maxAge });
  return reply.header('cache-control', 'no-store').send({ ...(value as object), setCookie: undefined });
}

const sendFile = (reply: FastifyReply, { fileName, mediaType, content }: Download) =>
  reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`).type(mediaType).send(Buffer.from(content));

function refuse(app: App, reply: FastifyReply, refusal: ReturnType<typeof no>) {
  const problem = problemOf(refusal, app.say);
  if (problem.status === 503) reply.header('retry-after', '5');
  if (problem.reason === 'rightsChanged') reply.clearCookie(sessionCookie, { path: '/' }); // told once, then a visitor who may sign in
  return reply.code(problem.status).header('cache-control', 'no-store').type('application/problem+json').send(problem);
}

const lostDatabase = new Set(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03', '53100', '53300', '08006', '08003']);

/** A failure as a refusal without any text from the database; unknown ones are bugs and say only that. */
function failureOf(error: unknown): ReturnType<typeof no> {
  const { code = '', statusCode = 500, message } = error as { code?: string; statusCode?: number; message?: string };
  if (lostDatabase.has(code) || /Connection terminated|timeout exceeded/.test(message ?? '')) return no('unavailable');
  if (code === '22021' || code === '22P05') return no('textInvalid');
  if (statusCode >= 400 && statusCode < 500) return no(statusCode === 413 ? 'fileSize' : 'invalidInput');
  process.stderr.write(`bug: ${error instanceof Error ? error.stack : String(error)}\n`);
  return no('bug');
}
