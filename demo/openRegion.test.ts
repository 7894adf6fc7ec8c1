import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { isUntold, tellStory } from './story.ts';

test('演示故事由真实动作讲成：慈溪、普陀各约六百人，哈尔滨一家医院和一个社区中心，没有人出现两次', async () => {
  const app = await testDatabase();
  assert.equal(await isUntold(app), true);
  await tellStory(app);
  assert.equal(await isUntold(app), false);
  const people = await app.pool.query<{ region_id: string; n: number; distinct_index: number }>('select region_id, count(*) n, count(distinct id_number_index)::int distinct_index from person group by 1 order by 1');
  assert.deepEqual(people.rows.map((row) => row.region_id), ['cixi', 'harbin', 'putuo']);
  for (const row of people.rows) {
    assert.ok(row.n > (row.region_id === 'harbin' ? 100 : 400), `${row.region_id}: ${row.n}`);
    assert.equal(row.n, row.distinct_index);
  }
});
