import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { route, type Contract } from '#platform/domain/contract.ts';
import { permissionProblems, permissionTable } from './permissions.ts';

const response = z.object({});
const cases = { list: route({ method: 'GET', path: '/api/cases', may: ['bureau'], summary: 'x', response }) } satisfies Contract;
const problems = (listed: Record<string, Contract>, found: { file: string; contract: Contract }[] = [], committed = permissionTable(listed)) => permissionProblems(listed, found, committed).join('\n');

test('a fresh table with every contract passes', () => assert.equal(problems({ cases }, [{ file: 'a', contract: cases }]), ''));

test('a contract that nobody lists is told', () => assert.match(problems({}, [{ file: 'src/cases/domain/contract.ts', contract: cases }]), /not in src\/contracts/));

test('a role added to a route makes the table stale', () => {
  const wider = { list: { ...cases.list, may: ['bureau', 'employer'] as const } };
  assert.match(problems({ cases: wider }, [], permissionTable({ cases })), /stale/);
});

test('one address declared twice, also with another parameter name, is told', () => {
  const one = { a: route({ method: 'GET', path: '/api/cases/:id', may: ['bureau'], summary: 'x', response }) };
  const other = { b: route({ method: 'GET', path: '/api/cases/:caseId', may: ['talent'], summary: 'x', response }) };
  assert.match(problems({ one, other }), /declared twice/);
});

test('a route that nobody may call is told', () => assert.match(problems({ cases: { list: { ...cases.list, may: [] } } }), /nobody/));
