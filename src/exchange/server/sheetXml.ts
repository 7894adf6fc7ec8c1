import type { Cell } from '../domain/cell.ts';
import { UnreadableFile } from '#platform/server/zip.ts';

/** What cells of a workbook refer to. */
export type Workbook = { texts: readonly string[]; dateStyles: ReadonlySet<number>; serialOffset: number };

const longestRow = 4_000_000;
const longestSheetRow = 1_048_576;
const widestSheet = 200;
const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** XML text as characters; no entity but the five of XML is ever expanded. `_x0000_` is how sheets write control characters. */
export function plainText(xml: string): string {
  const decoded = xml.includes('&') ? xml.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/g, (whole, hex, dec, name) => characterOf(whole, hex, dec, name)) : xml;
  return decoded.includes('_x') ? decoded.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : decoded;
}

function characterOf(whole: string, hex?: string, dec?: string, name?: string): string {
  if (name) return named[name] ?? whole;
  const code = hex ? Number.parseInt(hex, 16) : Number(dec);
  return code <= 0x10FFFF ? String.fromCodePoint(code) : whole;
}

/** The elements of one name in a stream of XML, one by one, so that only one of them is in memory. A document type is refused. */
export async function* elementsOf(chunks: AsyncIterable<Buffer>, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let text = '';
  let pattern: RegExp | undefined;
  for await (const chunk of chunks) {
    text += decoder.decode(chunk, { stream: true });
    if (!pattern) pattern = elementPattern(text, name);
    if (!pattern) continue;
    let from = 0;
    pattern.lastIndex = 0;
    for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
      yield found[0];
      from = pattern.lastIndex;
    }
    text = text.slice(from);
    if (text.length > longestRow) throw new UnreadableFile('fileUnreadable');
  }
}

// The prefix of the root element is the prefix of its children: <x:worksheet> holds <x:row>.
function elementPattern(text: string, name: string): RegExp | undefined {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new UnreadableFile('fileUnreadable');
  const root = /<(?:(\w+):)?[A-Za-z]\w*[\s>]/.exec(text.replace(/^\uFEFF?\s*<\?[^>]*\?>/, ''));
  const prefix = root?.[1] ? `${root[1]}:` : '';
  return root ? new RegExp(`<${prefix}${name}(?:\\s[^>]*?)?(?:/>|>[\\s\\S]*?</${prefix}${name}>)`, 'g') : undefined;
}

const cellPattern = /<(?:\w+:)?c((?:\s[^>]*?)?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
const valuePattern = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/;
const textPattern = /<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g;
const phoneticPattern = /<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g;

/** All the text of a shared or inline string: its runs joined, pronunciation left out. */
export function runsOf(xml: string): string {
  const plain = xml.includes('rPh') ? xml.replace(phoneticPattern, '') : xml;
  let text = '';
  for (const run of plain.matchAll(textPattern)) text += run[1] ?? '';
  return plainText(text);
}

/** A row's own number ('' when it has none) and its cells by column. */
export function readRow(xml: string, workbook: Workbook): { row: number | undefined; cells: (Cell | undefined)[] } {
  const head = xml.slice(0, xml.indexOf('>'));
  const number = /\sr=["'](\d{1,7})["']/.exec(head)?.[1];
  if (number !== undefined && Number(number) > longestSheetRow) throw new UnreadableFile('fileUnreadable');
  const cells: (Cell | undefined)[] = [];
  cellPattern.lastIndex = 0;
  for (let found = cellPattern.exec(xml); found; found = cellPattern.exec(xml)) {
    const attributes = found[1] ?? '';
    const place = columnOf(attributes) ?? cells.length;
    if (place < widestSheet) cells[place] = readCell(attributes, found[2] ?? '', workbook);
  }
  return { row: number === undefined ? undefined : Number(number), cells };
}

const upperA = 64;
function columnOf(attributes: string): number | undefined {
  const at = attributes.indexOf(' r=');
  if (at < 0) return undefined;
  let column = 0;
  for (let place = at + 4; place < attributes.length; place += 1) {
    const letter = attributes.charCodeAt(place) - upperA;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

function attributeOf(attributes: string, name: string): string {
  const at = attributes.indexOf(` ${name}=`);
  if (at < 0) return '';
  const start = at + name.length + 3;
  return attributes.slice(start, attributes.indexOf(attributes.charAt(start - 1), start));
}

function readCell(attributes: string, body: string, workbook: Workbook): Cell | undefined {
  const type = attributeOf(attributes, 't');
  if (type === 'inlineStr') return { kind: 'text', text: runsOf(body) };
  const raw = body === '' ? undefined : valuePattern.exec(body)?.[1];
  if (raw === undefined || raw === '') return undefined;
  if (type === 's') return { kind: 'text', text: workbook.texts[Number(raw)] ?? '' };
  if (type === 'str') return { kind: 'text', text: plainText(raw) };
  if (type === 'b') return { kind: 'flag', text: raw.trim() };
  if (type === 'e') return { kind: 'fault', text: plainText(raw) };
  if (type === 'd') return { kind: 'date', text: raw.slice(0, 10) };
  return readNumber(raw.trim(), Number(attributeOf(attributes, 's')), workbook);
}

const dayMs = 86_400_000;
const epochSerial = 25_569;

function readNumber(raw: string, style: number, { dateStyles, serialOffset }: Workbook): Cell {
  const serial = Number(raw) + serialOffset;
  if (!dateStyles.has(style) || !(serial >= 1 && serial < 200_000)) return { kind: 'number', text: raw };
  return { kind: 'date', text: new Date((Math.floor(serial) - epochSerial) * dayMs).toISOString().slice(0, 10) };
}
