import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { RosterImport, type ListedProblem } from '../domain/contract.ts';
import { findImport, importRows, problemRows, viewRow, type SeenImport } from './rosterImport.store.ts';

/** One import with its progress; an import of another institution does not exist for the asker. */
export async function viewImport(call: Call, { importId }: { importId: string }): Promise<Answer<RosterImport>> {
  const row = await viewRow(call, importId);
  return row ? yes(shownImport(row)) : no('notFound');
}

/** Imports of the actor's scope, newest first. */
export async function listImports(call: Call, { after, limit = 50 }: { after?: string | undefined; limit?: number }): Promise<Answer<{ rows: RosterImport[]; next: string | null }>> {
  const rows = await importRows(call, after, limit + 1);
  return yes({ rows: rows.slice(0, limit).map(shownImport), next: rows.length > limit ? rows[limit - 1]?.id ?? null : null });
}

/** What is wrong with a file, in its order. */
export async function listProblems(call: Call, { importId, severity, after, limit = 100 }: { importId: string; severity?: string | undefined; after?: number | undefined; limit?: number }): Promise<Answer<{ rows: ListedProblem[]; next: number | null }>> {
  if (!(await findImport(call, importId))) return no('notFound');
  const found = await problemRows(call, importId, { severity, after, limit: limit + 1 });
  const rows = found.slice(0, limit).map((row) => ({
    position: row.position, sheet: row.sheet, row: row.row_number, column: row.column_name, reason: row.reason,
    severity: row.severity as ListedProblem['severity'], params: row.params as ListedProblem['params'], fix: row.fix, decision: row.decision as ListedProblem['decision'],
  }));
  return yes({ rows, next: found.length > limit ? rows.at(-1)?.position ?? null : null });
}

function shownImport(row: SeenImport): RosterImport {
  const running = row.stage === 'checking' || row.stage === 'committing';
  return RosterImport.parse({
    importId: row.id, fileName: row.shown_name, fileBytes: row.file_bytes, templateVersion: row.template_version, stage: row.stage, mode: row.mode,
    failure: row.failure, progress: running ? { done: row.progress_done ?? 0, total: row.progress_total ?? 0 } : null,
    counts: {
      rows: row.row_count, good: row.good_count, refused: row.refused_count, confirm: row.confirm_count, corrected: row.corrected_count, flagged: row.flagged_count,
      added: row.added_count, updated: row.updated_count,
    },
    undecidedChanges: row.stage === 'checked' && row.decisions_waiting,
    askedAt: new Date(row.asked_at).toISOString(), checkedAt: instant(row.checked_at), committedAt: instant(row.committed_at),
  });
}

const instant = (at: Date | string | null): string | null => (at === null ? null : new Date(at).toISOString());
