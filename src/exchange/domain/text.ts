const invisible = /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0]/u;
const everyInvisible = new RegExp(invisible.source, 'gu');
// eslint-disable-next-line no-control-regex -- these are the characters looked for
const unsaveable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/u;
// CJK extension A, the end of the basic block, private use, compatibility forms, variation selectors, and everything beyond the basic plane.
const rare = /[\u3400-\u4DBF\u9FA6-\u9FFF\uE000-\uF8FF\uF900-\uFAFF\uFE00-\uFE0F\u{20000}-\u{10FFFF}]/u;
const middleDots = /[\u00B7\u0387\u2022\u2027\u2219\u22C5\u25CF\u30FB\uFF65.\uFF0E]/gu;

/** Can PostgreSQL and JSON keep this text as it is? NUL, control characters and half surrogate pairs cannot be kept. */
export const isSaveable = (text: string): boolean => text.isWellFormed() && !unsaveable.test(text);

/** Length as people count it: characters, not code units. */
export const lengthOf = (text: string): number => (text.length > 4096 ? text.length : Array.from(text).length);

/** The place (from 1) of the first invisible character, 0 when there is none. */
export const invisibleAt = (text: string): number => Array.from(text).findIndex((character) => invisible.test(character)) + 1;

/** The text without invisible characters. */
export const withoutInvisible = (text: string): string => text.replace(everyInvisible, '');

/** The characters that printers and public notices may not be able to show. */
export const rareIn = (text: string): string => Array.from(text).filter((character) => rare.test(character)).join('');

/** Trimmed, full-width letters and digits made plain, inner runs of blanks made one. */
export const tidy = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/gu, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xFEE0)).replace(/[\s\u3000]+/gu, ' ').trim();

/** Without any blank, for codes that never contain one. */
export const withoutBlanks = (text: string): string => tidy(text).replaceAll(' ', '');

/** A name in the form in which two spellings of one person are equal: no middle dots, blanks or invisible characters, variants folded. */
export function foldName(name: string, variants: ReadonlyMap<string, string>): string {
  const plain = withoutInvisible(name).normalize('NFKC').replace(middleDots, '').replace(/\s+/gu, '').toLowerCase();
  return Array.from(plain, (character) => variants.get(character) ?? character).join('');
}
