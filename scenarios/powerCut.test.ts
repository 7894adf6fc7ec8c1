import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { clockActor, type Actor } from '#platform/domain/actor.ts';
import { expectYes } from '#platform/domain/answer.ts';
import { addDays } from '#platform/clock/workingDays.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { openAccount } from '#platform/server/accounts.ts';
import { perform, performAsClock, type App } from '#platform/server/call.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { addFile, openCase, openRound, publishProgrammes, saveDraft } from '#cases/server/public.ts';
import { openPools } from '#ledger/server/public.ts';
import { addPeople, openOrganisations } from '#registry/server/public.ts';
import { castOf } from '#demo/cast.ts';
import { demoPdf } from '#demo/demoPdf.ts';
import { crowdSource, demoIdNumber } from '#demo/crowd.ts';
import { randomly } from '#demo/randomly.ts';
import { scriptOf } from '#demo/script.ts';

const submissions = 200;
const kills = 20;
const programme = 'talent-recognition';
const dataKey = '00'.repeat(32);

// The server runs by the wall's clock, so what is prepared here must too.
const database = await testDatabase();
const app: App = { ...database, clock: systemClock };
const region = app.regions.get('putuo');
if (!region) throw new Error('no region putuo');

type Drafted = { accountId: string; caseId: string };

/** Two hundred people with a draft ready to be handed in. */
async function prepareDrafts(): Promise<Drafted[]> {
  expectYes(await performAsClock(app, 'putuo', openOrganisations, {}));
  expectYes(await performAsClock(app, 'putuo', publishProgrammes, {}));
  expectYes(await performAsClock(app, 'putuo', openPools, {}));
  const bureau: Actor = { ...clockActor('putuo'), accountId: 'office', role: 'bureau', organisationId: 'putuo-wjw', organisationPath: 'putuo.wjw' };
  const today = app.clock.today();
  const { roundId } = expectYes(await perform(app, bureau, openRound, { programme, version: 1, title: '断电演练', opensOn: addDays(today, -1), closesOn: addDays(today, 30), organisationId: 'putuo-wjw' }));
  const personIds = await addApplicants();
  const drafts: Drafted[] = [];
  for (const [index, personId] of personIds.entries()) drafts.push(await draftOf(personId, index, roundId));
  return drafts;
}

async function addApplicants(): Promise<string[]> {
  const model = region && castOf(region)?.people.find((person) => person.key === 'tao-ran');
  if (!model) throw new Error('the cast has no model applicant');
  const facts = Object.entries({ ...crowdSource.always, ...model.facts, [crowdSource.facts['arrived'] ?? '']: model.arrived }).map(([kind, value]) => ({ kind, value }));
  const people = Array.from({ length: submissions }, (_, index) => ({
    cause: `cut:${index}`, idNumber: demoIdNumber(addDays('1985-01-01', index), index, true), name: `演练${index}`, phone: '', facts, source: 'authority' as const, evidence: '演练',
    employment: { organisationId: 'putuo-zyyy', from: model.arrived, post: '' },
  }));
  return expectYes(await performAsClock(app, 'putuo', addPeople, { people })).personIds;
}

async function draftOf(personId: string, index: number, roundId: string): Promise<Drafted> {
  const script = region && scriptOf(region);
  const { id } = expectYes(await performAsClock(app, 'putuo', openAccount, { signInName: `cut-${index}`, name: `演练${index}`, role: 'talent', personId, demo: true }));
  const talent: Actor = { ...clockActor('putuo'), accountId: id, personId, role: 'talent' };
  const { caseId } = expectYes(await perform(app, talent, openCase, { programme, roundId, category: 'shortage' }));
  const saved = expectYes(await perform(app, talent, saveDraft, { caseId, saved: 0, answers: script?.answers[programme] ?? {} }));
  assert.deepEqual(saved.missing, []);
  for (const kind of script?.documents[programme] ?? [])
    expectYes(await perform(app, talent, addFile, { caseId, kind, shownName: `${kind}.pdf`, content: await demoPdf(kind) }));
  return { accountId: id, caseId };
}

const freePort = () => new Promise<number>((resolve) => {
  const server = net.createServer();
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as net.AddressInfo;
    server.close(() => resolve(port));
  });
});

const entry = path.join(import.meta.dirname, '../src/server.ts');

/** Starts the real server as a process of its own and waits until it answers. */
async function startServer(port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [entry], { stdio: 'ignore', env: { ...process.env, PORT: String(port), DATABASE_URL: database.url, XINGLIN_DATA_KEY: dataKey, NODE_ENV: '' } });
  for (let left = 300; left > 0; left -= 1) {
    if (await fetch(`http://127.0.0.1:${port}/api/me`).then((answer) => answer.ok, () => false)) return child;
    await pause(100);
  }
  throw new Error('the server did not start');
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Asks until an answer comes back; the key stays the same, so that a lost answer cannot become a second act. */
async function insist(address: string, key: string, body: object, cookie = ''): Promise<Response> {
  for (let attempt = 0; attempt < 2000; attempt += 1) {
    const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie }, body: JSON.stringify(body) }).catch(() => undefined);
    if (answer && answer.status !== 503) return answer;
    await pause(100);
  }
  throw new Error(`no answer from ${address}`);
}

async function submit(base: string, { accountId, caseId }: Drafted): Promise<{ caseId: string; status: number; stage: string }> {
  const entered = await insist(`${base}/api/sign-in/demo`, `enter-${accountId}`, { accountId });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const answer = await insist(`${base}/api/cases/${caseId}/steps`, `submit-${caseId}`, { action: 'submit', seen: 0 }, cookie);
  const { stage } = (await answer.json()) as { stage: string };
  return { caseId, status: answer.status, stage };
}

test('提交途中断电二十次：已确认的一件不少，没有一件办了两次', { timeout: 300_000 }, async () => {
  const drafts = await prepareDrafts();
  const port = await freePort();
  const chance = randomly('power cut');
  let server = await startServer(port);
  let open = drafts.length;
  const cutting = (async () => {
    for (let cut = 0; cut < kills; cut += 1) {
      await pause(chance.between(40, 400));
      server.kill('SIGKILL');
      server = await startServer(port);
    }
  })();
  const answers: Awaited<ReturnType<typeof submit>>[] = [];
  const queue = [...drafts];
  const hand = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      answers.push(await submit(`http://127.0.0.1:${port}`, next));
      open -= 1;
      if (answers.length < drafts.length - 8) await pause(chance.between(50, 500)); // people, not a machine gun: submissions last as long as the cuts
    }
  };
  await Promise.all([...Array.from({ length: 6 }, hand), cutting]);
  server.kill('SIGKILL');
  assert.equal(open, 0);
  assert.deepEqual(new Set(answers.map((answer) => `${answer.status} ${answer.stage}`)), new Set(['200 endorsement']));
  const { rows } = await app.pool.query<{ id: string; stage: string; step_count: number; steps: number; audits: number }>(`select c.id, c.stage, c.step_count,
    (select count(*)::int from case_step s where s.case_id = c.id and s.action = 'submit') as steps,
    (select count(*)::int from audit_entry a where a.subject = c.id and a.act = 'case.advance') as audits from "case" c`);
  assert.equal(rows.length, submissions);
  assert.deepEqual(rows.filter((row) => row.stage !== 'endorsement' || row.step_count !== 1 || row.steps !== 1 || row.audits !== 1), []);
});
