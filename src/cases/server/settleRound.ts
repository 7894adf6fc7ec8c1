import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import { peopleById } from '#registry/server/public.ts';
import { results, reviewRoundOf } from '#review/server/public.ts';
import { mayTake } from '../domain/flow.ts';
import type { settlementContract } from '../domain/settlementContract.ts';
import { advanceCase } from './advanceCase.ts';
import { attempt } from './attempt.store.ts';
import { findCase, type FoundCase } from './case.store.ts';
import { gatherGuards } from './guards.ts';
import { refusalShown } from './refusalShown.ts';

type Row = Given<typeof settlementContract.previewSettlement>['rows'][number];

const resultGuards = ['meetingPassed', 'meetingFailed'] as const;

/** What the meeting's result would do to each case of a review round, row by row, before it happens. */
export async function previewSettlement(call: Call, { reviewRoundId }: { reviewRoundId: string }): Promise<Answer<Given<typeof settlementContract.previewSettlement>>> {
  const round = await reviewRoundOf(call, reviewRoundId);
  if (!round) return no('notFound');
  const rows: Row[] = [];
  for (const { subject } of round.subjects) {
    const found = await findCase(call, subject);
    if (found) rows.push(await rowOf(call, found));
  }
  return yes({ heading: round.heading, rows });
}

/** Takes for every case of the round the step that the meeting's result leads to; each is a step of its own, with the reason and the letter of its programme. */
export async function settleRound(call: Call, { reviewRoundId, steps }: { reviewRoundId: string; steps: { caseId: string; seen: number }[] }): Promise<Answer<Given<typeof settlementContract.settleRound>>> {
  const round = await reviewRoundOf(call, reviewRoundId);
  if (!round) return no('notFound');
  const members = new Set(round.subjects.map(({ subject }) => subject));
  const rows: Row[] = [];
  for (const { caseId, seen } of steps) {
    const found = members.has(caseId) ? await findCase(call, caseId) : undefined;
    if (!found) continue;
    const before = await rowOf(call, found);
    const answer = before.refused ? undefined : await attempt(call, async () => advanceCase(call, { caseId, action: before.action, seen, ...(before.reason ? { reason: before.reason } : {}) }));
    rows.push({ ...before, refused: answer && !answer.ok ? refusalShown(call, answer) : before.refused });
  }
  await audit(call, { act: 'round.settle', subject: reviewRoundId, detail: { cases: rows.length, taken: rows.filter(({ refused }) => !refused).length } });
  return yes({ rows });
}

async function rowOf(call: Call, found: FoundCase): Promise<Row> {
  const result = await results.ofMeeting(call, found.id);
  const person = (await peopleById(call, [found.person_id])).get(found.person_id);
  const { action, offered } = stepFor(found, result?.outcome === 'failed' ? 'meetingFailed' : 'meetingPassed');
  const answer = offered
    ? mayTake(found.programme, found.stage, action, call.actor.role, await gatherGuards(call, found))
    : no('notAwaitingMeeting', { params: { stage: staffLabel(found, found.stage) } });
  const counts = result?.counts ?? null;
  return {
    caseId: found.id, number: found.number, file: result?.number ?? 0, personName: person?.name ?? '', seen: found.step_count, action, label: offered?.label ?? '',
    toLabel: offered ? staffLabel(found, offered.to) : '', outcome: result?.outcome ?? null, counts,
    reason: answer.ok && answer.value.wantsReason && counts ? call.say('cases.meeting.failed', { yes: counts.yes, entitled: counts.entitled }) : null,
    refused: answer.ok ? null : refusalShown(call, answer),
  };
}

/** The action of a case's stage that waits for this result; where none does, the one that waits for the other, so that its refusal can say why. */
function stepFor({ programme, stage }: FoundCase, wanted: typeof resultGuards[number]) {
  const waiting = Object.entries(programme.stages[stage]?.actions ?? {}).filter(([, { needs }]) => resultGuards.some((guard) => needs.includes(guard)));
  const [action = '', offered] = waiting.find(([, { needs }]) => needs.includes(wanted)) ?? waiting[0] ?? [];
  return { action, offered };
}

const staffLabel = ({ programme }: FoundCase, stage: string): string => programme.stages[stage]?.label.staff ?? stage;
