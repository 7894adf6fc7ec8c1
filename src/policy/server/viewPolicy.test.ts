import assert from 'node:assert/strict';
import test from 'node:test';
import { expectYes } from '#platform/domain/answer.ts';
import { visitorActor, type Actor } from '#platform/domain/actor.ts';
import { perform } from '#platform/server/call.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { viewPolicy } from './readPolicies.ts';

const officer: Actor = { ...visitorActor('putuo'), role: 'bureau', accountId: 'acc_1' };

test('待核的数值只给办公室测算用，公众读不到', async (t) => {
  const app = await testDatabase();
  t.after(() => app.close());
  const read = async (actor: Actor) => expectYes(await perform(app, actor, (call, code: string) => viewPolicy(call, code, '2.0'), 'talent-development'));
  const [seen, told] = [await read(officer), await read(visitorActor('putuo'))];
  assert.ok(seen.parameters.some((parameter) => parameter.unverified && parameter.fen && parameter.values.length > 0));
  assert.ok(told.parameters.filter((parameter) => parameter.unverified).every((parameter) => parameter.values.length === 0));
  assert.equal(told.source, '');
});
