import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFRef, type PDFContext, type PDFObject } from 'pdf-lib';
import { no, yes, type Answer } from '../domain/answer.ts';
import { stripJpeg } from './stripImage.ts';

// Who made it, with what, when, from which file; and files attached to it, which carry names of their own.
const tracesAnywhere = ['Metadata', 'PieceInfo', 'LastModified', 'CreationDate', 'ModDate'];
const tracesOfNote = ['T', 'NM', 'RC', 'Subj', 'M'];
const tracesOfFile = ['EF', 'F', 'UF', 'Desc'];
const tracesOfSignature = ['Name', 'ContactInfo', 'Location', 'Reason', 'Cert', 'Prop_Build', 'M'];
const tracesOfCatalog = ['AF', 'Perms', 'DSS', 'Legal', 'Collection'];
const tracesOfNames = ['EmbeddedFiles', 'JavaScript'];

/** A PDF read whole; a locked one and one that runs something are refused. */
export async function openPdf(bytes: Uint8Array): Promise<Answer<PDFDocument>> {
  const read = await PDFDocument.load(bytes, { updateMetadata: false }).catch((error: Error) => error);
  if (read instanceof Error) return no(/encrypt/i.test(read.message) ? 'filePassword' : 'fileUnreadable');
  if (!hasPages(read)) return no('fileUnreadable');
  return runsSomething(read.context) ? no('fileScript') : yes(read);
}

// The reader is lenient: of a few stray words it makes an empty file.
function hasPages({ context, catalog }: PDFDocument): boolean {
  return context.trailerInfo.Root !== undefined && catalog?.lookupMaybe(PDFName.of('Pages'), PDFDict) !== undefined;
}

/** The PDF without the traces of its makers: Info, XMP, program data, attachments, authors of notes, signers, traces inside pictures. */
export async function stripPdf(bytes: Uint8Array): Promise<Answer<Uint8Array>> {
  const opened = await openPdf(bytes);
  if (!opened.ok) return opened;
  const { context, catalog } = opened.value;
  delete context.trailerInfo.Info;
  delete context.trailerInfo.ID;
  drop(catalog, tracesOfCatalog);
  drop(catalog.lookupMaybe(PDFName.of('Names'), PDFDict), tracesOfNames);
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    for (const dict of dictsIn(object)) clean(dict);
    if (object instanceof PDFRawStream && isJpeg(object)) context.assign(ref, PDFRawStream.of(object.dict, stripJpeg(Buffer.from(object.contents))));
  }
  dropUnreached(context);
  return yes(await opened.value.save({ addDefaultPage: false, updateFieldAppearances: false }));
}

function clean(dict: PDFDict): void {
  drop(dict, tracesAnywhere);
  const kind = nameOf(dict, 'Type');
  if (kind === 'Filespec' || kind === 'F') drop(dict, tracesOfFile);
  if (isNote(dict, kind)) drop(dict, tracesOfNote);
  if (kind !== 'Sig' && kind !== 'DocTimeStamp') return;
  drop(dict, tracesOfSignature);
  dict.set(PDFName.of('Contents'), PDFHexString.of('00'));
}

const drop = (dict: PDFDict | undefined, keys: readonly string[]): void => { for (const key of keys) dict?.delete(PDFName.of(key)); };

/** A note on a page; the T of a form field is its name and stays. */
function isNote(dict: PDFDict, kind: string | undefined): boolean {
  const subtype = nameOf(dict, 'Subtype');
  return subtype !== undefined && subtype !== 'Widget' && (kind === 'Annot' || (kind === undefined && dict.has(PDFName.of('Rect'))));
}

/** Scripts, programs to start and forms to send anywhere in the file. */
function runsSomething(context: PDFContext): boolean {
  const acts = new Set(['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'Rendition']);
  return context.enumerateIndirectObjects().some(([, object]) => dictsIn(object).some((dict) => acts.has(nameOf(dict, 'S') ?? '') || dict.has(PDFName.of('XFA'))));
}

const nameOf = (dict: PDFDict, key: string): string | undefined => {
  const value = dict.get(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : undefined;
};

const isJpeg = ({ dict, contents }: PDFRawStream): boolean => nameOf(dict, 'Filter') === 'DCTDecode' && contents[0] === 0xff && contents[1] === 0xd8;

/** An object's dictionary and those written inside it, not those it points to. */
function dictsIn(object: PDFObject | undefined): PDFDict[] {
  if (object instanceof PDFRawStream) return dictsIn(object.dict);
  if (object instanceof PDFDict) return [object, ...object.values().flatMap(dictsIn)];
  return object instanceof PDFArray ? object.asArray().flatMap(dictsIn) : [];
}

/** What nothing points to any more, such as the old Info, would still be in the file: it goes. */
function dropUnreached(context: PDFContext): void {
  const reached = new Set<PDFRef>();
  const waiting: (PDFObject | undefined)[] = [context.trailerInfo.Root];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (next instanceof PDFRef && !reached.has(next)) {
      reached.add(next);
      waiting.push(context.lookup(next));
    } else if (next instanceof PDFDict) waiting.push(...next.values());
    else if (next instanceof PDFArray) waiting.push(...next.asArray());
    else if (next !== undefined && 'dict' in next) waiting.push(next.dict as PDFDict);
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}
