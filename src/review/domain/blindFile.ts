import { z } from 'zod';

/** A document beside the file: what it proves, and under which name its content is kept. */
const BlindDocument = z.object({ label: z.string(), content: z.string(), form: z.string() });

/** The file a reviewer reads: what identifies the applicant has been left out before it was stored here. */
export const BlindFile = z.object({
  heading: z.string().default(''),
  sections: z.array(z.object({
    label: z.string(),
    fields: z.array(z.object({ label: z.string(), value: z.string(), source: z.string().optional() })),
  })).default([]),
  documents: z.array(BlindDocument).default([]),
});
export type BlindFile = z.infer<typeof BlindFile>;

/** A file as it reaches the reviewer: documents by place and neutral name. */
export const SeenFile = BlindFile.omit({ documents: true }).extend({ documents: z.array(z.object({ position: z.int(), name: z.string(), label: z.string() })) });

/** Whom a double-blind review must not name. */
export type Hidden = { people: readonly string[]; institutions: readonly string[] };

/** Takes every name out of what people wrote, however it is spaced or dotted; `mark` stands where one was. */
export function hideNames(file: BlindFile, hidden: Hidden, mark: string): BlindFile {
  const names = [...hidden.people, ...hidden.institutions].filter((name) => name.length > 1).toSorted((a, b) => b.length - a.length);
  if (names.length === 0) return file;
  const pattern = new RegExp(names.map((name) => Array.from(name.replace(/[\s·•・]/g, ''), escaped).join('[\\s·•・]*')).join('|'), 'giu');
  const plain = (text: string) => text.replace(pattern, mark);
  return {
    heading: plain(file.heading),
    sections: file.sections.map(({ label, fields }) => ({
      label: plain(label), fields: fields.map((field) => ({ label: plain(field.label), value: plain(field.value), ...(field.source === undefined ? {} : { source: plain(field.source) }) })),
    })),
    documents: file.documents.map((document) => ({ ...document, label: plain(document.label) })),
  };
}

const escaped = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');

const shortestInstitution = 4;

/** How an institution is written: its full name, and without the region before it. */
export function writingsOf(institution: string, regionNames: readonly string[]): string[] {
  const shorter = regionNames.flatMap((region) => (institution.startsWith(region) ? [institution.slice(region.length)] : []));
  return [institution, ...shorter.filter((name) => name.length >= shortestInstitution)];
}
