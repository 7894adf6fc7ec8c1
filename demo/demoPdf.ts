import { PDFDocument } from 'pdf-lib';

const made = new Map<string, Promise<Buffer>>();

/** A page that stands for a document of the demo; its properties name whoever made it, as real ones do. */
export function demoPdf(kind: string): Promise<Buffer> {
  const known = made.get(kind) ?? draw(kind);
  made.set(kind, known);
  return known;
}

async function draw(kind: string): Promise<Buffer> {
  const file = await PDFDocument.create({ updateMetadata: false });
  file.setAuthor('office of personnel');
  file.setTitle(kind);
  const page = file.addPage([420, 595]);
  page.drawText(kind.toUpperCase(), { x: 60, y: 480, size: 24 });
  page.drawText('Demonstration copy', { x: 60, y: 450, size: 12 });
  return Buffer.from(await file.save());
}
