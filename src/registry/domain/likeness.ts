import type { LikenessRule } from './workKind.ts';

/** Only what is written counts: width, case, spaces and punctuation make no difference. */
const wrought = (text: string): string[] => Array.from(text.normalize('NFKC').toLowerCase()).filter((character) => /[\p{L}\p{N}]/u.test(character));

/** Every run of `size` characters of a text; a shorter text is one run. */
export function shinglesOf(text: string, size: number): Set<string> {
  const characters = wrought(text);
  if (characters.length === 0) return new Set();
  const last = Math.max(1, characters.length - size + 1);
  return new Set(Array.from({ length: last }, (_, at) => characters.slice(at, at + size).join('')));
}

/** A choice of hashes of a text's runs (winnowing): the least of each window, so that any shared passage of window + size - 1 characters gives a shared hash. */
export function fingerprintsOf(text: string, { shingle, window }: LikenessRule): number[] {
  const characters = wrought(text);
  const hashes = Array.from({ length: Math.max(0, characters.length - shingle + 1) }, (_, at) => hashOf(characters.slice(at, at + shingle).join('')));
  if (hashes.length <= window) return hashes.length > 0 ? [hashes.reduce((least, hash) => Math.min(least, hash))] : [];
  return [...new Set(Array.from({ length: hashes.length - window + 1 }, (_, at) => hashes.slice(at, at + window).reduce((least, hash) => Math.min(least, hash))))];
}

/** FNV-1a over code units, as a signed 32-bit integer: what a column of the database holds. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/** Whole percent of the shorter text's runs that the other has too: a passage copied into a longer text is found as well. */
export function likenessOf(one: string, other: string, size: number): number {
  const [a, b] = [shinglesOf(one, size), shinglesOf(other, size)];
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  const shared = [...small].filter((run) => large.has(run)).length;
  return Math.floor((shared * 100) / small.size);
}

/** A stretch of a text; `shared` when the other text has it too. */
export type Stretch = { text: string; shared: boolean };

/** The text cut into stretches that the other text has and those it has not, for reading side by side. */
export function sharedStretches(text: string, other: string, size: number): Stretch[] {
  const runs = shinglesOf(other, size);
  const characters = Array.from(text);
  const counted = characters.flatMap((character, at) => (wrought(character).length > 0 ? [at] : []));
  const marked = new Set<number>();
  for (let at = 0; at + size <= counted.length; at += 1) {
    const places = counted.slice(at, at + size);
    if (runs.has(wrought(places.map((place) => characters[place]).join('')).join(''))) for (const place of places) marked.add(place);
  }
  return characters.reduce<Stretch[]>((stretches, character, at) => {
    const last = stretches.at(-1);
    // punctuation between two shared characters belongs to the passage
    const shared = marked.has(at) || (wrought(character).length === 0 && last?.shared === true);
    if (last?.shared === shared) last.text += character;
    else stretches.push({ text: character, shared });
    return stretches;
  }, []);
}
