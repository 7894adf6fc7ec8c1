import { workingDaysBetween } from '#platform/clock/workingDays.ts';
import { no, type Refusal } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import type { TakeStep } from '../domain/contract.ts';
import { isPast, lastDayOf } from '../domain/deadline.ts';
import { topUp } from '../domain/instalments.ts';
import { grantedBefore, type FoundCase } from './case.store.ts';
import { instalmentsOf } from './instalment.store.ts';
import { countOpenObjections, hasUpheldObjection } from './objection.store.ts';
import { programmesOfGroup } from './programme.store.ts';

type Check = (call: Call, found: FoundCase) => Promise<Refusal | undefined>;

/** The higher support counts and only its difference may be given (bad-inputs row 30); asked only once an amount is named. */
export async function supportSingle(call: Call, found: FoundCase, ask: Partial<TakeStep> | undefined): Promise<Refusal | undefined> {
  const { supportGroup } = found.programme;
  if (!supportGroup || ask?.amountFen === undefined || ask.difference) return undefined;
  const before = await grantedBefore(call, found.person_id, await programmesOfGroup(call, supportGroup), found.id);
  return before === 0 ? undefined : no('supportDuplicate', { params: { yuan: topUp(ask.amountFen, before) / 100, before: before / 100 } });
}

export async function noticeOver(call: Call, found: FoundCase): Promise<Refusal | undefined> {
  const notice = found.programme.stages[found.stage];
  if (notice?.kind !== 'notice' || isPast(found.due_at, call.clock.now())) return undefined;
  return noticeRunning(call, found);
}

export const noObjection = async (call: Call, found: FoundCase): Promise<Refusal | undefined> =>
  (await countOpenObjections(call, found.id)) > 0 ? noticeRunning(call, found) : (await hasUpheldObjection(call, found.id)) ? no('objectionUpheld') : undefined;

async function noticeRunning(call: Call, found: FoundCase): Promise<Refusal> {
  const over = !found.due_at || isPast(found.due_at, call.clock.now());
  const days = over ? 0 : Math.max(1, workingDaysBetween(call.calendar, call.clock.today(), lastDayOf(found.due_at ?? call.clock.now())));
  const objections = await countOpenObjections(call, found.id);
  return no('notYet', { params: { stage: found.programme.stages[found.stage]?.label.staff ?? '', days, objections }, next: 'next.noticeLeft' });
}

const planned = async (call: Call, found: FoundCase) => (await instalmentsOf(call, found.id)).filter(({ state }) => state === 'planned');

export const amountKnown: Check = async (call, found) =>
  (await planned(call, found)).some(({ amount_fen }) => amount_fen === null) ? no('amountUnverified') : undefined;

export const instalmentDue: Check = async (call, found) => {
  const [next] = await planned(call, found);
  if (!next) return no('instalmentsDone');
  const objections = await countOpenObjections(call, found.id);
  if (objections > 0) return no('notYet', { params: { stage: found.programme.stages[found.stage]?.label.staff ?? '', days: 0, objections }, next: 'next.noticeLeft' });
  return next.due_on > call.clock.today() ? no('instalmentNotDue', { params: { label: next.label, dueOn: next.due_on } }) : undefined;
};

export const instalmentsPaid: Check = async (call, found) => {
  const left = await planned(call, found);
  return left.length > 0 ? no('instalmentsUnpaid', { params: { n: left.length } }) : undefined;
};
