import { clockActor, type Actor } from '../domain/actor.ts';
import type { Answer } from '../domain/answer.ts';
import type { Clock } from '../clock/clock.ts';
import type { WorkingCalendar } from '../clock/workingDays.ts';
import type { HeadFile } from './auditHeads.ts';
import type { Crypto } from './crypto.ts';
import { enterRegion, type Connection, type Tx } from './database.ts';
import { newId, type IdSource } from './id.ts';
import type { Region } from './regionFiles.ts';

/** What the whole application is made of; one is built at start, by tests and by the demo story. */
export type App = Connection & {
  clock: Clock;
  crypto: Crypto;
  /** Where signed heads of the audit trail are kept outside the database. */
  heads: HeadFile;
  bytes: IdSource;
  regions: ReadonlyMap<string, Region>;
  /** Words shown beside a refusal; keys as in the words files. */
  say(key: string, params?: Record<string, string | number>): string;
  /** Signs audit heads and certificates. */
  production: boolean;
};

/** One thing being done: its transaction, who does it, and what day it is. */
export type Call = {
  tx: Tx;
  actor: Actor;
  regionId: string;
  region: Region;
  calendar: WorkingCalendar;
  clock: Clock;
  crypto: Crypto;
  say: App['say'];
  production: boolean;
  regions: App['regions'];
  heads: HeadFile;
  newId(prefix: string): string;
};

/** A call inside a transaction that is already open. */
export function callIn(app: App, tx: Tx, actor: Actor): Call {
  const region = app.regions.get(actor.regionId);
  if (!region) throw new Error(`no such region: ${actor.regionId}`);
  const { clock, crypto, say, production, regions, heads } = app;
  return { tx, actor, regionId: region.id, region, calendar: region.calendar, clock, crypto, say, production, regions, heads, newId: (prefix) => newId(clock, prefix, app.bytes) };
}

class RolledBack extends Error {
  readonly answer: Answer<never>;
  constructor(answer: Answer<never>) {
    super('rolled back');
    this.answer = answer;
  }
}

/** Does one thing as one person in one transaction; a refusal leaves nothing behind. */
export async function perform<I, O>(app: App, actor: Actor, doing: (call: Call, input: I) => Promise<Answer<O>>, input: I): Promise<Answer<O>> {
  try {
    return await app.db.transaction().execute(async (tx) => {
      await enterRegion(tx, actor.regionId);
      const answer = await doing(callIn(app, tx, actor), input);
      if (!answer.ok) throw new RolledBack(answer);
      return answer;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.answer;
    throw error;
  }
}

/** Does one thing as the clock of a region. */
export const performAsClock = <I, O>(app: App, regionId: string, doing: (call: Call, input: I) => Promise<Answer<O>>, input: I) =>
  perform(app, clockActor(regionId), doing, input);

