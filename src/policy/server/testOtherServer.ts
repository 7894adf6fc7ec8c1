import { parentPort, workerData } from 'node:worker_threads';
import { visitorActor } from '#platform/domain/actor.ts';
import { movableClock } from '#platform/clock/clock.ts';
import { perform, type App } from '#platform/server/call.ts';
import { headsInMemory } from '#platform/server/auditHeads.ts';
import { aesCrypto } from '#platform/server/crypto.ts';
import { connect } from '#platform/server/database.ts';
import { machineBytes } from '#platform/server/id.ts';
import { readRegions } from '#platform/server/regionFiles.ts';
import { policyOn } from './policyShelf.ts';

// Another server on the same database, with memory of its own: it tells which version holds on a day each time it is asked.
const { url, day } = workerData as { url: string; day: string };
const app: App = { ...connect(url, 2), clock: movableClock(day), regions: readRegions(), crypto: aesCrypto('00'.repeat(32)), heads: headsInMemory(), bytes: machineBytes, say: (key) => key, production: false };

parentPort?.on('message', async (asked: 'version' | 'end') => {
  if (asked === 'end') return void (await app.close());
  const answer = await perform(app, visitorActor('putuo'), async (call, asOf: string) => ({ ok: true as const, value: (await policyOn(call, 'talent-development', asOf))?.version }), day);
  parentPort?.postMessage(answer.ok ? answer.value : answer.reason);
});
