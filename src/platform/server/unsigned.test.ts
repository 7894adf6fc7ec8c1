import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { clockActor } from '../domain/actor.ts';
import { yes } from '../domain/answer.ts';
import { route } from '../domain/contract.ts';
import { httpServer, sessionCookie } from './http.ts';
import { serve } from './serve.ts';
import { testDatabase } from './testDatabase.ts';

const app = await testDatabase();
const contract = {
  vote: route({ method: 'POST', path: '/api/unsigned/:region', may: ['visitor'], unsigned: true, summary: 'x', params: z.object({ region: z.string() }), response: z.object({ accountId: z.string(), role: z.string(), region: z.string() }) }),
};
const routes = serve(contract, { vote: async (_, { actor }) => yes({ accountId: actor.accountId, role: actor.role, region: actor.regionId }) });
const http = await httpServer(app, routes, async () => yes({ ...clockActor('putuo'), accountId: 'acc_member', role: 'reviewer' }));

test('不记名的请求：带着会话也不知是谁，不留防重键；地区由路径决定，没有的地区查无', async () => {
  const headers = { cookie: `${sessionCookie}=token`, 'idempotency-key': 'k' };
  const answer = await http.inject({ method: 'POST', url: '/api/unsigned/cixi', headers });
  assert.deepEqual(answer.json(), { accountId: '', role: 'visitor', region: 'cixi' });
  assert.equal((await app.db.selectFrom('idempotency').selectAll().execute()).length, 0);
  assert.equal((await http.inject({ method: 'POST', url: '/api/unsigned/nowhere', headers })).statusCode, 404);
});
