import { z } from 'zod';

const Mark = z.tuple([z.string(), z.string()]);

/** Where the next page of a list starts, as an opaque text. */
export const writeMark = (sortKey: string, id: string): string => encodeURIComponent(JSON.stringify([sortKey, id]));

/** Reads such a text; undefined when it was not ours. */
export function readMark(text: string): { sortKey: string; personId: string } | undefined {
  try {
    const [sortKey, personId] = Mark.parse(JSON.parse(decodeURIComponent(text)));
    return { sortKey, personId };
  } catch {
    return undefined;
  }
}
