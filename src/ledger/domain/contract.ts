import { z } from 'zod';
import { route } from '#platform/domain/contract.ts';
import { Unit } from './pool.ts';

/** How an account stands; `lent` is what it lends on balance, below nothing what it borrows. */
const Balance = z.object({ id: z.string(), organisationId: z.string(), organisation: z.string(), granted: z.int(), used: z.int(), held: z.int(), free: z.int(), lent: z.int() });
export type Balance = z.infer<typeof Balance>;

export const PoolView = z.object({
  code: z.string(), title: z.string(), group: z.string(), kind: z.string(), unit: Unit, document: z.string(), unverified: z.boolean(), note: z.string(), loans: z.boolean(), whole: Balance, children: z.array(Balance),
});
export type PoolView = z.infer<typeof PoolView>;

const Move = z.object({
  transferId: z.string(), account: z.string(), pool: z.string(), organisation: z.string(), kind: z.enum(['taken', 'givenBack', 'lent', 'granted']), amount: z.int(), unit: Unit,
  state: z.enum(['held', 'posted', 'voided', 'expired']), cause: z.string(), note: z.string(), link: z.string(), on: z.string(), to: z.string(),
  /** When a hold ends by itself. */
  clock: z.object({ dueOn: z.string(), left: z.int(), total: z.int() }).nullable(),
  /** The day a loan comes back, and how much of it is still out. */
  loan: z.object({ returnOn: z.string(), left: z.int() }).nullable(),
});
export type Move = z.infer<typeof Move>;

const readers = ['bureau', 'employer', 'leader'] as const;

/** What may be asked of the ledger. */
export const ledgerContract = {
  viewLedger: route({
    method: 'GET', path: '/api/ledger', may: readers, summary: 'Every pool as it stood at the end of a day, and what moved, of all or of one institution',
    query: z.object({ day: z.iso.date().optional(), organisation: z.string().optional() }),
    response: z.object({ day: z.string(), pools: z.array(PoolView), holds: z.array(Move), latest: z.array(Move) }),
  }),
  viewAccount: route({
    method: 'GET', path: '/api/ledger/account', may: readers, summary: 'One account with its transfers and their causes', query: z.object({ id: z.string() }),
    response: z.object({ pool: PoolView, account: Balance, moves: z.array(Move), borrowers: z.array(z.object({ id: z.string(), label: z.string() })) }),
  }),
  lendPlaces: route({
    method: 'POST', path: '/api/ledger/loans', may: ['bureau'], summary: 'Lend free places within one consortium until a day',
    body: z.object({ from: z.string(), to: z.string(), amount: z.int().positive(), returnOn: z.iso.date(), note: z.string().trim().min(2).max(200) }), response: z.object({}),
  }),
  returnPlaces: route({
    method: 'POST', path: '/api/ledger/loans/:transferId/return', may: ['bureau'], summary: 'Return what is left of a loan', params: z.object({ transferId: z.string() }), body: z.object({}), response: z.object({}),
  }),
};
