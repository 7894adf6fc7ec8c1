import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRegions } from '#platform/server/regionFiles.ts';
import { readProgrammes } from '#cases/server/programmeFiles.ts';
import { programmeProblems } from './programmes.ts';

/** The recognition programme of Putuo as read from its file. */
function recognition() {
  const region = readRegions().get('putuo');
  const read = region && readProgrammes(region).find(({ programme }) => programme?.code === 'talent-recognition');
  assert.ok(region && read?.programme);
  return { ...read, region, programme: structuredClone(read.programme) };
}
const told = (own: ReturnType<typeof recognition>) => programmeProblems(own).join('\n');

test('a sound programme with a fresh page passes', () => assert.equal(told(recognition()), ''));

test('a fact that no dictionary knows is told', () => {
  const own = recognition();
  Object.assign(own.programme.form.sections[0]?.fields.birthDate ?? {}, { fact: 'shoe size' });
  assert.match(told(own), /no such fact: shoe size/);
});

test('a policy or a result that does not exist is told', () => {
  const own = recognition();
  Object.assign(own.programme.categories.shortage ?? {}, { result: 'star' });
  assert.match(told(own), /the policy has no result star/);
  assert.match(told({ ...own, programme: { ...own.programme, policy: 'gone@1.0' } }), /no such policy: gone@1.0/);
});

test('an example that no longer runs and a stale page are told', () => {
  const own = recognition();
  Object.assign(own.programme.stages.draft?.actions.submit ?? {}, { by: ['bureau'] });
  const problems = told(own);
  assert.match(problems, /talent submit: notYourAction/);
  assert.match(problems, /is stale/);
});
