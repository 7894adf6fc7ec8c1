import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { openRosterFile } from './fileKind.ts';
import { rowsOfCsv } from './readCsv.ts';
import { rowsOfWorkbook } from './readWorkbook.ts';

type Part = { name: string; content: Buffer; claims?: number; encrypted?: boolean };

/** A ZIP made by hand, so that it can lie as hostile ones do; `claims` is the inflated size its directory states. */
function zipOf(parts: Part[]): Buffer {
  const bodies = parts.map(({ content }) => deflateRawSync(content));
  let at = 0;
  const directory = parts.map(({ name, content, claims, encrypted }, index) => {
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(encrypted ? 1 : 0, 8);
    head.writeUInt16LE(8, 10);
    head.writeUInt32LE(bodies[index]?.length ?? 0, 20);
    head.writeUInt32LE(claims ?? content.length, 24);
    head.writeUInt16LE(Buffer.byteLength(name), 28);
    head.writeUInt32LE(at, 42);
    at += 30 + Buffer.byteLength(name) + (bodies[index]?.length ?? 0);
    return Buffer.concat([head, Buffer.from(name)]);
  });
  const locals = parts.map(({ name }, index) => {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    return Buffer.concat([head, Buffer.from(name), bodies[index] ?? Buffer.alloc(0)]);
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const part = (name: string, text: string): Part => ({ name, content: Buffer.from(text) });
const book = part('xl/workbook.xml', '<workbook xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>');
const relations = part('xl/_rels/workbook.xml.rels', '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>');
const sheet = (xml: string): Part => part('xl/worksheets/sheet1.xml', `<?xml version="1.0"?><worksheet><sheetData>${xml}</sheetData></worksheet>`);

const reasonOf = (bytes: Buffer) => { const opened = openRosterFile(bytes); return opened.ok ? 'accepted' : opened.reason; };
async function textsOf(bytes: Uint8Array): Promise<string[][]> {
  const opened = openRosterFile(Buffer.from(bytes));
  assert.ok(opened.ok && opened.value.kind === 'xlsx');
  const rows: string[][] = [];
  for await (const row of rowsOfWorkbook(opened.value.archive)) rows.push(Array.from(row.cells, (cell) => (cell ? `${cell.kind}:${cell.text}` : '')));
  return rows;
}
const refusalOf = (bytes: Buffer): Promise<string> => textsOf(bytes).then(() => 'read', (error: { reason?: string }) => error.reason ?? 'crashed');

describe('坏输入第20、21行：文件', () => {
  it('改了扩展名的程序、PDF、旧式xls都按内容认出', () => {
    assert.equal(reasonOf(Buffer.from('MZ\u0090\u0000program')), 'fileType');
    assert.equal(reasonOf(Buffer.from('%PDF-1.7')), 'fileType');
    assert.equal(reasonOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])), 'fileType');
    assert.equal(reasonOf(zipOf([part('readme.txt', 'x')])), 'fileType');
    assert.equal(reasonOf(Buffer.from([1, 0, 2, 0, 3])), 'fileType');
    assert.equal(reasonOf(Buffer.alloc(0)), 'fileEmpty');
  });
  it('超过20MB、有密码', () => {
    assert.equal(reasonOf(Buffer.alloc(20_000_001, 'a')), 'rosterSize');
    assert.equal(reasonOf(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from('EncryptedPackage', 'utf16le')])), 'filePassword');
    assert.equal(reasonOf(zipOf([{ ...book, encrypted: true }])), 'filePassword');
  });
  it('展开超过50MB：老实写明的和谎报大小的都不处理', async () => {
    const bomb = Buffer.alloc(51_000_000, 0x20);
    assert.equal(reasonOf(zipOf([book, { name: 'xl/x.bin', content: bomb }])), 'fileInflates');
    const lying = zipOf([book, relations, { name: 'xl/worksheets/sheet1.xml', content: Buffer.concat([Buffer.from('<worksheet><sheetData>'), ...Array.from({ length: 600 }, () => Buffer.from(`<row>${' '.repeat(99_000)}</row>`))]), claims: 1000 }]);
    assert.ok(lying.length < 200_000);
    assert.equal(await refusalOf(lying), 'fileInflates');
  });
  it('一万个以上的部分、宏、外部链接各有原因', () => {
    assert.equal(reasonOf(zipOf(Array.from({ length: 10_001 }, (_, n) => part(`f${n}`, '')))), 'fileEntries');
    assert.equal(reasonOf(zipOf([book, part('xl/vbaProject.bin', 'x')])), 'fileMacros');
    assert.equal(reasonOf(zipOf([book, part('xl/externalLinks/externalLink1.xml', 'x')])), 'fileLinks');
  });
  it('损坏的文件、实体炸弹、没有尽头的行都不会拖垮服务', async () => {
    assert.equal(reasonOf(Buffer.from('PK\u0003\u0004broken')), 'fileUnreadable');
    assert.equal(await refusalOf(zipOf([book, relations, part('xl/worksheets/sheet1.xml', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>')])), 'fileUnreadable');
    assert.equal(await refusalOf(zipOf([book, relations, sheet(`<row>${'<c><v>1</v></c>'.repeat(400_000)}`)])), 'fileUnreadable');
    assert.equal(await refusalOf(zipOf([book])), 'fileUnreadable');
  });
});

describe('读Excel', () => {
  it('文字、数字、日期、布尔、公式结果、错误各是其类', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: '表', rows: [['沈知远', 12, true, new Date(Date.UTC(2020, 0, 31))]], columns: [{}, {}, {}, { numFmt: 'yyyy-mm-dd' }] }] });
    assert.deepEqual(await textsOf(bytes), [['text:沈知远', 'number:12', 'flag:1', 'date:2020-01-31']]);
    const odd = zipOf([book, relations, sheet('<row r="3"><c r="B3" t="str"><f>A1</f><v>甲&amp;乙</v></c><c r="C3" t="e"><v>#REF!</v></c><c r="D3" t="inlineStr"><is><r><t>丙</t></r><rPh><t>音</t></rPh><r><t>_x0000_</t></r></is></c></row>')]);
    assert.deepEqual(await textsOf(odd), [['', 'text:甲&乙', 'fault:#REF!', 'text:丙\u0000']]);
  });
  it('十八位数字被存成数字时，保留文件里的写法以便指出', async () => {
    assert.deepEqual(await textsOf(zipOf([book, relations, sheet('<row><c><v>3.1010719880412E+17</v></c></row>')])), [['number:3.1010719880412E+17']]);
  });
});

describe('读CSV', () => {
  const cells = (text: string) => [...rowsOfCsv(text)].map((row) => Array.from(row.cells, (cell) => cell?.text ?? ''));
  it('引号、换行、逗号与制表符', () => {
    assert.deepEqual(cells('姓名,备注\r\n"沈,知远","他说""好""\n第二行"\r\n'), [['姓名', '备注'], ['沈,知远', '他说"好"\n第二行']]);
    assert.deepEqual(cells('\uFEFF姓名\t科室\n沈\t'), [['姓名', '科室'], ['沈']]);
  });
  it('GB18030与UTF-8都能读', () => {
    const gb = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x0a, 0xc9, 0xf2]);
    for (const bytes of [gb, Buffer.from('姓名\n沈')]) {
      const opened = openRosterFile(bytes);
      assert.ok(opened.ok && opened.value.kind === 'csv');
      assert.deepEqual(cells(opened.value.text), [['姓名'], ['沈']]);
    }
  });
});
