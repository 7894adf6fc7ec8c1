import { performAsClock } from '#platform/server/call.ts';
import { defineJob } from '#platform/server/jobs.ts';
import { expireHolds } from './expireHolds.ts';
import { returnLoans } from './lend.ts';

// A hold and a loan each queue their own end with the transaction that makes them, so that no ending waits for a timetable.
defineJob('ledger.expireHolds', (app, job) => performAsClock(app, job.regionId, expireHolds, {}));
defineJob('ledger.returnLoans', (app, job) => performAsClock(app, job.regionId, returnLoans, {}));
