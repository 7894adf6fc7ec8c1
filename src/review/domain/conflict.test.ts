import assert from 'node:assert/strict';
import { test } from 'node:test';
import { institutionConflicts, type Employed } from './conflict.ts';

const today = '2026-11-23';
const at = (personId: string, organisationId: string, from: string, to: string | null = null): Employed => ({ personId, organisationId, from, to });
const side = (personId: string, ...employed: Employed[]) => ({ personId, employed });
const kinds = (mine: Employed[], theirs: Employed[]) => institutionConflicts(side('e', ...mine), side('a', ...theirs), today).map((each) => each.kind);

test('利害关系按任职记录判断', () => {
  assert.deepEqual(institutionConflicts(side('a'), side('a'), today), [{ kind: 'samePerson', source: 'registry' }]);
  assert.deepEqual(kinds([at('e', 'h1', '2010-01-01')], [at('a', 'h1', '2020-01-01')]), ['sameInstitution']);
  assert.deepEqual(kinds([at('e', 'h1', '2010-01-01', '2024-06-30')], [at('a', 'h1', '2020-01-01')]), ['recentInstitution'], '离开不满三年');
  assert.deepEqual(kinds([at('e', 'h1', '2010-01-01', '2023-11-23')], [at('a', 'h1', '2020-01-01')]), ['recentInstitution'], '恰好三年');
  assert.deepEqual(kinds([at('e', 'h1', '2010-01-01', '2023-11-22')], [at('a', 'h1', '2020-01-01')]), [], '三年又一天');
  assert.deepEqual(kinds([at('e', 'h1', '2010-01-01')], [at('a', 'h2', '2020-01-01')]), []);
  assert.deepEqual(kinds([], [at('a', 'h2', '2020-01-01')]), [], '没有任职记录时不臆断');
});
