import type { Refusal } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import type { TakeStep } from '../domain/contract.ts';
import type { GuardAnswers } from '../domain/flow.ts';
import { Guard } from '../domain/programme.ts';
import type { FoundCase } from './case.store.ts';
import { eligible, formComplete, limitLeft, panelComplete, panelPassed, withinWindow } from './entryGuards.ts';
import { byEntrusted, entrusted, notEntrusted } from './delegation.ts';
import { amountKnown, instalmentDue, instalmentsPaid, noObjection, noticeOver, supportSingle } from './moneyGuards.ts';
import { meetingFailed, meetingPassed } from './meetingGuards.ts';
import { placeRefusal } from './places.ts';
import { sharesConfirmed, worksFit } from './caseWorks.ts';

type Check = (call: Call, found: FoundCase, ask: Partial<TakeStep> | undefined) => Promise<Refusal | undefined>;

/** What each guard looks at; the compiler asks for every one. */
const checks: Record<Guard, Check> = {
  withinWindow, limitLeft, formComplete, eligible, panelComplete, panelPassed, meetingPassed, meetingFailed, supportSingle, noticeOver, noObjection, amountKnown, instalmentDue, instalmentsPaid,
  worksFit, sharesConfirmed, entrusted, notEntrusted, byEntrusted,
  quotaLeft: (call, found) => placeRefusal(call, found),
};

/** Answers of the guards that actions of the case's stage ask for; the rest is not looked at. */
export async function gatherGuards(call: Call, found: FoundCase, ask?: TakeStep): Promise<GuardAnswers> {
  const actions = Object.entries(found.programme.stages[found.stage]?.actions ?? {});
  const wanted = new Set(actions.filter(([key]) => !ask || key === ask.action).flatMap(([, action]) => action.needs));
  const answers: GuardAnswers = {};
  for (const guard of Guard.options) {
    const refusal = wanted.has(guard) ? await checks[guard](call, found, ask) : undefined;
    if (refusal) answers[guard] = refusal;
  }
  if (ask && !actions.some(([key]) => key === ask.action)) answers.noticeOver = await noticeOver(call, found) ?? answers.noticeOver;
  return answers;
}
