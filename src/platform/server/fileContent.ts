import { no, yes, type Answer } from '../domain/answer.ts';
import { stripJpeg, stripPng } from './stripImage.ts';
import { openOffice, stripOffice } from './stripOffice.ts';
import { openPdf, stripPdf } from './stripPdf.ts';

/** What a document that people hand in may be. */
export type FileForm = 'pdf' | 'docx' | 'xlsx' | 'pptx' | 'jpg' | 'png';

/** The largest document that is taken, in bytes. */
export const documentLimit = 20_000_000;

export const mediaTypes: Readonly<Record<FileForm, string>> = {
  pdf: 'application/pdf', jpg: 'image/jpeg', png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

const starts: [FileForm | 'zip' | 'ole', Buffer][] = [
  ['pdf', Buffer.from('%PDF-')], ['zip', Buffer.from([0x50, 0x4b, 0x03, 0x04])], ['jpg', Buffer.from([0xff, 0xd8, 0xff])], ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['ole', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
];
const mainParts: [FileForm, string][] = [['docx', 'word/document.xml'], ['xlsx', 'xl/workbook.xml'], ['pptx', 'ppt/presentation.xml']];
const lockedPart = Buffer.from('EncryptedPackage', 'utf16le');

/** What a document really is, by its inside, its name not believed: too large, of another kind, locked or with a program in it is refused (bad-inputs row 20). */
export async function readDocument(bytes: Buffer): Promise<Answer<FileForm>> {
  if (bytes.length > documentLimit) return no('fileSize', { next: 'next.documentSize', params: { limit: documentLimit / 1_000_000 } });
  const start = starts.find(([, mark]) => bytes.subarray(0, mark.length).equals(mark))?.[0];
  if (start === 'ole' && bytes.includes(lockedPart)) return no('filePassword');
  if (start === undefined || start === 'ole') return notDocument();
  if (start !== 'zip') return readable(bytes, start);
  const opened = openOffice(bytes);
  if (!opened.ok) return opened.reason === 'fileUnreadable' ? notDocument() : opened;
  const form = mainParts.find(([, part]) => opened.value.has(part))?.[0];
  return form ? readable(bytes, form) : notDocument();
}

const notDocument = () => no('fileType', { next: 'next.documentForms' });

/** A document that cannot be read here could not be shown to a reviewer either. */
async function readable(bytes: Buffer, form: FileForm): Promise<Answer<FileForm>> {
  const read = form === 'pdf' ? await openPdf(bytes) : await withoutTraces(bytes, form);
  return read.ok ? yes(form) : read;
}

/** A copy without the traces of its makers in the parts that programs write; what stands on the pages stays. */
export async function withoutTraces(bytes: Buffer, form: FileForm): Promise<Answer<Uint8Array>> {
  if (form === 'pdf') return stripPdf(bytes);
  if (form === 'jpg') return yes(stripJpeg(bytes));
  return form === 'png' ? yes(stripPng(bytes)) : stripOffice(bytes);
}
