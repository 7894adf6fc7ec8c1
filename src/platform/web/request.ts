import type { Route } from '../domain/contract.ts';
import { RefusalError, type RefusalValue } from './refusalValue.ts';

/** What every request may carry, before it is typed by its route. */
export type Carried = { params?: object | undefined; query?: object | undefined; body?: unknown; upload?: File };

const inFlight = new Map<string, Promise<unknown>>();
const intents = new Map<string, string>();

/**
 * Sends one request. The same writing sent twice at once is one request; the same writing sent again after a broken
 * line carries the same idempotency key, so that it happens once.
 */
export function request(route: Route, carried: Carried, language: string): Promise<unknown> {
  const address = addressOf(route.path, carried);
  if (route.method === 'GET' || route.asks) return send(route, address, carried, language);
  const intent = `${route.method} ${address} ${JSON.stringify(carried.body)} ${fileMark(carried.upload)}`;
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
  const response = await ask(route, address, carried, language, key);
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

async function ask(route: Route, address: string, carried: Carried, language: string, key?: string): Promise<Response> {
  const body = bodyOf(route, carried);
  const response = await fetch(address, {
    method: route.method,
    credentials: route.unsigned ? 'omit' : 'same-origin',
    headers: {
      accept: 'application/json', 'accept-language': language,
      ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
      ...(key === undefined || route.unsigned ? {} : { 'idempotency-key': key }),
    },
    body,
  });
  if (response.ok) return response;
  const problem = problemOf(await response.text());
  if (problem.reason === 'rightsChanged') window.location.assign(`/sign-in?because=rightsChanged&to=${encodeURIComponent(window.location.pathname)}`);
  throw new RefusalError(problem, response.status);
}

/** Asks a route that answers with a file and puts the file where the browser keeps downloads. */
export async function download(route: Route, carried: Carried, language: string): Promise<void> {
  const response = await ask(route, addressOf(route.path, carried), carried, language);
  const named = /filename\*=UTF-8''(\S+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'file';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = decodeURIComponent(named);
  link.click();
  URL.revokeObjectURL(link.href);
}

function bodyOf(route: Route, { body, upload }: Carried): string | FormData | null {
  if (upload) return formOf(upload, (body ?? {}) as Record<string, unknown>);
  return route.method === 'GET' || body === undefined ? null : JSON.stringify(body);
}

/** The file goes last, so that the fields beside it have arrived when it starts. */
function formOf(upload: File, fields: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
  form.append('file', upload);
  return form;
}

function problemOf(text: string): RefusalValue {
  try {
    const problem = JSON.parse(text) as Partial<RefusalValue>;
    return { ...problem, reason: problem.reason ?? 'unknown', title: problem.title ?? '' };
  } catch {
    return { reason: 'unreachable', title: '' };
  }
}

const fileMark = (file: File | undefined): string => (file ? `${file.name}:${file.size}:${file.lastModified}` : '');

/** The address of a route with its parameters and query filled in. */
export function addressOf(path: string, carried: Carried): string {
  const params = (carried.params ?? {}) as Record<string, unknown>;
  const filled = path.replace(/:(\w+)/g, (_match, name: string) => encodeURIComponent(String(params[name])));
  const query = Object.entries(carried.query ?? {}).filter(([, value]) => value !== undefined && value !== '');
  const words = query.flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((each): [string, string] => [name, String(each)]));
  return words.length === 0 ? filled : `${filled}?${new URLSearchParams(words).toString()}`;
}
