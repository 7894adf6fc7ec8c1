import type { Route } from '../domain/contract.ts';
import { RefusalError, type RefusalValue } from './refusalValue.ts';

/** What every request may carry, before it is typed by its route. */
export type Carried = { params?: object | undefined; query?: object | undefined; body?: unknown };

const inFlight = new Map<string, Promise<unknown>>();
const intents = new Map<string, string>();

/**
 * Sends one request. The same writing sent twice at once is one request; the same writing sent again after a broken
 * line carries the same idempotency key, so that it happens once.
 */
export function request(route: Route, carried: Carried, language: string): Promise<unknown> {
  const address = addressOf(route.path, carried);
  if (route.method === 'GET') return send(route, address, carried, language);
  const intent = `${route.method} ${address} ${carried.body instanceof FormData ? fileMark(carried.body) : JSON.stringify(carried.body)}`;
  const running = inFlight.get(intent);
  if (running) return running;
  const sent = write(route, address, carried, language, intent).finally(() => inFlight.delete(intent));
  inFlight.set(intent, sent);
  return sent;
}

async function write(route: Route, address: string, carried: Carried, language: string, intent: string): Promise<unknown> {
  const key = intents.get(intent) ?? crypto.randomUUID();
  intents.set(intent, key);
  try {
    const answer = await send(route, address, carried, language, key);
    intents.delete(intent);
    return answer;
  } catch (thrown) {
    if (thrown instanceof RefusalError && thrown.status < 500) intents.delete(intent);
    throw thrown;
  }
}

async function send(route: Route, address: string, carried: Carried, language: string, key?: string): Promise<unknown> {
  const json = carried.body !== undefined && !(carried.body instanceof FormData);
  const response = await fetch(address, {
    method: route.method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json', 'accept-language': language,
      ...(json ? { 'content-type': 'application/json' } : {}),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    body: bodyOf(carried.body, route.method),
  });
  const text = await response.text();
  if (!response.ok) throw new RefusalError(problemOf(text), response.status);
  return text === '' ? undefined : JSON.parse(text);
}

const bodyOf = (body: unknown, method: string): BodyInit | null =>
  body instanceof FormData ? body : body === undefined || method === 'GET' ? null : JSON.stringify(body);

function problemOf(text: string): RefusalValue {
  try {
    const problem = JSON.parse(text) as Partial<RefusalValue>;
    return { ...problem, reason: problem.reason ?? 'unknown', title: problem.title ?? '' };
  } catch {
    return { reason: 'unreachable', title: '' };
  }
}

const fileMark = (form: FormData): string =>
  [...form.entries()].map(([name, value]) => `${name}=${typeof value === 'string' ? value : `${value.name}:${value.size}:${value.lastModified}`}`).join('&');

/** The address of a route with its parameters and query filled in. */
export function addressOf(path: string, carried: Carried): string {
  const params = (carried.params ?? {}) as Record<string, unknown>;
  const filled = path.replace(/:(\w+)/g, (_match, name: string) => encodeURIComponent(String(params[name])));
  const query = Object.entries(carried.query ?? {}).filter(([, value]) => value !== undefined && value !== '');
  const words = query.flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((each): [string, string] => [name, String(each)]));
  return words.length === 0 ? filled : `${filled}?${new URLSearchParams(words).toString()}`;
}
