import { no, type Answer, type Refusal } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { accountFor, giveBack, hold, postHold, roomOn, voidHold } from '#ledger/server/public.ts';
import type { FoundCase } from './case.store.ts';
import { calledInLedger } from './payments.ts';
import { countPlaced, findRound, lockRound } from './round.store.ts';

/** A case takes one place, once; this names it in the ledger. */
const causeOf = ({ id }: FoundCase) => `case:${id}:place`;

const refusalOf = (answer: Answer<unknown>): Refusal | undefined => (answer.ok ? undefined : answer);

/** The account a case draws its place from: the programme's pool, or the one its round names. */
async function placesAccount(call: Call, found: FoundCase): Promise<string> {
  const named = found.programme.accounts.places;
  const round = named === '{round}' && found.round_id ? await findRound(call, found.round_id) : undefined;
  const pool = round ? round.places_account : named;
  if (!pool) throw new Error(`${found.number} has no account of places`);
  return accountFor(call, { pool, organisationId: found.organisation_id });
}

/** Is a place left: in the round, in the institution's own account, in the one above it (bad-inputs rows 11 and 12); the hold itself decides. */
export async function placeRefusal(call: Call, found: FoundCase): Promise<Refusal | undefined> {
  const { own, parent, title, document } = await roomOn(call, await placesAccount(call, found));
  const inRound = await roundRoom(call, found);
  const asked = 1;
  const short = (reason: 'quotaFull' | 'quotaParent', pool: string, balance: number) => no(reason, { article: document, next: 'next.quota', params: { balance, asked, pool } });
  if (inRound && inRound.left < asked) return short('quotaFull', inRound.title, inRound.left);
  if (own < asked) return short('quotaFull', title, own);
  return parent !== undefined && parent < asked ? short('quotaParent', title, parent) : undefined;
}

/** Places that a round still has beside its account; undefined where it states none. */
async function roundRoom(call: Call, found: FoundCase): Promise<{ left: number; title: string } | undefined> {
  const round = found.round_id ? await findRound(call, found.round_id) : undefined;
  if (!round || round.places === null) return undefined;
  const placed = Object.entries(found.programme.stages).filter(([, { kind }]) => kind === 'notice' || kind === 'fulfilment').map(([stage]) => stage);
  return { left: round.places - (await countPlaced(call, round.id, placed)), title: round.title };
}

/** Sets the place aside. The case itself has moved on already, so its own place is counted. */
export async function holdPlace(call: Call, found: FoundCase): Promise<Refusal | undefined> {
  if (found.round_id) await lockRound(call, found.round_id);
  const inRound = await roundRoom(call, found);
  if (inRound && inRound.left < 0) return no('quotaFull', { params: { balance: 0, asked: 1, pool: inRound.title }, next: 'next.quota' });
  return refusalOf(await hold(call, { account: await placesAccount(call, found), amount: 1, cause: causeOf(found), ...calledInLedger(found) }));
}

/** The place set aside is taken for good. */
export const postPlace = async (call: Call, found: FoundCase): Promise<Refusal | undefined> => refusalOf(await postHold(call, { cause: causeOf(found) }));

/** The place set aside goes back. */
export const voidPlace = async (call: Call, found: FoundCase): Promise<Refusal | undefined> => refusalOf(await voidHold(call, { cause: causeOf(found) }));

/** A place taken for good comes back: the recognition was revoked. */
export const returnPlace = async (call: Call, found: FoundCase): Promise<Refusal | undefined> =>
  refusalOf(await giveBack(call, { cause: causeOf(found), newCause: `${causeOf(found)}:back` }));
