import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectYes } from '#platform/domain/answer.ts';
import { visitorActor, type Actor } from '#platform/domain/actor.ts';
import { perform } from '#platform/server/call.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { policyDmn } from './policyDmn.ts';

const app = await testDatabase();
const officer: Actor = { ...visitorActor('putuo'), role: 'bureau', accountId: 'acc_1' };
const textFor = async (actor: Actor, version = '2.0') => new TextDecoder().decode(expectYes(await perform(app, actor, policyDmn, { code: 'talent-development', version })).content);

test('每个结果一张决策表，条款各是一个判断，用到的事实都声明了', async () => {
  const text = await textFor(officer);
  assert.equal(text.match(/<decisionTable /g)?.length, 6);
  for (const [, id] of text.matchAll(/href="#([^"]+)"/g)) assert.ok(text.includes(`id="${id}"`), id);
  assert.equal(text.match(/<(\w+)[ >]/g)?.filter((tag) => tag.startsWith('<decision ') || tag === '<decision>').length, 6 + 6);
});

test('公众拿到的没有待核的数，主管部门的有', async () => {
  const age = /years and months duration\(出生日期, date\(&quot;2026-11-23&quot;\)\)\.years &lt;= (\w+)/g;
  const limits = async (actor: Actor) => [...(await textFor(actor)).matchAll(age)].map(([, limit]) => limit);
  assert.deepEqual(new Set(await limits(visitorActor('putuo'))), new Set(['null']));
  assert.deepEqual(new Set(await limits(officer)), new Set(['55', '50', '45']));
});

test('没有这个版本就是没有', async () => {
  const none = await perform(app, officer, policyDmn, { code: 'talent-development', version: '9' });
  assert.equal(none.ok ? '' : none.reason, 'notFound');
});
