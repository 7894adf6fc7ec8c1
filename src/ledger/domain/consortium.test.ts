import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOneConsortium } from './consortium.ts';

const tree = [
  { id: 'b', path: 'r.b', ledBy: null }, { id: 'east', path: 'r.b.east', ledBy: null }, { id: 'branch', path: 'r.b.east.branch', ledBy: null },
  { id: 'west', path: 'r.b.west', ledBy: null }, { id: 'clinic', path: 'r.b.clinic', ledBy: 'west' },
];

test('总院与分院属同一医共体；牵头关系另有登记的从登记', () => {
  const cases = [['east', 'branch', true], ['branch', 'west', false], ['west', 'clinic', true], ['clinic', 'east', false], ['nobody', 'nobody', false]] as const;
  for (const [one, other, same] of cases) assert.equal(inOneConsortium(tree, one, other), same, `${one} ${other}`);
});
