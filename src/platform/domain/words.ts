/** Words of one language: key to text with {name} places. */
export type Words = Readonly<Record<string, string>>;

/** The text of a key with its places filled; a missing key shows itself, which the words check refuses. */
export const sayIn = (words: Words, key: string, params: Record<string, string | number> = {}): string =>
  (words[key] ?? key).replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
