import type { Verification } from '../domain/platformContract.ts';
import { yes } from '../domain/answer.ts';
import type { OutsideHead } from './auditHeads.ts';
import { entriesPutIn, entryHash, headRows, leavesFrom, settleMs, type EntryRow, type HeadRow } from './auditTrail.store.ts';
import type { Call } from './call.ts';
import { appendLeaf, rootOf, type Peaks } from './merkle.ts';
import { headSignature, outsideHead } from './sealAudit.ts';

type Problems = Verification['problems'];
const batch = 5_000;

/** Recomputes the trail of a region from its entries; finds what was changed, taken out, put in or signed by another hand. */
export async function verifyAudit(call: Call) {
  const { tx, regionId } = call;
  const heads = await headRows(tx, regionId);
  const { problems, roots, entries } = await replay(call, new Set(heads.map((head) => head.leaf_count)));
  const last = heads.at(-1);
  const putIn = last ? await entriesPutIn(tx, regionId, new Date(last.sealed_at.getTime() - settleMs)) : [];
  const found = [
    ...problems, ...putIn.map((entry) => ({ kind: 'inserted' as const, position: null, entryId: entry.id })),
    ...heads.flatMap((head) => headProblems(call, head, roots)), ...outsideProblems(call, call.heads.read(regionId), heads),
  ];
  return yes({ entries, heads: heads.length, sealedAt: last?.sealed_at ?? null, rootHash: last?.root_hash ?? '', problems: found.slice(0, 200) });
}

async function replay({ tx, regionId }: Call, counts: ReadonlySet<number>) {
  const problems: Problems = [];
  const roots = new Map<number, string>();
  let peaks: Peaks = [];
  let expected = 0;
  for (let rows = await leavesFrom(tx, regionId, 0, batch); rows.length > 0; rows = await leavesFrom(tx, regionId, expected, batch)) {
    for (const row of rows) {
      if (row.position !== expected) problems.push({ kind: 'removed', position: expected, entryId: '' });
      const hash = row.id === null ? undefined : entryHash(row as EntryRow);
      if (hash !== row.leaf_hash) problems.push({ kind: hash ? 'changed' : 'removed', position: row.position, entryId: row.entry_id });
      peaks = appendLeaf(peaks, hash ?? row.leaf_hash);
      expected = row.position + 1;
      if (counts.has(expected)) roots.set(expected, rootOf(peaks));
    }
  }
  return { problems, roots, entries: expected };
}

/** A head must have the root of its leaves and our signature. */
function headProblems(call: Call, head: HeadRow, roots: ReadonlyMap<number, string>): Problems {
  const problem = { position: head.position, entryId: head.last_entry_id };
  if (headSignature(call, outsideHead(head)) !== head.signature) return [{ kind: 'headForged', ...problem }];
  return roots.get(head.leaf_count) === head.root_hash ? [] : [{ kind: 'changed', ...problem }];
}

/** Every head kept outside must still be in the database with the same root, and every head of the database but the newest must be outside. */
function outsideProblems(call: Call, kept: OutsideHead[], heads: HeadRow[]): Problems {
  const outside = new Set(kept.map((head) => head.position));
  const unkept = heads.slice(0, -1).filter((head) => !outside.has(head.position)).map((head): Problems[number] => ({ kind: 'headMissing', position: head.position, entryId: '' }));
  const roots = new Map(heads.map((head) => [head.position, head.root_hash]));
  return [...unkept, ...kept.filter((head) => headSignature(call, head) === head.signature && roots.get(head.position) !== head.rootHash)
    .map((head) => ({ kind: roots.has(head.position) ? 'headForged' : 'headMissing', position: head.position, entryId: '' } satisfies Problems[number]))];
}
