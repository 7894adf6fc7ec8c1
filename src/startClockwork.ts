import { performAsClock, type App } from '#platform/server/call.ts';
import { runClock } from '#cases/server/public.ts';
import { expireHolds } from '#ledger/server/public.ts';
import { judgeDaily } from '#retain/server/public.ts';
import { runReviewClock } from '#review/server/public.ts';

/** Takes, for every region, what the clock may take: due deadlines, holds whose time is over, late draws, and once a day that everybody is judged. Safe on any number of servers at once. */
export function startClockwork(app: App, everyMs = 60_000): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => { running = tickAll(app).catch(report); }, everyMs);
  running = tickAll(app).catch(report);
  return { stop: async () => { clearInterval(timer); await running; } };
}

async function tickAll(app: App): Promise<void> {
  for (const regionId of app.regions.keys()) {
    await performAsClock(app, regionId, runClock, {});
    await performAsClock(app, regionId, expireHolds, {});
    await performAsClock(app, regionId, judgeDaily, {});
    await performAsClock(app, regionId, runReviewClock, {});
  }
}

const report = (error: unknown) => { process.stderr.write(`clockwork: ${error instanceof Error ? error.message : String(error)}\n`); };
