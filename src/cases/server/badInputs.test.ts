import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { expectYes } from '#platform/domain/answer.ts';
import type { Actor } from '#platform/domain/actor.ts';
import { changeRights, openAccount } from '#platform/server/accounts.ts';
import { httpServer, sessionCookie } from '#platform/server/http.ts';
import { platformRoutes } from '#platform/server/platformRoutes.ts';
import { actorOf } from '#platform/server/signIn.ts';
import { perform } from '#platform/server/call.ts';
import { advanceCase } from './advanceCase.ts';
import { answerObjection } from './answerObjection.ts';
import { openCase } from './openCase.ts';
import { raiseObjection } from './raiseObjection.ts';
import { casesRoutes } from './routes.ts';
import { saveDraft } from './saveDraft.ts';
import { testCases } from './testCases.ts';

const { app, as, bureau, hr, doctor, expert, round, draftOf, view, step, score, clockTicks, toNotice, written } = await testCases();
const experts = await Promise.all(['何教授', '钱教授', '孙教授'].map((name) => expert(name)));
const call = await round();
const http = await httpServer(app, [...platformRoutes, ...casesRoutes], actorOf);
const keeper: Actor = { ...as('systemAdmin', 'wjw'), accountId: 'acc_keeper' };

/** An account with a live session; requests go through the real door. */
async function signedIn({ role, organisationId, personId }: Actor, name: string) {
  const { id } = expectYes(await perform(app, keeper, openAccount, { signInName: name, name, role, personId, organisationId, demo: true }));
  const entered = await http.inject({ method: 'POST', url: '/api/sign-in/demo', payload: { accountId: id } });
  const token = entered.cookies.find((each) => each.name === sessionCookie)?.value ?? '';
  const ask = (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, key?: string) =>
    http.inject({ method, url, cookies: { [sessionCookie]: token }, ...(payload ? { payload } : {}), ...(key ? { headers: { 'idempotency-key': key } } : {}) });
  return { id, ask };
}

const reasonOf = (answer: { ok: boolean; reason?: string }) => (answer.ok ? 'done' : answer.reason);

describe('坏输入与答复', () => {
  beforeEach(() => app.clock.moveTo('2026-11-23'));

  it('第14行：截止后一毫秒不收，说明截止与收到时间，草稿仍在；早一毫秒可收', async () => {
    const [late, early] = [await doctor('陆景明'), await doctor('祁红')];
    const [lateCase, earlyCase] = [await draftOf(late, call), await draftOf(early, call)];
    app.clock.moveTo('2026-12-31T15:59:59.999Z');
    assert.equal(reasonOf(await step(early, earlyCase, 'submit')), 'done');
    app.clock.moveTo('2026-12-31T16:00:00.001Z');
    assert.deepEqual(await step(late, lateCase, 'submit'), {
      ok: false, reason: 'deadlinePassed', detail: { params: { closedOn: '2026-12-31', received: '00:00:00.001' }, problems: [{ field: 'withinWindow', reason: 'deadlinePassed' }] },
    });
    assert.equal((await view(late, lateCase)).sections.flatMap(({ fields }) => fields).find(({ key }) => key === 'fit')?.value, written.fit);
    expectYes(await perform(app, late, saveDraft, { caseId: lateCase, saved: 1, answers: { fit: '改后的说明' } }));
  });

  it('第15行：只认系统收到的时间，自报的时间不收', async () => {
    const talent = await doctor('石宽');
    const { ask } = await signedIn(talent, 'shikuan');
    const caseId = await draftOf(talent, call);
    const answer = await ask('POST', `/api/cases/${caseId}/steps`, { action: 'submit', seen: 0, at: '2020-01-01T00:00:00Z' }, 'k1');
    assert.equal(answer.statusCode, 400);
    const taken = await ask('POST', `/api/cases/${caseId}/steps`, { action: 'submit', seen: 0 }, 'k2');
    assert.equal(taken.statusCode, 200);
    assert.equal((await view(bureau, caseId)).steps[0]?.at, '2026-11-23T01:00:00.000Z');
  });

  it('第24行：同一次提交重来得同一答复；同一键换内容被拒', async () => {
    const talent = await doctor('穆青');
    const { ask } = await signedIn(talent, 'muqing');
    const caseId = await draftOf(talent, call);
    const submit = () => ask('POST', `/api/cases/${caseId}/steps`, { action: 'submit', seen: 0 }, 'same');
    const answers = await Promise.all([submit(), submit(), submit()]);
    assert.deepEqual(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)), new Set([`200 ${answers[0]?.body}`]));
    const other = await ask('POST', `/api/cases/${caseId}/steps`, { action: 'withdraw', seen: 0 }, 'same');
    assert.equal(other.json().reason, 'keyReused');
    assert.equal((await view(bureau, caseId)).steps.length, 1);
  });

  it('第25行：两人改同一件，后来的知道是谁几点改的', async () => {
    const talent = await doctor('成蹊');
    const { id } = await signedIn(hr, 'lijie-hr');
    const caseId = await draftOf(talent, call);
    app.clock.moveTo('2026-11-23T02:02:00Z');
    expectYes(await perform(app, { ...hr, accountId: id }, saveDraft, { caseId, saved: 1, answers: { fit: '单位改' } }));
    const answer = await perform(app, talent, saveDraft, { caseId, saved: 1, answers: { fit: '本人改' } });
    assert.partialDeepStrictEqual(answer, { ok: false, reason: 'changedMeanwhile', detail: { params: { at: '10:02' }, next: 'next.changedBy' } });
    assert.match(String(!answer.ok && answer.detail?.params?.name), /^l\*+$/);
  });

  it('第26行：别区的、别人的、没有的编号，答复逐字节相同', async () => {
    const talent = await doctor('闻笛');
    const caseId = await draftOf(talent, call);
    const outsider = await signedIn(await doctor('简明'), 'jianming');
    const bodies = await Promise.all([caseId, 'case_none', 'x'].map(async (id) => { const { statusCode, body } = await outsider.ask('GET', `/api/cases/${id}`); return `${statusCode} ${body}`; }));
    assert.equal(new Set(bodies).size, 1);
    assert.match(bodies[0] ?? '', /^404 /);
  });

  it('第27行：登录期间权限变更，下一次请求即被拒', async () => {
    const { id, ask } = await signedIn(as('employer', 'zxyy'), 'moved-hr');
    assert.equal((await ask('GET', '/api/cases/queue')).statusCode, 200);
    expectYes(await perform(app, keeper, changeRights, { id, role: 'employer', organisationId: 'putuo-rmyy' }));
    const answer = await ask('GET', '/api/cases/queue');
    assert.equal(answer.statusCode, 403);
    assert.equal(answer.json().reason, 'rightsChanged');
  });

  it('第28行：不能跳步；公示未满或异议未处理，不能确认也不能发放', async () => {
    const talent = await doctor('柏舟');
    const early = await draftOf(await doctor('方圆'), call);
    assert.equal(reasonOf(await step(bureau, early, 'decide', { amountFen: 1 })), 'notYet');
    const caseId = await toNotice(talent, call, experts);
    app.clock.moveTo('2026-11-26');
    const { objectionId } = expectYes(await perform(app, as('visitor'), raiseObjection, { caseId, content: '业绩与本人不符', contact: '13900139000' }));
    for (const action of ['confirm', 'pay']) {
      assert.partialDeepStrictEqual(await step(bureau, caseId, action), { ok: false, reason: 'notYet', detail: { params: { days: 2, objections: 1 }, next: 'next.noticeLeft' } });
    }
    app.clock.moveTo('2026-12-01');
    const held = (await clockTicks()).held.find((each) => each.caseId === caseId);
    assert.equal(held?.reason, 'notYet');
    assert.partialDeepStrictEqual(await step(bureau, caseId, 'confirm'), { reason: 'notYet', detail: { params: { days: 0, objections: 1 } } });
    expectYes(await perform(app, bureau, answerObjection, { objectionId, upheld: false, answer: '经核查，业绩属实' }));
    assert.equal(reasonOf(await perform(app, bureau, answerObjection, { objectionId, upheld: true, answer: '再答' })), 'objectionAnswered');
    assert.ok((await clockTicks()).taken.some((each) => each.caseId === caseId));
  });

  it('第29行：撤回再申报也计次；两份草稿同时提交只成一份', async () => {
    const talent = await doctor('林深');
    const second = await round();
    const caseId = await draftOf(talent, call);
    const other = await draftOf(talent, second);
    const both = await Promise.all([caseId, other].map((each) => perform(app, talent, advanceCase, { caseId: each, action: 'submit', seen: 0 })));
    assert.deepEqual(both.map(reasonOf).toSorted(), ['done', 'limitCounted']);
    const submitted = both[0]?.ok ? caseId : other;
    expectYes(await step(talent, submitted, 'withdraw'));
    const again = await perform(app, talent, openCase, { programme: 'talent-recognition', roundId: await round() });
    assert.deepEqual(again, { ok: false, reason: 'limitCounted', detail: { params: { n: 1, limit: 1 } } });
  });

  it('第30行：同类扶持不给两次，只补差额', async () => {
    const talent = await doctor('许知微');
    await toNotice(talent, call, experts, 6_000_000);
    app.clock.moveTo('2027-03-01');
    const caseId = await draftOf(talent, await round());
    expectYes(await step(talent, caseId, 'submit'));
    expectYes(await step(hr, caseId, 'endorse'));
    expectYes(await step(bureau, caseId, 'pass'));
    await score(experts, caseId);
    expectYes(await step(bureau, caseId, 'conclude'));
    assert.partialDeepStrictEqual(await step(bureau, caseId, 'decide', { amountFen: 8_000_000 }), { ok: false, reason: 'supportDuplicate', detail: { params: { yuan: 20_000, before: 60_000 } } });
    expectYes(await step(bureau, caseId, 'decide', { amountFen: 8_000_000, difference: true }));
    assert.equal((await view(bureau, caseId)).grantedFen, 2_000_000);
  });
});
