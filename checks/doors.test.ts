import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Role, signedIn, type Actor } from '#platform/domain/actor.ts';
import type { Route } from '#platform/domain/contract.ts';
import { answerRequest } from '#platform/server/answerRequest.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { contracts } from '../src/contracts.ts';
import { routes } from '../src/routes.ts';

const app = await testDatabase();
const actorAs = (role: Role): Actor => ({ accountId: role === 'visitor' ? '' : 'acc_x', personId: '', role, regionId: 'putuo', organisationId: '', organisationPath: '' });
const roles = Role.options.filter((role) => role !== 'clock');

test('每个声明的接口都有人应答，没有声明的不存在', () => {
  const address = ({ method, path }: Route) => `${method} ${path}`;
  const declared = Object.values(contracts).flatMap((contract) => Object.values(contract)).map(address);
  assert.deepEqual(routes.map(({ route }) => address(route)).toSorted(), declared.toSorted());
});

test('每个接口对每个角色：表中没有的，一律挡在门外，什么也不留下', async () => {
  const before = await app.db.selectFrom('audit_entry').selectAll().execute();
  for (const bound of routes) for (const role of roles) {
    if (bound.route.may.includes(role)) continue;
    const answer = await answerRequest(app, bound, actorAs(role), { params: {}, query: {}, body: {}, key: 'k' });
    assert.deepEqual(answer, { ok: false, reason: role === 'visitor' ? 'signInNeeded' : 'notYourRole' }, `${role} ${bound.route.method} ${bound.route.path}`);
  }
  assert.deepEqual(await app.db.selectFrom('audit_entry').selectAll().execute(), before);
});

test('三员各有自己的控制台，此外只能做人人都能做的事', () => {
  const seats: Role[] = ['systemAdmin', 'securityAdmin', 'auditor'];
  const wrong = routes.map(({ route }) => route).filter(({ may }) => {
    const inside = seats.filter((seat) => may.includes(seat));
    return inside.length > 0 && may.length > 1 && !(inside.length === 3 && signedIn.every((role) => may.includes(role)));
  });
  assert.deepEqual(wrong.map(({ method, path, may }) => `${method} ${path}: ${may.join(' ')}`), []);
});

test('审计员的接口没有一个能写', () => {
  for (const { route } of routes) if (route.may.length === 1 && route.may[0] === 'auditor') assert.equal(route.method, 'GET');
});
