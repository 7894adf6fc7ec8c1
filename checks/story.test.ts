import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellStory } from '#demo/story.ts';
import { expectYes } from '#platform/domain/answer.ts';
import { performAsClock } from '#platform/server/call.ts';
import { brokenInvariants } from '#platform/server/invariants.ts';
import { sealAudit } from '#platform/server/sealAudit.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { verifyAudit } from '#platform/server/verifyAudit.ts';

const app = await testDatabase();

test('演示故事讲完以后，不该有的事一件也没有，审计记录封得上、对得上', async () => {
  await tellStory(app);
  for (const regionId of app.regions.keys()) {
    while (await sealAudit(app, regionId) > 0);
    const { problems } = expectYes(await performAsClock(app, regionId, (call) => verifyAudit(call), undefined));
    assert.deepEqual(problems, []);
  }
  assert.deepEqual(await brokenInvariants(app.pool), []);
  const { people } = await app.db.selectFrom('person').select(({ fn }) => fn.countAll<number>().as('people')).executeTakeFirstOrThrow();
  assert.ok(people > 500, `${people}`);
});
