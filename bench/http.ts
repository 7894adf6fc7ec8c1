import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import Fastify from 'fastify';
import { expectYes, yes } from '#platform/domain/answer.ts';
import type { Actor, Role } from '#platform/domain/actor.ts';
import { addDays } from '#platform/clock/workingDays.ts';
import { findAccount } from '#platform/server/account.store.ts';
import { openAccount } from '#platform/server/accounts.ts';
import { perform } from '#platform/server/call.ts';
import { startEmbedded } from '#platform/server/embeddedPostgres.ts';
import { httpServer } from '#platform/server/http.ts';
import { insertSession } from '#platform/server/session.store.ts';
import { actorOf } from '#platform/server/signIn.ts';
import { openCase, openRound, publishProgrammes, saveDraft } from '#cases/server/public.ts';
import { openPools } from '#ledger/server/public.ts';
import { idChecksum } from '#registry/domain/idNumber.ts';
import { addPeople, openOrganisations } from '#registry/server/public.ts';
import { addExpert, giveScore, panelState } from '#review/server/public.ts';
import { openApplication } from '../src/application.ts';
import { routes } from '../src/routes.ts';

// The product's whole request (session, access, validation, transaction, key, audit, outbox) against a bare Fastify route with one statement, same database, same run.
const reads = 1_000;
const submissions = Number(process.env.BENCH_CASES ?? 120);
const programme = 'talent-recognition';

const folder = mkdtempSync(path.join(os.tmpdir(), 'xinglin-bench-'));
const server = await startEmbedded(path.join(folder, 'postgres'));
process.env.XINGLIN_AUDIT_HEADS = path.join(folder, 'heads');
const app = await openApplication(server.url);

const as = (role: Role, place = '', personId = ''): Actor =>
  ({ accountId: `acc_${role}`, personId, role, regionId: 'putuo', organisationId: place && `putuo-${place}`, organisationPath: place && (place === 'wjw' ? 'putuo.wjw' : `putuo.wjw.${place}`) });
const bureau = as('bureau', 'wjw');
const hr = as('employer', 'zxyy');
const idOf = (serial: number) => { const body = `310107198504${String(10 + (serial % 18)).padStart(2, '0')}${String(serial).padStart(3, '0')}`; return body + idChecksum(body); };
const told = {
  学历: '硕士', 学位: '硕士', 毕业院校: '某医科大学', 所学专业: '全科医学', 职称: '中级', 专业: '康复', 全职在岗: true, 年度考核: '优秀', 医德考评较差: false, 已享受市级同类扶持: false, 到岗日期: '2024-03-01', 人才分类: '无',
  政治面貌: '群众', 参加工作日期: '2015-07-01', 毕业日期: '2015-06-30', 职称名称: '主治医师', 现职称取得日期: '2021-12-01', 执业范围: '康复医学专业', 科室: '康复科',
};

const enter = async (serials: number[], place: string, facts: Record<string, string | boolean>) => expectYes(await perform(app, bureau, addPeople, {
  people: serials.map((serial) => ({
    cause: `bench:${serial}`, idNumber: idOf(serial), name: `测量${serial}`, phone: '', source: 'institution' as const, evidence: '人事档案', employment: { organisationId: `putuo-${place}`, from: '2020-01-01', post: '医师' },
    facts: Object.entries(facts).map(([kind, value]) => ({ kind, value })),
  })),
})).personIds;

async function sessionOf(actor: Actor): Promise<string> {
  const { personId, role, organisationId, organisationPath } = actor;
  const { id } = expectYes(await perform(app, bureau, openAccount, { signInName: `${role}-${personId}`, name: role, role, personId, organisationId, organisationPath }));
  const account = await findAccount(app.db, 'putuo', id);
  if (account) await insertSession(app.db, account, `token-${id}`, app.clock.now());
  return `token-${id}`;
}

type Draft = { caseId: string; token: string };

async function prepare(): Promise<{ drafts: Draft[]; experts: Actor[] }> {
  for (const doing of [openOrganisations, openPools, publishProgrammes]) expectYes(await perform(app, bureau, doing as typeof openPools, {}));
  const day = app.clock.today();
  const { roundId } = expectYes(await perform(app, bureau, openRound, { programme, version: 1, title: '测量', opensOn: addDays(day, -1), closesOn: addDays(day, 30) }));
  const experts: Actor[] = [];
  for (const personId of await enter([900, 901, 902], 'rmyy', {})) {
    expectYes(await perform(app, bureau, addExpert, { personId, organisationId: 'putuo-rmyy', fields: ['康复'], level: '正高', external: false, from: addDays(day, -30), to: addDays(day, 700) }));
    experts.push(as('reviewer', '', personId));
  }
  const drafts: Draft[] = [];
  for (const personId of await enter(Array.from({ length: submissions }, (_, n) => n), 'zxyy', told)) {
    const talent = as('talent', '', personId);
    const { caseId } = expectYes(await perform(app, talent, openCase, { programme, roundId }));
    expectYes(await perform(app, talent, saveDraft, { caseId, saved: 0, answers: { achievement: '近五年主持康复病区建设', fit: '补区内康复医师缺口', promise: true }, category: 'shortage' }));
    drafts.push({ caseId, token: await sessionOf(talent) });
  }
  return { drafts, experts };
}

type Sent = { token?: string; body?: object };
async function ask(address: string, { token, body }: Sent = {}): Promise<void> {
  const answer = await fetch(address, {
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    headers: { ...(token ? { cookie: `xinglin_session=${token}` } : {}), ...(body ? { 'content-type': 'application/json', 'idempotency-key': randomUUID() } : {}) },
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${address}: ${text}`);
}

type Times = { p50: number; p99: number; perSecond: number };
async function timed(count: number, run: (at: number) => Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  const began = performance.now();
  for (let at = 0; at < count; at += 1) {
    const started = performance.now();
    await run(at);
    times.push(performance.now() - started);
  }
  const seconds = (performance.now() - began) / 1000;
  times.sort((one, other) => one - other);
  const at = (share: number) => Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) * 100) / 100;
  return { p50: at(0.5), p99: at(0.99), perSecond: Math.round(count / seconds) };
}

const { drafts, experts } = await prepare();
const office = await sessionOf(bureau);
const staff = await sessionOf(hr);
await app.pool.query("update ledger_account set balance = balance + 1000000000 where side = 'free'"); // enough places and money for as many decisions as are measured
await app.pool.query('create table bench_bare (id text primary key, payload jsonb not null)');
const bare = Fastify();
bare.get<{ Params: { id: string } }>('/case/:id', async ({ params }) => (await app.pool.query('select * from "case" where region_id = $1 and id = $2', ['putuo', params.id])).rows[0]);
bare.post('/insert', async ({ body }) => { await app.pool.query('insert into bench_bare values ($1, $2)', [randomUUID(), JSON.stringify(body)]); return {}; });
await bare.listen({ port: 0, host: '127.0.0.1' });
const product = await httpServer(app, routes, actorOf);
await product.listen({ port: 0, host: '127.0.0.1' });
const bareAt = `http://127.0.0.1:${(bare.server.address() as AddressInfo).port}`;
const productAt = `http://127.0.0.1:${(product.server.address() as AddressInfo).port}/api`;

const draft = (at: number): Draft => drafts[at % drafts.length] ?? { caseId: '', token: '' };
const step = (at: number, action: string, seen: number, token: string, more: object = {}) => ask(`${productAt}/cases/${draft(at).caseId}/steps`, { token, body: { action, seen, ...more } });
const score = async (at: number) => {
  const panel = expectYes(await perform(app, bureau, async (call) => yes(await panelState(call, draft(at).caseId)), {}));
  for (const expert of experts) expectYes(await perform(app, expert, giveScore, { panelId: panel?.panelId ?? '', marks: { ethics: 9, clinical: 30, discipline: 20, research: 12, service: 13 }, opinion: '' }));
};

await timed(100, (at) => ask(`${bareAt}/case/${draft(at).caseId}`));
await timed(100, (at) => ask(`${productAt}/cases/${draft(at).caseId}`, { token: draft(at).token }));
const figures: Record<string, Times> = {
  bareRead: await timed(reads, (at) => ask(`${bareAt}/case/${draft(at).caseId}`)),
  getCase: await timed(reads, (at) => ask(`${productAt}/cases/${draft(at).caseId}`, { token: draft(at).token })),
  whoAmI: await timed(reads, (at) => ask(`${productAt}/me`, { token: draft(at).token })),
  bareInsert: await timed(reads, (at) => ask(`${bareAt}/insert`, { body: { action: 'submit', seen: at } })),
  submit: await timed(submissions, (at) => step(at, 'submit', 0, draft(at).token)),
  endorse: await timed(submissions, (at) => step(at, 'endorse', 1, staff)),
  screen: await timed(submissions, (at) => step(at, 'pass', 2, office)),
};
for (let at = 0; at < submissions; at += 1) await score(at);
figures.conclude = await timed(submissions, (at) => step(at, 'conclude', 3, office));
figures.decideWithHold = await timed(submissions, (at) => step(at, 'decide', 4, office, { amountFen: 1_000, category: 'shortage' }));
const written = await app.pool.query("select (select count(*)::int from audit_entry) as audited, (select count(*)::int from ledger_transfer where state = 'held') as holds, (select count(*)::int from idempotency) as keys, (select count(*)::int from message) as messages");

await product.close();
await bare.close();
await app.close();
await server.stop();
rmSync(folder, { recursive: true, force: true });

const times = (one: Times | undefined, other: Times | undefined) => Math.round(((one?.p50 ?? 0) / (other?.p50 ?? 1)) * 10) / 10;
console.table(figures);
console.log('milliseconds a request over HTTP, one at a time; written:', JSON.stringify(written.rows[0]));
console.log(JSON.stringify({ bench: 'http', figures: {
  ...figures, getCaseAgainstBareRead: times(figures.getCase, figures.bareRead), submitAgainstBareInsert: times(figures.submit, figures.bareInsert), decideAgainstBareInsert: times(figures.decideWithHold, figures.bareInsert),
} }));
