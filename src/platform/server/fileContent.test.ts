import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { crc32 } from 'node:zlib';
import { PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { writeXlsx } from 'hucre/xlsx';
import { expectYes } from '../domain/answer.ts';
import { documentLimit, readDocument, withoutTraces } from './fileContent.ts';
import { stripJpeg, stripPng } from './stripImage.ts';
import { withoutPeople } from './stripOffice.ts';
import { writeZip } from './writeZip.ts';
import { openArchive } from './zip.ts';

const maker = '沈知远';
const place = '普陀区中心医院';
const latin = 'Shen Zhiyuan';
/** The ways in which a name may stand in a file: UTF-8, UTF-16 as PDF and OLE have it, its letters. */
const tracesOf = (bytes: Uint8Array): string[] => {
  const whole = Buffer.from(bytes);
  return [maker, place, latin].flatMap((name) => [Buffer.from(name), Buffer.from(name, 'utf16le'), Buffer.from(name, 'utf16le').swap16()].filter((form) => whole.includes(form)).map(() => name));
};
const reasonOf = async (bytes: Uint8Array) => { const read = await readDocument(Buffer.from(bytes)); return read.ok ? read.value : read.reason; };

async function pdf({ compressed }: { compressed: boolean }): Promise<Uint8Array> {
  const file = await PDFDocument.create();
  file.setAuthor(maker);
  file.setTitle(`${place} 申报材料`);
  file.setCreator(latin);
  const { context, catalog } = file;
  const page = file.addPage([300, 300]);
  page.drawText('Case report', { x: 20, y: 200 });
  catalog.set(PDFName.of('Metadata'), context.register(context.stream(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${maker}</dc:creator><xmp:CreatorTool>${latin}</xmp:CreatorTool></x:xmpmeta>`, { Type: 'Metadata', Subtype: 'XML' })));
  const note = context.register(context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [10, 10, 30, 30], Contents: PDFString.of('see page 2'), T: PDFHexString.fromText(maker), M: PDFString.of('D:20260101') }));
  page.node.set(PDFName.of('Annots'), context.obj([note]));
  page.node.set(PDFName.of('PieceInfo'), context.obj({ Illustrator: { LastModified: PDFString.of('D:20260101'), Private: { Owner: PDFHexString.fromText(place) } } }));
  await file.attach(Buffer.from(`${maker} ${place}`), 'note.txt', { description: latin });
  return file.save({ useObjectStreams: compressed });
}

describe('PDF 的来历', () => {
  for (const compressed of [false, true]) it(`作者、标题、XMP、批注人、程序私有数据、附件都不在副本里(${compressed ? '对象流' : '明文'})`, async () => {
    const original = await pdf({ compressed });
    if (!compressed) assert.deepEqual(new Set(tracesOf(original)), new Set([maker, place, latin]));
    const stripped = expectYes(await withoutTraces(Buffer.from(original), 'pdf'));
    const plain = await PDFDocument.load(stripped, { updateMetadata: false }).then((file) => file.save({ useObjectStreams: false }));
    for (const bytes of [stripped, plain]) assert.deepEqual(tracesOf(bytes), []);
    const read = await PDFDocument.load(stripped, { updateMetadata: false });
    assert.deepEqual([read.getAuthor(), read.getTitle(), read.getCreator(), read.getProducer(), read.getPageCount()], [undefined, undefined, undefined, undefined, 1]);
    assert.ok(Buffer.from(plain).includes('see page 2'), '批注的内容留着');
    assert.equal(await reasonOf(stripped), 'pdf');
  });
  it('同一份材料两次去痕,字节相同', async () => {
    const original = Buffer.from(await pdf({ compressed: true }));
    assert.deepEqual(expectYes(await withoutTraces(original, 'pdf')), expectYes(await withoutTraces(original, 'pdf')));
  });
  it('含脚本、要密码、损坏、不是 PDF 的各有原因(坏输入第20行)', async () => {
    const scripted = await PDFDocument.create();
    scripted.addPage();
    scripted.addJavaScript('go', 'app.alert(1)');
    assert.equal(await reasonOf(await scripted.save()), 'fileScript');
    const launching = await PDFDocument.create();
    launching.addPage();
    launching.catalog.set(PDFName.of('OpenAction'), launching.context.obj({ S: 'Launch', F: PDFString.of('cmd.exe') }));
    assert.equal(await reasonOf(await launching.save()), 'fileScript');
    const locked = Buffer.from(await pdf({ compressed: false })).toString('latin1').replace('/Root', '/Encrypt << /Filter /Standard /V 1 /R 2 /O <00> /U <00> /P -4 >> /Root');
    assert.equal(await reasonOf(Buffer.from(locked, 'latin1')), 'filePassword');
    assert.equal(await reasonOf(Buffer.from('%PDF-1.7 nothing here')), 'fileUnreadable');
    assert.equal(await reasonOf(Buffer.from('MZ\u0090 program.pdf')), 'fileType');
    assert.equal(await reasonOf(Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(documentLimit)])), 'fileSize');
  });
});

const part = (name: string, xml: string) => ({ name, content: Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`) });
const types = part('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/people.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml"/></Types>');
const core = part('docProps/core.xml', `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>${place}</dc:title><dc:creator>${maker}</dc:creator><cp:lastModifiedBy>${latin}</cp:lastModifiedBy><dcterms:created>2026-01-01T00:00:00Z</dcterms:created></cp:coreProperties>`);
const app = part('docProps/app.xml', `<Properties xmlns="e"><Application>Microsoft Office Word</Application><Manager>${maker}</Manager><Company>${place}</Company></Properties>`);
const custom = part('docProps/custom.xml', `<Properties xmlns="k" xmlns:vt="v"><property fmtid="{D5}" pid="2" name="作者单位"><vt:lpwstr>${place}</vt:lpwstr></property></Properties>`);

const word = writeZip([
  types, core, app, custom,
  part('word/document.xml', `<w:document xmlns:w="w"><w:body><w:p><w:ins w:id="1" w:author="${maker}" w:date="2026-01-02T03:04:05Z"><w:r><w:t>病案分析</w:t></w:r></w:ins><w:del w:id="2" w:author='${latin}' w:date="2026-01-02T03:04:05Z"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p></w:body></w:document>`),
  part('word/comments.xml', `<w:comments xmlns:w="w"><w:comment w:id="0" w:author="${maker}" w:initials="${maker}" w:date="2026-01-02T03:04:05Z"><w:p><w:r><w:t>此处补充</w:t></w:r></w:p></w:comment></w:comments>`),
  part('word/people.xml', `<w15:people xmlns:w15="w15"><w15:person w15:author="${maker}"><w15:presenceInfo w15:providerId="AD" w15:userId="S::${latin}@hospital"/></w15:person></w15:people>`),
  part('word/settings.xml', '<w:settings xmlns:w="w" xmlns:r="r"><w:attachedTemplate r:id="rId1"/><w:zoom w:percent="100"/></w:settings>'),
  part('word/_rels/settings.xml.rels', `<Relationships xmlns="r"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///C:\\Users\\${maker}\\模板.dotm" TargetMode="External"/></Relationships>`),
  part('word/_rels/document.xml.rels', `<Relationships xmlns="r"><Relationship Id="rId2" Type="http://schemas.microsoft.com/office/2011/relationships/people" Target="people.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>`),
  part('customXml/item1.xml', `<CoverPageProperties xmlns="cover"><Abstract/><CompanyAddress>${place}</CompanyAddress></CoverPageProperties>`),
]);

describe('Office 的来历', () => {
  it('docx:属性、修订人、批注人、人员表、模板路径、封面数据都不在副本里,正文不变', async () => {
    assert.equal(await reasonOf(word), 'docx');
    const stripped = Buffer.from(expectYes(await withoutTraces(word, 'docx')));
    const texts = await textsOf(stripped);
    assert.deepEqual(tracesOf(Buffer.from(texts)), []);
    for (const kept of ['病案分析', '此处补充', '旧', 'w:percent="100"', 'comments.xml']) assert.ok(texts.includes(kept), kept);
    assert.ok(!texts.includes('people.xml') && !texts.includes('2026-01-02'), '不留指向已去部分的线索');
  });
  it('xlsx:真实工作簿的属性、批注人、路径、线程批注人', async () => {
    const book = Buffer.from(await writeXlsx({ properties: { creator: maker, company: place, title: place }, sheets: [{ name: '表', rows: [['例数', 12]] }] }));
    const entries = await entriesOf(book);
    entries.push(part('xl/comments1.xml', `<comments xmlns="s"><authors><author>${maker}</author></authors><commentList><comment ref="A1" authorId="0"><text><t>复核</t></text></comment></commentList></comments>`));
    entries.push(part('xl/persons/person.xml', `<personList xmlns="tc"><person displayName="${maker}" id="{1}" userId="${latin}" providerId="AD"/></personList>`));
    entries.push(part('xl/revisions.xml', `<workbook><fileSharing userName="${maker}"/><x15ac:absPath url="D:\\${place}\\" xmlns:x15ac="x"/></workbook>`));
    const stripped = Buffer.from(expectYes(await withoutTraces(writeZip(entries), 'xlsx')));
    const texts = await textsOf(stripped);
    assert.deepEqual(tracesOf(Buffer.from(texts)), []);
    assert.ok(texts.includes('例数') && texts.includes('复核'));
  });
  it('pptx:批注作者(新旧两种)与里面嵌的工作簿', async () => {
    const inner = writeZip([types, core, part('xl/workbook.xml', '<workbook/>')]);
    const slides = writeZip([types, core, part('ppt/presentation.xml', '<p:presentation/>'),
      part('ppt/commentAuthors.xml', `<p:cmAuthorLst xmlns:p="p"><p:cmAuthor id="1" name="${maker}" initials="SZ" lastIdx="1"/></p:cmAuthorLst>`),
      part('ppt/authors.xml', `<p188:authorLst xmlns:p188="p"><p188:author id="{1}" name="${maker}" initials="S" userId="${latin}" providerId="None"/></p188:authorLst>`),
      { name: 'ppt/embeddings/book.xlsx', content: inner }]);
    const stripped = Buffer.from(expectYes(await withoutTraces(slides, 'pptx')));
    assert.deepEqual(tracesOf(Buffer.from(await textsOf(stripped))), []);
    const book = (await entriesOf(stripped)).find(({ name }) => name.endsWith('book.xlsx'));
    assert.deepEqual(tracesOf(Buffer.from(await textsOf(book?.content ?? Buffer.alloc(0)))), []);
  });
  it('含宏的不收;普通压缩包不是材料', async () => {
    assert.equal(await reasonOf(writeZip([types, part('word/document.xml', '<w/>'), part('word/vbaProject.bin', 'x')])), 'fileMacros');
    assert.equal(await reasonOf(writeZip([part('readme.txt', 'x')])), 'fileType');
  });
  it('正文里碰巧写着 author= 的字不受影响', () => assert.equal(withoutPeople('<w:t>author 一词</w:t>'), '<w:t>author 一词</w:t>'));
});

const jpegPart = (mark: number, text: string) => { const body = Buffer.from(text); const size = Buffer.alloc(2); size.writeUInt16BE(body.length + 2); return Buffer.concat([Buffer.from([0xff, mark]), size, body]); };
const chunk = (type: string, body: Buffer) => { const size = Buffer.alloc(4); size.writeUInt32BE(body.length); const sum = Buffer.alloc(4); sum.writeUInt32BE(crc32(Buffer.concat([Buffer.from(type), body]))); return Buffer.concat([size, Buffer.from(type), body, sum]); };

describe('照片的来历', () => {
  it('JPEG 去掉 EXIF、IPTC、注释,图像数据一字不动', () => {
    const picture = Buffer.concat([Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9])]);
    const file = Buffer.concat([Buffer.from([0xff, 0xd8]), jpegPart(0xe0, 'JFIF'), jpegPart(0xe1, `Exif ${maker}`), jpegPart(0xed, place), jpegPart(0xfe, latin), jpegPart(0xdb, 'table'), picture]);
    assert.deepEqual(stripJpeg(file), Buffer.concat([Buffer.from([0xff, 0xd8]), jpegPart(0xe0, 'JFIF'), jpegPart(0xdb, 'table'), picture]));
  });
  it('PNG 只留图像', () => {
    const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const kept = [chunk('IHDR', Buffer.alloc(13)), chunk('IDAT', Buffer.from([1])), chunk('IEND', Buffer.alloc(0))];
    const file = Buffer.concat([mark, kept[0] ?? mark, chunk('tEXt', Buffer.from(`Author\0${maker}`)), chunk('eXIf', Buffer.from(place)), kept[1] ?? mark, kept[2] ?? mark]);
    assert.deepEqual(stripPng(file), Buffer.concat([mark, ...kept]));
  });
});

async function entriesOf(bytes: Buffer): Promise<{ name: string; content: Buffer }[]> {
  const archive = expectYes(openArchive(bytes));
  const entries: { name: string; content: Buffer }[] = [];
  for (const name of archive.names) {
    const chunks: Buffer[] = [];
    for await (const piece of archive.inflate(name)) chunks.push(piece);
    entries.push({ name, content: Buffer.concat(chunks) });
  }
  return entries;
}

const textsOf = async (bytes: Buffer) => (await entriesOf(bytes)).map(({ name, content }) => `${name}\n${content.toString('utf8')}`).join('\n');
