import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import type { Decision } from '../domain/problem.ts';
import { findImport, lockImport, problemPlaces, updateImport, writeDecisions } from './rosterImport.store.ts';

/** What is decided: about given places, or about every place of one reason; `null` takes it back. */
export type Deciding = { importId: string; decision: Decision | null; places?: { row: number; column: string }[] | undefined; reason?: string | undefined };

// Which decision answers which problem; the next check, dry or for real, applies it.
const answers: Record<Decision, (problem: { severity: string; reason: string; fix: string | null }) => boolean> = {
  accept: ({ severity, fix }) => severity === 'refuse' && fix !== null,
  undo: ({ severity }) => severity === 'corrected',
  update: ({ reason }) => reason === 'personExists',
  new: ({ reason }) => reason === 'personAlike' || reason === 'personAlikeElsewhere' || reason === 'personAlikeInFile',
};

/** Records decisions on the problems of a checked import; what a decision does not answer is left alone. */
export async function decideProblems(call: Call, { importId, decision, places, reason }: Deciding): Promise<Answer<{ decided: number }>> {
  const seen = await findImport(call, importId);
  if (!seen) return no('notFound');
  if (seen.stage !== 'checked' || (await lockImport(call, importId))?.stage !== 'checked') return no('importClosed');
  if (!places && !reason) return no('invalidInput', { field: 'places' });
  const found = await problemPlaces(call, importId, reason, places);
  const fitting = decision === null ? found : found.filter(answers[decision]);
  await writeDecisions(call, importId, fitting.map(({ row_number, column_name }) => ({ row_number, column_name })), decision);
  if (fitting.length > 0) await updateImport(call, importId, { decisions_waiting: true });
  await audit(call, { act: 'import.decide', subject: importId, detail: { decision, places: fitting.length } });
  return yes({ decided: fitting.length });
}
