import { parentPort } from 'node:worker_threads';
import { runnerOf } from '#policy/domain/kernel/wasm.ts';
import { decidePortions, type Portions } from './portions.ts';

// One thread of a country: it has the compiled plan and the shared memory, and takes portions of people until none is left.
let run: ReturnType<typeof runnerOf> | undefined;
parentPort?.on('message', (asked: { kernel?: Parameters<typeof runnerOf>[0]; portions: Portions }) => {
  if (asked.kernel) run = runnerOf(asked.kernel);
  if (run) decidePortions(run, asked.portions);
  parentPort?.postMessage('done');
});
