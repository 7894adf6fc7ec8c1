import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { invisibleAfter, isStorable, withoutInvisible } from './narrowText.ts';

/** The longest name that is kept, in characters. */
export const longestName = 50;

const middleDots = /[\u00b7\u0387\u2022\u2024\u2027\u2219\u22c5\u2e31\u30fb\uff65\uff0e\u3002.]/g;
const middleDot = '\u00b7';

/** A name as it is kept; `rare` lists characters that fonts and printers may lack. */
export type PersonName = { name: string; corrected: boolean; rare: string[] };

/** Reads a name: unifies middle dots and spaces; refuses nameEmpty, textInvalid, nameInvisible, textLong. */
export function checkName(text: string): Answer<PersonName> {
  if (!isStorable(text)) return no('textInvalid');
  const length = Array.from(text).length;
  if (length > longestName) return no('textLong', { params: { length, limit: longestName } });
  const hidden = invisibleAfter(text);
  if (hidden !== undefined) return no('nameInvisible', { params: { position: hidden, proposed: tidyName(withoutInvisible(text)) } });
  const name = tidyName(text);
  return name ? yes({ name, corrected: name !== text, rare: rareCharacters(name) }) : no('nameEmpty');
}

/** The name without invisible marks, with one kind of middle dot and no needless spaces. */
export function tidyName(text: string): string {
  const plain = text.replace(/\u3000/g, ' ').replace(/\s+/g, ' ').trim().replace(/ ?[\u0387\u2022\u2024\u2027\u2219\u22c5\u2e31\u30fb\uff65\uff0e] ?/g, middleDot);
  const dotted = /\p{Script=Han}/u.test(plain) ? plain.replace(/(?<=\p{Script=Han}) ?[.\u3002\u00b7] ?(?=\p{Script=Han})/gu, middleDot) : plain;
  return dotted.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}

/** Characters outside the basic plane, in extension A or private use: shown to be checked before printing. */
export const rareCharacters = (name: string): string[] =>
  Array.from(name).filter((character) => /[\u3400-\u4dbf\ue000-\uf8ff]/.test(character) || (character.codePointAt(0) ?? 0) > 0xffff);

/** The key by which two writings of one name are equal: width, case, dots, spaces and variant characters folded. */
export function foldName(name: string, variants: ReadonlyMap<string, string> = new Map()): string {
  const plain = withoutInvisible(name.normalize('NFKC')).toLowerCase().replace(middleDots, '').replace(/\s/g, '');
  return Array.from(plain, (character) => variants.get(character) ?? character).join('');
}

/** The name as the public sees it: the first character, and a star for each other. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = Array.from(name);
  return first + rest.map(() => '*').join('');
};
