import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockActor, visitorActor } from '#platform/domain/actor.ts';
import { expectYes } from '#platform/domain/answer.ts';
import { perform } from '#platform/server/call.ts';
import { runJobsOnce } from '#platform/server/jobs.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { addPeople, openOrganisations } from '#registry/server/public.ts';
import { maskName } from '../domain/mask.ts';
import { publishNotice, withdrawNotice } from './publishNotice.ts';
import { listMessages, listOutgoingMail, readMessage } from './readMessages.ts';
import { listNotices, viewNotice } from './readNotices.ts';
import { sendMessage } from './sendMessage.ts';
import './sendMail.ts';

const app = await testDatabase();
const clock = clockActor('putuo');
const visitor = visitorActor('putuo');

test('公示姓名遮盖：两字留姓，三字留首尾，少数民族姓名留首段', () => {
  assert.deepEqual(['许知微', '简宁', '欧阳若兰', '阿卜杜拉·买买提', '李'].map(maskName), ['许*微', '简*', '欧**兰', '阿卜杜拉·**', '*']);
});

test('公示五个工作日，期满时刻为最后一日24:00；原名不入公示表', async () => {
  const { noticeId, closesAt } = expectYes(await perform(app, clock, publishNotice, { kind: 'recognition', title: '拟认定名单', body: '现予公示', people: [{ personId: 'p1', name: '许知微' }, { personId: 'p2', name: '简宁' }], subject: 'case_1', opensOn: '2026-11-23', workingDays: 5 }));
  assert.equal(closesAt.toISOString(), '2026-11-30T16:00:00.000Z');
  const shown = expectYes(await perform(app, visitor, viewNotice, noticeId));
  assert.deepEqual(shown.names, ['许*微', '简*']);
  assert.deepEqual(shown.clock, { dueOn: '2026-11-30', left: 5, total: 5 });
  assert.equal(shown.state, 'open');
  const stored = await app.pool.query<{ text: string }>('select notice::text as text from notice');
  assert.ok(!stored.rows.some((row) => row.text.includes('许知微')));
});

test('同一事由只公示一次；撤回后仍可查到，标明已撤回', async () => {
  const again = expectYes(await perform(app, clock, publishNotice, { kind: 'recognition', title: '拟认定名单', body: '现予公示', people: [{ personId: 'p1', name: '许知微' }], subject: 'case_1', opensOn: '2026-11-24', workingDays: 5 }));
  const list = expectYes(await perform(app, visitor, listNotices, { limit: 30 }));
  assert.equal(list.total, 1);
  assert.equal(list.rows[0]?.noticeId, again.noticeId);
  expectYes(await perform(app, clock, withdrawNotice, { subject: 'case_1' }));
  assert.equal(expectYes(await perform(app, visitor, listNotices, { limit: 30 })).rows[0]?.state, 'withdrawn');
  assert.deepEqual(expectYes(await perform(app, visitor, listNotices, { limit: 30, open: 'yes' })).rows, []);
});

test('消息到本人；留有邮箱的另写一封信，提交之后才发出', async () => {
  expectYes(await perform(app, clock, openOrganisations, {}));
  const person = { cause: 'test:1', idNumber: '11010519491231002X', name: '许知微', phone: '', facts: [{ kind: '电子邮箱', value: 'xu@example.org' }], source: 'self' as const, evidence: '本人填写' };
  const [personId = ''] = expectYes(await perform(app, clock, addPeople, { people: [person] })).personIds;
  const self = { ...visitor, role: 'talent' as const, accountId: 'acc', personId };
  expectYes(await perform(app, clock, sendMessage, { personId, title: '申报有进展', body: '单位已推荐' }));
  const inbox = expectYes(await perform(app, self, listMessages, { limit: 10 }));
  assert.deepEqual([inbox.rows.length, inbox.unread], [1, 1]);
  expectYes(await perform(app, self, readMessage, inbox.rows[0]?.messageId ?? ''));
  assert.equal(expectYes(await perform(app, self, listMessages, { limit: 10 })).unread, 0);
  await runJobsOnce(app);
  const [letter] = expectYes(await perform(app, clock, listOutgoingMail, {})).rows;
  assert.equal(letter?.to, 'x***@example.org');
  assert.ok(letter?.sentAt);
});

test('撤回授权的人不再显示，只留人数（第19行）', async () => {
  const people = [{ idNumber: '440524188001010014', name: '简宁' }, { idNumber: '53010219200508011X', name: '陆沉舟' }]
    .map(({ idNumber, name }) => ({ cause: `test:${name}`, idNumber, name, phone: '', facts: [], source: 'self' as const, evidence: '本人填写' }));
  const { personIds: [stays = '', leaves = ''] } = expectYes(await perform(app, clock, addPeople, { people }));
  const published = { kind: 'recognition', title: '名单', body: '现予公示', people: [{ personId: stays, name: '简宁' }, { personId: leaves, name: '陆沉舟' }], subject: 'case_2', opensOn: '2026-11-23', workingDays: 5 };
  const { noticeId } = expectYes(await perform(app, clock, publishNotice, published));
  await app.pool.query('update person set consent_withdrawn_at = $1 where id = $2', [app.clock.now(), leaves]);
  const shown = expectYes(await perform(app, visitor, viewNotice, noticeId));
  assert.deepEqual([shown.names, shown.withheld], [['简*'], 1]);
});

test('别人的消息与不存在的消息是同一个回答', async () => {
  const other = { ...visitor, role: 'talent' as const, accountId: 'acc2', personId: 'person_other' };
  const row = await app.pool.query<{ id: string }>('select id from message limit 1');
  const theirs = await perform(app, other, readMessage, row.rows[0]?.id ?? '');
  const none = await perform(app, other, readMessage, 'msg_none');
  assert.deepEqual(theirs, none);
});
