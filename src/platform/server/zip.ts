import { createInflateRaw } from 'node:zlib';
import { no, yes, type Answer } from '../domain/answer.ts';

/** Inflated size of everything that is read from one file, in bytes. */
export const inflateLimit = 50_000_000;
/** Entries of one archive. */
export const entryLimit = 10_000;

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const endSize = 22;
const entrySize = 46;
const localSize = 30;
const longestComment = 65_535;

type Entry = { name: string; deflated: boolean; encrypted: boolean; packed: number; unpacked: number; offset: number };

/** An opened archive; inflating counts real bytes against the limit, whatever the directory claims. */
export type Archive = {
  names: string[];
  has(name: string): boolean;
  inflate(name: string): AsyncGenerator<Buffer>;
  /** How much of it has been inflated so far, as its directory counts: from 0 to 1. */
  share(): number;
};

/** Thrown inside a stream that turned out to be hostile or broken; the reader's door turns it into a refusal. */
export class UnreadableFile extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** Opens a ZIP by its central directory alone; refuses too many entries, too much inflated, encrypted entries, and what is no ZIP. */
export function openArchive(bytes: Buffer): Answer<Archive> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + endSize > bytes.length || end < bytes.length - endSize - longestComment || bytes.readUInt32LE(end) !== endMark) return no('fileUnreadable');
  const count = bytes.readUInt16LE(end + 10);
  if (count > entryLimit) return no('fileEntries', { params: { limit: entryLimit } });
  const entries = readDirectory(bytes, bytes.readUInt32LE(end + 16), count);
  if (!entries) return no('fileUnreadable');
  if (entries.some((entry) => entry.encrypted)) return no('filePassword');
  const whole = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (whole > inflateLimit) return no('fileInflates', { params: { limit: inflateLimit / 1_000_000 } });
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  if (byName.size !== entries.length) return no('fileUnreadable');
  const budget = { left: inflateLimit };
  return yes({
    names: [...byName.keys()], has: (name) => byName.has(name), inflate: (name) => inflate(bytes, byName.get(name), budget),
    share: () => Math.min(1, (inflateLimit - budget.left) / Math.max(1, whole)),
  });
}

function readDirectory(bytes: Buffer, start: number, count: number): Entry[] | undefined {
  const entries: Entry[] = [];
  for (let at = start, n = 0; n < count; n += 1) {
    if (at + entrySize > bytes.length || bytes.readUInt32LE(at) !== entryMark) return undefined;
    const method = bytes.readUInt16LE(at + 10);
    if (method !== 0 && method !== 8) return undefined;
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + entrySize, at + entrySize + nameLength),
      deflated: method === 8, encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packed: bytes.readUInt32LE(at + 20), unpacked: bytes.readUInt32LE(at + 24), offset: bytes.readUInt32LE(at + 42),
    });
    at += entrySize + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

async function* inflate(bytes: Buffer, entry: Entry | undefined, budget: { left: number }): AsyncGenerator<Buffer> {
  if (!entry || entry.offset + localSize > bytes.length) throw new UnreadableFile('fileUnreadable');
  const body = entry.offset + localSize + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  const packed = bytes.subarray(body, body + entry.packed);
  for await (const chunk of entry.deflated ? inflated(packed) : [packed]) {
    budget.left -= chunk.length;
    if (budget.left < 0) throw new UnreadableFile('fileInflates');
    yield chunk;
  }
}

async function* inflated(packed: Buffer): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: 65_536 });
  stream.end(packed);
  try {
    yield* stream as AsyncIterable<Buffer>;
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('fileUnreadable');
  }
}
