import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import { perform, type App, type Call } from '#platform/server/call.ts';
import type { RunningJob } from '#platform/server/jobs.ts';
import { isGood, type CheckedRow } from '../domain/checkRow.ts';
import type { ImportMode } from '../domain/contract.ts';
import { markDoublesInFile } from '../domain/doubles.ts';
import type { Decisions } from '../domain/problem.ts';
import type { Template } from '../domain/template.ts';
import { compareWithRegistry } from './compareWithRegistry.ts';
import { enterRows, type Entered } from './enterRows.ts';
import { askElsewhere } from './askElsewhere.ts';
import { countsOf } from './importCounts.ts';
import { readRoster } from './readRoster.ts';
import { openFile } from './rosterFile.ts';
import { decisionsOf, deleteFile, findImport, lockImport, replaceProblems, updateImport, type ImportRow } from './rosterImport.store.ts';
import { rosterTemplate } from './rosterTemplate.ts';

/** What a run is asked for: a dry run without a mode, for real with one. */
export type RosterRun = { importId: string; mode?: ImportMode };

/** How a run ended. `readMs`, `compareMs` and `writeMs` are only measured where a stopwatch is given. */
export type RunOutcome = Entered & { rows: number; good: number; readMs: number; compareMs: number; writeMs: number };

type Opened = { row: ImportRow; bytes: Buffer; decisions: Decisions; template: Template };
type Run = Opened & { job: RunningJob<RosterRun>; rows: CheckedRow[]; stopwatch: () => number };

/**
 * One run of an import, dry and for real by the same code. What is entered is entered in ONE transaction together with
 * the import's own record: a crash or a cancel leaves nothing behind and the job runs again from the start; each row's
 * cause (`import:<id>:<row>`) lets a repeated run enter nothing twice.
 */
export async function runRoster(app: App, job: RunningJob<RosterRun>, stopwatch: () => number = () => 0): Promise<Answer<RunOutcome>> {
  const opened = await perform(app, job.actor, openImport, job.payload);
  if (!opened.ok) return opened;
  const { bytes, template, decisions, row } = opened.value;
  const started = stopwatch();
  const step = (rows: number, expected: number) => goOn(job, rows, row.row_count || expected);
  const read = await readRoster(bytes, { template, decisions, today: app.clock.today(), step });
  if (!read.ok) return settle(app, job, read);
  markDoublesInFile(template, read.value.rows, decisions);
  const readMs = stopwatch() - started;
  const ended = await perform(app, job.actor, compareAndEnter, { ...opened.value, job, rows: read.value.rows, stopwatch });
  return ended.ok ? yes({ ...ended.value, readMs }) : settle(app, job, ended);
}

async function goOn(job: RunningJob<RosterRun>, done: number, total: number): Promise<boolean> {
  await job.progress(done, total);
  return !(await job.cancelled());
}

async function openImport(call: Call, { importId, mode }: RosterRun): Promise<Answer<Opened>> {
  const row = await findImport(call, importId);
  const bytes = row && await openFile(call, row.stored_name);
  if (!row || !bytes || row.stage !== (mode ? 'committing' : 'checking')) return no('importClosed');
  return yes({ row, bytes, decisions: await decisionsOf(call, importId), template: rosterTemplate(call.region) });
}

type Ended = Omit<RunOutcome, 'readMs'>;

async function compareAndEnter(call: Call, run: Run): Promise<Answer<Ended>> {
  const { job, row, rows, template, decisions, stopwatch } = run;
  const { importId, mode } = job.payload;
  const locked = await lockImport(call, importId);
  if (locked?.stage !== row.stage) return no('importClosed');
  const started = stopwatch();
  const step = (done: number) => goOn(job, done, rows.length);
  const known = await compareWithRegistry(call, template, rows, decisions, step);
  if (!known) return no('importCancelled');
  const comparedAt = stopwatch();
  const good = rows.filter(isGood);
  const goesIn = mode === 'good' ? good.length > 0 : mode === 'all' && good.length === rows.length;
  const entered = goesIn ? await enterRows(call, row, template, good, known.updates, step) : yes({ added: 0, updated: 0 });
  if (!entered.ok) return entered;
  if (!entered.value) return no('importCancelled');
  if (goesIn) await askElsewhere(call, row, template, rows, known.elsewhere);
  await record(call, run, entered.value, goesIn);
  return yes({ ...entered.value, rows: rows.length, good: good.length, compareMs: comparedAt - started, writeMs: stopwatch() - comparedAt });
}

// A run for real that found rows not right after all enters nothing and leaves the import as checked, with its reason.
async function record(call: Call, { job, row, rows }: Run, { added, updated }: Entered, goesIn: boolean): Promise<void> {
  const { importId, mode } = job.payload;
  const problems = rows.flatMap((each) => each.problems);
  await replaceProblems(call, importId, problems);
  const counts = countsOf(rows);
  await updateImport(call, importId, {
    ...counts, added_count: added, updated_count: updated, checked_at: call.clock.now(), decisions_waiting: false,
    stage: goesIn ? 'committed' : 'checked', committed_at: goesIn ? call.clock.now() : null,
    failure: mode && !goesIn ? JSON.stringify({ reason: 'rowsNotGood', params: { count: counts.row_count - counts.good_count } }) : null,
  });
  if (goesIn && counts.good_count === counts.row_count) await deleteFile(call, row.stored_name);
  await audit(call, { act: goesIn ? 'import.commit' : 'import.check', subject: importId, detail: { rows: counts.row_count, good: counts.good_count, added, updated } });
}

/** After a cancel nothing of the file stays, unless it was only the entering that was stopped; a refusal is kept with its reason. */
async function settle(app: App, job: RunningJob<RosterRun>, ended: Answer<never> & { ok: false }): Promise<Answer<never>> {
  const { importId, mode } = job.payload;
  const cancelled = ended.reason === 'importCancelled';
  await perform(app, job.actor, async (call) => {
    const row = await lockImport(call, importId);
    if (!row) return no('notFound');
    const stage = mode ? 'checked' : cancelled ? 'cancelled' : 'refused';
    await updateImport(call, importId, { stage, failure: JSON.stringify({ reason: ended.reason, params: ended.detail?.params ?? {} }) });
    if (!mode) await deleteFile(call, row.stored_name);
    await audit(call, { act: cancelled ? 'import.cancel' : 'import.refuse', subject: importId, detail: { reason: ended.reason } });
    return yes(null);
  }, undefined);
  return ended;
}
