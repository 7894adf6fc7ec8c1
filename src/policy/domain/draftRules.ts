/** What may be done with a draft. */
export type DraftAct = 'save' | 'submit' | 'reject' | 'publish' | 'drop';
export type DraftState = 'drafting' | 'submitted' | 'published' | 'dropped';

/** Who has a hand in a draft: accounts that wrote or submitted it, and the persons behind them. */
export type DraftHands = { state: DraftState; accounts: readonly string[]; persons: readonly string[] };
type Officer = { accountId: string; personId: string };

/** Whether an officer wrote or submitted a draft, under this account or another of the same person. */
export const isOwn = ({ accounts, persons }: DraftHands, { accountId, personId }: Officer): boolean =>
  accounts.includes(accountId) || (personId !== '' && persons.includes(personId));

/** Why an officer may not do something with a draft, as a reason key; undefined where nothing stands against it. The page's buttons ask the same. */
export function draftRefusal(act: DraftAct, draft: DraftHands, officer: Officer): string | undefined {
  if (act === 'save' || act === 'submit' || act === 'drop') return draft.state === 'drafting' ? undefined : 'policyDraftShut';
  if (draft.state !== 'submitted') return 'policyDraftNotSubmitted';
  return act === 'publish' && isOwn(draft, officer) ? 'policyOwnDraft' : undefined;
}
