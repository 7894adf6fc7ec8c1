import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { peopleById } from '#registry/server/public.ts';
import type { reviewContract } from '../domain/contract.ts';
import { termFault, type Term } from '../domain/expertTerm.ts';
import { termRefused } from './addExpert.ts';
import { changeExpert, findExpert, insertTerm, type ExpertRow } from './expert.store.ts';

type Ask = { expertIds: string[] } & Term;
type Outcome = { row: ExpertRow; refused: ReturnType<typeof no> | undefined };

/** What a renewal would do, expert by expert; nothing is kept. */
export async function previewRenewals(call: Call, ask: Ask): Promise<Answer<Given<typeof reviewContract.previewRenewals>>> {
  return yes({ rows: await shown(call, await judge(call, ask, false)) });
}

/** Gives the next term to each expert who may have it; the others stay as they are, each with its reason. */
export async function renewExperts(call: Call, ask: Ask): Promise<Answer<Given<typeof reviewContract.renewExperts>>> {
  const outcomes = await judge(call, ask, true);
  for (const { row, refused } of outcomes) if (!refused) await renew(call, row.id, ask);
  return yes({ rows: await shown(call, outcomes) });
}

async function renew(call: Call, expertId: string, { from, to }: Term): Promise<void> {
  await insertTerm(call, expertId, { from, to });
  await changeExpert(call, expertId, { term_from: from, term_to: to, left_on: null, left_reason: null });
  await audit(call, { act: 'expert.renew', subject: expertId, detail: { from, to } });
}

async function judge(call: Call, { expertIds, from, to }: Ask, lock: boolean): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const expertId of new Set(expertIds)) {
    const row = await findExpert(call, expertId, { lock });
    if (row) outcomes.push({ row, refused: refusalOf(call, row, { from, to }) });
  }
  return outcomes;
}

function refusalOf(call: Call, row: ExpertRow, term: Term) {
  const fault = termFault(term, { from: row.term_from, to: row.term_to });
  if (fault === 'expertTerm') return termRefused(call, term);
  return fault ? no('termOverlaps', { field: 'from', params: { until: row.term_to } }) : undefined;
}

async function shown(call: Call, outcomes: Outcome[]) {
  const people = await peopleById(call, outcomes.map(({ row }) => row.person_id));
  return outcomes.map(({ row, refused }) => ({
    expertId: row.id, name: people.get(row.person_id)?.name ?? '', until: row.term_to, refused: refused ? call.say(`reason.${refused.reason}`, refused.detail?.params) : null,
  }));
}
