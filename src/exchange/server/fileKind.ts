import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { openArchive, type Archive } from '#platform/server/zip.ts';

/** The largest roster file that is taken, in bytes. */
export const fileLimit = 20_000_000;

/** A file whose inside has been looked at; its name was never believed. */
export type RosterFile = { kind: 'xlsx'; archive: Archive } | { kind: 'csv'; text: string };

const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const encryptedPart = Buffer.from('EncryptedPackage', 'utf16le');
// What people are likely to send by mistake or disguised: named, so that the answer can say what it is.
const others: [name: string, start: Buffer][] = [
  ['EXE', Buffer.from('MZ')], ['PDF', Buffer.from('%PDF')], ['ELF', Buffer.from([0x7f, 0x45, 0x4c, 0x46])], ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  ['JPEG', Buffer.from([0xff, 0xd8, 0xff])], ['RAR', Buffer.from('Rar!')], ['7Z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf])], ['GZIP', Buffer.from([0x1f, 0x8b])],
];

const notRoster = (found: string) => no('fileType', { next: 'next.saveAsSheet', params: { found } });

/** What a file really is, by its first bytes and its inside; each way of being unfit has its own reason. */
export function openRosterFile(bytes: Buffer): Answer<RosterFile> {
  if (bytes.length > fileLimit) return no('rosterSize', { params: { limit: fileLimit / 1_000_000 } });
  if (bytes.length === 0) return no('fileEmpty');
  if (bytes.subarray(0, 4).equals(zip)) return openSheets(bytes);
  if (bytes.subarray(0, 8).equals(ole)) return bytes.includes(encryptedPart) ? no('filePassword') : notRoster('XLS');
  const other = others.find(([, start]) => bytes.subarray(0, start.length).equals(start));
  if (other) return notRoster(other[0]);
  const text = decodeText(bytes);
  return text === undefined ? notRoster('?') : yes({ kind: 'csv', text });
}

function openSheets(bytes: Buffer): Answer<RosterFile> {
  const opened = openArchive(bytes);
  if (!opened.ok) return opened;
  const { names } = opened.value;
  if (names.some((name) => /vbaProject\.bin$|^xl\/macrosheets\//i.test(name))) return no('fileMacros');
  if (names.some((name) => /^xl\/externalLinks\//i.test(name))) return no('fileLinks');
  return names.includes('xl/workbook.xml') ? yes({ kind: 'xlsx', archive: opened.value }) : notRoster('ZIP');
}

/** Text of a CSV: UTF-8 where it is sound UTF-8, else GB18030 as Chinese Excel saves it; undefined for binary. */
function decodeText(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 4096).includes(0)) return undefined;
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  return undefined;
}
