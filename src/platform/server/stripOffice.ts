import { no, yes, type Answer } from '../domain/answer.ts';
import { stripJpeg, stripPng } from './stripImage.ts';
import { writeZip, type ZipEntry } from './writeZip.ts';
import { openArchive, UnreadableFile, type Archive } from './zip.ts';

const nobody = 'A';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const core = `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>`;
const extended = `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`;
const custom = `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>`;

/** Parts that say who made the file; each is replaced by an empty one of its kind. */
const emptied: Readonly<Record<string, string>> = { 'docProps/core.xml': core, 'docProps/app.xml': extended, 'docProps/custom.xml': custom };
/** Parts that are left out, with whatever points to them. */
const dropped = /^docProps\/thumbnail\.|^word\/people\.xml$|\/printerSettings\d*\.bin$|^customXml\//;
const macros = /vbaProject\.bin$|^xl\/macrosheets\//i;
const image = { jpeg: /\.jpe?g$/i, png: /\.png$/i };
const embedded = /\.(docx|xlsx|pptx)$/i;

/** An Office file read whole; one with macros, a locked one and a bomb are refused. */
export function openOffice(bytes: Buffer): Answer<Archive> {
  const opened = openArchive(bytes);
  if (!opened.ok) return opened;
  if (opened.value.names.some((name) => macros.test(name))) return no('fileMacros');
  return opened.value.names.includes('[Content_Types].xml') ? opened : no('fileUnreadable');
}

/** A Word, Excel or PowerPoint file without the traces of its makers: properties, authors of comments and changes, paths, thumbnails; also in files inside it. */
export async function stripOffice(bytes: Buffer): Promise<Answer<Buffer>> {
  const opened = openOffice(bytes);
  if (!opened.ok) return opened;
  try {
    const kept = opened.value.names.filter((name) => !dropped.test(name) && !name.endsWith('/'));
    const entries: ZipEntry[] = [];
    for (const name of kept) entries.push({ name, content: await cleaned(opened.value, name) });
    return yes(writeZip(entries));
  } catch (error) {
    if (error instanceof UnreadableFile) return no(error.reason);
    throw error;
  }
}

async function cleaned(archive: Archive, name: string): Promise<Buffer> {
  if (emptied[name] !== undefined) return Buffer.from(emptied[name]);
  const chunks: Buffer[] = [];
  for await (const chunk of archive.inflate(name)) chunks.push(chunk);
  const content = Buffer.concat(chunks);
  if (image.jpeg.test(name)) return stripJpeg(content);
  if (image.png.test(name)) return stripPng(content);
  if (embedded.test(name)) return innerOf(content);
  return /\.(xml|rels)$/i.test(name) ? Buffer.from(withoutPeople(content.toString('utf8'))) : content;
}

async function innerOf(content: Buffer): Promise<Buffer> {
  const stripped = await stripOffice(content);
  if (!stripped.ok) throw new UnreadableFile(stripped.reason);
  return stripped.value;
}

/** Attributes and elements in which people stand, wherever they are. */
export const withoutPeople = (xml: string): string => xml
  // who wrote a comment or a change (w:author, p:cmAuthor name, x18tc:person displayName …)
  .replace(/\b((?:\w+:)?(?:author|initials|userId|userName|providerId|displayName|lastModifiedBy|presenceInfo))=("[^"]*"|'[^']*')/g, `$1="${nobody}"`)
  .replace(/(<(?:\w+:)?(?:cmAuthor|author)\b[^>]*?\s)name=("[^"]*"|'[^']*')/g, `$1name="${nobody}"`)
  .replace(/(<(?:\w+:)?author>)[^<]*(<\/(?:\w+:)?author>)/g, `$1${nobody}$2`)
  // when
  .replace(/\s(?:w|w16du):(?:date|dateUtc)=("[^"]*"|'[^']*')/g, '')
  .replace(/(<(?:\w+:)?(?:cm|threadedComment|comment)\b[^>]*?)\s(?:dt|dT|created)=("[^"]*"|'[^']*')/g, '$1')
  // where it lay on somebody's disk, who may open it, which template it came from
  .replace(/<(?:\w+:)?absPath\b[^>]*?(?:\/>|>[^<]*<\/(?:\w+:)?absPath>)/g, '')
  .replace(/<(?:\w+:)?(?:fileSharing|attachedTemplate|docVars)\b[^>]*?\/>/g, '')
  .replace(/<(?:\w+:)?docVars>.*?<\/(?:\w+:)?docVars>/gs, '')
  .replace(/<Relationship\b[^>]*?(?:attachedTemplate|thumbnail|printerSettings|customXml|\/people)"[^>]*?\/>/g, '')
  .replace(/(<Relationship\b[^>]*?Target=)"file:[^"]*"/g, '$1"file:///"')
  .replace(/<Override\b[^>]*?PartName="\/(?:word\/people\.xml|customXml\/[^"]*)"[^>]*?\/>/g, '');
