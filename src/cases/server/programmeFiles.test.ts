import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRegions } from '#platform/server/regionFiles.ts';
import { runExample } from '../domain/exampleRun.ts';
import { readExamples, readProgrammes } from './programmeFiles.ts';

const own = [...readRegions().values()].flatMap((region) => readProgrammes(region).filter(({ file }) => file.startsWith(region.folder)).map((read) => ({ region, ...read })));

test('至少有两个地区带来自己的项目', () => assert.ok(new Set(own.map(({ region }) => region.id)).size >= 2));

for (const { file, problems, programme, region } of own) {
  describe(`${region.name}：${programme?.title ?? file}`, () => {
    test('定义没有毛病', () => assert.deepEqual(problems, []));
    if (!programme) return;
    for (const example of readExamples(file)) {
      test(example.name, () => {
        const { ends, effects, surprises } = runExample(programme, example);
        assert.deepEqual(surprises, []);
        assert.equal(ends, example.ends);
        if (example.effects) assert.deepEqual(effects, example.effects);
      });
    }
  });
}
