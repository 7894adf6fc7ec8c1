import { z } from 'zod';
import { keptHeads, type HeadFile, type OutsideHead } from './auditHeads.ts';
import { entriesToSeal, entryHash, insertHead, insertLeaves, lastHead, settleMs, takeSequencer, type EntryRow, type HeadRow } from './auditTrail.store.ts';
import type { App } from './call.ts';
import { enterRegion, type Tx } from './database.ts';
import { appendLeaf, rootOf, type Peaks } from './merkle.ts';

const batch = 5_000;
const Kept = z.array(z.object({ size: z.int(), hash: z.string() }));

/** The signature of a head, made with a key that the database does not have. */
export const headSignature = (app: Pick<App, 'crypto'>, head: Omit<OutsideHead, 'signature'>): string =>
  app.crypto.blindIndex(JSON.stringify(['audit-head', head.region, head.position, head.leafCount, head.rootHash, head.sealedAt]));

/** Gives each new entry of a region its place in the Merkle tree, signs the new head and keeps it outside; gives how many. */
export async function sealAudit(app: App, regionId: string, heads: HeadFile = keptHeads()): Promise<number> {
  const sealed = await app.db.transaction().execute(async (tx) => {
    await enterRegion(tx, regionId);
    if (!(await takeSequencer(tx, regionId))) return undefined;
    const before = await lastHead(tx, regionId);
    const entries = await entriesToSeal(tx, regionId, before && new Date(before.sealed_at.getTime() - settleMs), batch);
    return entries.length === 0 ? undefined : { count: entries.length, head: await appendEntries(app, tx, regionId, before, entries) };
  });
  if (sealed) heads.append(sealed.head);
  return sealed?.count ?? 0;
}

async function appendEntries(app: App, tx: Tx, regionId: string, before: HeadRow | undefined, entries: EntryRow[]): Promise<OutsideHead> {
  const first = before?.leaf_count ?? 0;
  const position = (before?.position ?? 0) + 1;
  const leaves = entries.map((entry, index) => ({ region_id: regionId, position: first + index, entry_id: entry.id, leaf_hash: entryHash(entry), head_position: position }));
  const peaks = leaves.reduce((grown, leaf) => appendLeaf(grown, leaf.leaf_hash), Kept.parse(before?.peaks ?? []) as Peaks);
  const sealedAt = app.clock.now();
  const unsigned = { region: regionId, position, leafCount: first + leaves.length, rootHash: rootOf(peaks), sealedAt: sealedAt.toISOString() };
  const head = { ...unsigned, signature: headSignature(app, unsigned) };
  await insertLeaves(tx, leaves);
  await insertHead(tx, {
    region_id: regionId, position, last_entry_id: leaves.at(-1)?.entry_id ?? '', leaf_count: unsigned.leafCount, root_hash: unsigned.rootHash,
    previous_root: before?.root_hash ?? '', sealed_at: sealedAt, peaks: JSON.stringify(peaks), signature: head.signature,
  });
  return head;
}

/** Seals every region each second until stopped. */
export function startSealing(app: App, everyMs = 1_000): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = sealAll(app).catch(() => 0).finally(() => { busy = false; }); // a database that is away is asked again at the next beat
  }, everyMs);
  return { stop: async () => { clearInterval(timer); await running; } };
}

async function sealAll(app: App): Promise<void> {
  for (const regionId of app.regions.keys()) while (await sealAudit(app, regionId) === batch);
}
