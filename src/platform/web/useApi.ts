import { useMemo } from 'react';
import type { Asked, Contract, Given } from '../domain/contract.ts';
import { addressOf, request, type Carried } from './request.ts';
import { useLanguage } from './useWords.ts';

/** What an answer is after its journey as JSON: instants arrive as text. */
export type Wire<T> = unknown extends T ? T : T extends Date ? string : T extends readonly (infer U)[] ? Wire<U>[] : T extends object ? { [K in keyof T]: Wire<T[K]> } : T;

/** The file of a route that takes one. */
type Upload = { upload?: File };

/** One function a route: takes what the route asks, gives what it answers, throws a RefusalError on no. */
export type Api<C extends Contract> = {
  [K in keyof C]: object extends Asked<C[K]>
    ? (asked?: Asked<C[K]> & Upload) => Promise<Wire<Given<C[K]>>>
    : (asked: Asked<C[K]> & Upload) => Promise<Wire<Given<C[K]>>>;
};

/** The typed client of a slice's contract. */
export function useApi<C extends Contract>(contract: C): Api<C> {
  const { language } = useLanguage();
  return useMemo(() => apiOf(contract, language), [contract, language]);
}

/** The typed client outside a page. */
export function apiOf<C extends Contract>(contract: C, language: string): Api<C> {
  const calls = Object.entries(contract).map(([name, route]) => [name, (asked: Carried = {}) => request(route, asked, language)]);
  return Object.fromEntries(calls) as Api<C>;
}

/** The address of a reading route, for links that download a file. */
export const downloadOf = (path: string, query: object = {}): string => addressOf(path, { query });
