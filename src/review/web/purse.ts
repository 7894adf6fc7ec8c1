import { newSlip, type Slip } from '../domain/ballotSlip.ts';
import type { Choice } from '../domain/ballot.ts';

/** What this phone alone knows of one ballot: its token, whether the token was handed in, what was chosen, the receipt. */
export type Kept = Slip & { handedIn?: true; choice?: Choice; receipt?: string };
/** The ballots of one vote, by the number of their file. */
export type Purse = Record<string, Kept>;

const placeOf = (vote: string) => `xinglin.ballots.${vote}`;
const bytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** The ballots this phone keeps of a vote. */
export function readPurse(vote: string): Purse {
  const text = localStorage.getItem(placeOf(vote));
  return text === null ? {} : (JSON.parse(text) as Purse);
}

/** Keeps one ballot's state before anything is sent, so that a phone that loses its line or its power goes on where it was. */
export function keep(vote: string, ballot: Kept): void {
  localStorage.setItem(placeOf(vote), JSON.stringify({ ...readPurse(vote), [ballot.case]: ballot }));
}

/** A slip for each file, made once on this phone. */
export function fillPurse(vote: string, numbers: readonly number[]): Purse {
  const purse = readPurse(vote);
  for (const number of numbers) if (!purse[String(number)]) keep(vote, newSlip(String(number), bytes));
  return readPurse(vote);
}

/** An order that tells nothing: what a phone hands in comes mixed. */
export function mixed<T>(items: readonly T[]): T[] {
  const tickets = new Map(items.map((item) => [item, crypto.getRandomValues(new Uint32Array(1))[0] ?? 0]));
  return items.toSorted((one, other) => (tickets.get(one) ?? 0) - (tickets.get(other) ?? 0));
}

const longestPause = 400;

/** A short pause of random length, so that what several phones hand in comes interleaved. */
export const pause = () => new Promise<void>((resolve) => { setTimeout(resolve, (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) * longestPause / 255); });
