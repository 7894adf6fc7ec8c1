import { no, type Refusal } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { accountFor, giveBack, post } from '#ledger/server/public.ts';
import type { FoundCase } from './case.store.ts';
import { instalmentsOf, markPaid, stopInstalments } from './instalment.store.ts';

/** An instalment is paid once; this names it in the ledger. */
const causeOf = ({ id }: FoundCase, position: number) => `case:${id}:instalment:${position}`;

/** How the ledger calls what a case takes, and the page that it opens. */
export const calledInLedger = ({ id, number, programme }: FoundCase) => ({ note: `${programme.title} ${number}`, link: `/work/cases/${id}` });

/** Pays the next planned instalment from the programme's budget. */
export async function payNextInstalment(call: Call, found: FoundCase): Promise<Refusal | undefined> {
  const next = (await instalmentsOf(call, found.id)).find(({ state }) => state === 'planned');
  const { budget } = found.programme.accounts;
  if (!next || next.amount_fen === null || !budget) return no('instalmentsDone');
  const account = await accountFor(call, { pool: budget, organisationId: found.organisation_id });
  const paid = next.amount_fen === 0 ? undefined : await post(call, { account, amount: next.amount_fen, cause: causeOf(found, next.position), ...calledInLedger(found) });
  if (paid && !paid.ok) return paid;
  await markPaid(call, next, paid?.value.transferId ?? '');
  return undefined;
}

/** Everything paid comes back to the budget, what was still planned is stopped. */
export async function clawBack(call: Call, found: FoundCase): Promise<Refusal | undefined> {
  const paid = (await instalmentsOf(call, found.id)).filter(({ state, amount_fen }) => state === 'paid' && amount_fen !== 0);
  for (const { position } of paid) {
    const back = await giveBack(call, { cause: causeOf(found, position), newCause: `${causeOf(found, position)}:back` });
    if (!back.ok) return back;
  }
  await stopInstalments(call, found.id);
  return undefined;
}
