import { defineJob } from '#platform/server/jobs.ts';
import { runRoster, type RosterRun } from './runRoster.ts';

defineJob<RosterRun>('exchange.checkRoster', (app, job) => runRoster(app, job));
defineJob<RosterRun>('exchange.commitRoster', (app, job) => runRoster(app, job));
