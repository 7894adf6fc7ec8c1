import { z } from 'zod';
import type { OutsideHead } from './auditHeads.ts';
import { entriesToSeal, entryHash, headRows, insertHead, insertLeaves, lastHead, settleMs, takeSequencer, type EntryRow, type HeadRow } from './auditTrail.store.ts';
import type { App } from './call.ts';
import { enterRegion, type Tx } from './database.ts';
import { appendLeaf, rootOf, type Peaks } from './merkle.ts';

const batch = 5_000;
const Kept = z.array(z.object({ size: z.int(), hash: z.string() }));

/** The signature of a head, made with a key that the database does not have. */
export const headSignature = (app: Pick<App, 'crypto'>, head: Omit<OutsideHead, 'signature'>): string =>
  app.crypto.blindIndex(JSON.stringify(['audit-head', head.region, head.position, head.leafCount, head.rootHash, head.sealedAt]));

/** Gives each new entry of a region its place in the Merkle tree, signs the new head and keeps it outside; gives how many. */
export async function sealAudit(app: App, regionId: string): Promise<number> {
  const sealed = await app.db.transaction().execute(async (tx) => {
    await enterRegion(tx, regionId);
    if (!(await takeSequencer(tx, regionId))) return undefined;
    const before = await lastHead(tx, regionId);
    const entries = await entriesToSeal(tx, regionId, before && new Date(before.sealed_at.getTime() - settleMs), batch);
    if (entries.length > 0) await appendEntries(app, tx, regionId, before, entries);
    return { count: entries.length, position: (before?.position ?? 0) + (entries.length > 0 ? 1 : 0) };
  });
  if (sealed && sealed.position > app.heads.last(regionId)) await keepOutside(app, regionId);
  return sealed?.count ?? 0;
}

/** Also what a crash between commit and file left behind; a head that we did not sign stays where it is. */
async function keepOutside(app: App, regionId: string): Promise<void> {
  for (const row of await headRows(app.db, regionId, app.heads.last(regionId))) {
    const head = outsideHead(row);
    if (headSignature(app, head) === head.signature) app.heads.append(head);
  }
}

/** A head as it is kept outside. */
export const outsideHead = (row: HeadRow): OutsideHead => ({
  region: row.region_id, position: row.position, leafCount: row.leaf_count, rootHash: row.root_hash, sealedAt: row.sealed_at.toISOString(), signature: row.signature,
});

async function appendEntries(app: App, tx: Tx, regionId: string, before: HeadRow | undefined, entries: EntryRow[]): Promise<void> {
  const first = before?.leaf_count ?? 0;
  const position = (before?.position ?? 0) + 1;
  const leaves = entries.map((entry, index) => ({ region_id: regionId, position: first + index, entry_id: entry.id, leaf_hash: entryHash(entry), head_position: position }));
  const peaks = leaves.reduce((grown, leaf) => appendLeaf(grown, leaf.leaf_hash), Kept.parse(before?.peaks ?? []) as Peaks);
  const sealedAt = app.clock.now();
  const unsigned = { region: regionId, position, leafCount: first + leaves.length, rootHash: rootOf(peaks), sealedAt: sealedAt.toISOString() };
  await insertLeaves(tx, leaves);
  await insertHead(tx, {
    region_id: regionId, position, last_entry_id: leaves.at(-1)?.entry_id ?? '', leaf_count: unsigned.leafCount, root_hash: unsigned.rootHash,
    previous_root: before?.root_hash ?? '', sealed_at: sealedAt, peaks: JSON.stringify(peaks), signature: headSignature(app, unsigned),
  });
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
