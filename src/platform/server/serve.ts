import type { Answer } from '../domain/answer.ts';
import type { Checked, Contract, Given, Route } from '../domain/contract.ts';
import type { Call } from './call.ts';

/** A file that came in: kept under a random path until the request ends; the name is only ever shown, never used. */
export type Upload = { shownName: string; path: string; bytes: number };

/** A file that goes out. */
export type Download = { fileName: string; mediaType: string; content: Uint8Array };

/** What a handler of one route gets: the checked input, the uploaded file where the route takes one, the session token where it ends one. */
export type Input<R extends Route> = Checked<R> & { upload?: Upload; session?: string };

/** The functions that answer the routes of a contract. */
export type Functions<C extends Contract> = { [K in keyof C]: (input: Input<C[K]>, call: Call) => Promise<Answer<Given<C[K]>>> };

/** A route with the function that answers it. */
export type Bound = { name: string; route: Route; answer(input: unknown, call: Call): Promise<Answer<unknown>> };

/** Binds every route of a contract to its function; a route without one does not compile. */
export const serve = <C extends Contract>(contract: C, handlers: Functions<C>): Bound[] =>
  Object.entries(contract).map(([name, route]) => ({
    name, route, answer: handlers[name as keyof C] as Bound['answer'],
  }));
