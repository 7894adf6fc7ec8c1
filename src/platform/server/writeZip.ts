import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of an archive to be written. */
export type ZipEntry = { name: string; content: Buffer };

const localMark = 0x04034b50;
const entryMark = 0x02014b50;
const endMark = 0x06054b50;
const deflated = 8;
const utf8Names = 0x0800;
// The first day a ZIP can name: an archive says nothing of when or where it was made.
const firstDay = 0x0021;

/** A ZIP of these entries without comments, extra fields, times or systems; the same entries give the same bytes. */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content } of entries) {
    const packed = deflateRawSync(content);
    const shared = sharedHead(name, content, packed);
    const local = Buffer.concat([uint32(localMark), shared, Buffer.from(name), packed]);
    directory.push(Buffer.concat([uint32(entryMark), uint16(20), shared, uint16(0), uint16(0), uint16(0), uint32(0), uint32(at), Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const index = Buffer.concat(directory);
  return Buffer.concat([...locals, index, uint32(endMark), uint32(0), uint16(entries.length), uint16(entries.length), uint32(index.length), uint32(at), uint16(0)]);
}

/** What the local head and the directory say alike: version, flags, method, day, checksum, sizes, lengths of name and extra. */
const sharedHead = (name: string, content: Buffer, packed: Buffer): Buffer => Buffer.concat([
  uint16(20), uint16(utf8Names), uint16(deflated), uint16(0), uint16(firstDay), uint32(crc32(content)), uint32(packed.length), uint32(content.length), uint16(Buffer.byteLength(name)), uint16(0),
]);

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
