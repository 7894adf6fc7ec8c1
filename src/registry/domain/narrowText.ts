// Zero-width and direction marks, soft hyphen, byte order mark: they hide in names pasted from web pages and cards.
const invisible = /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e0fff}]/u;
const everyInvisible = new RegExp(invisible.source, 'gu');

/** Full-width letters, digits and signs to their narrow forms; invisible marks and edge spaces gone. For codes, not for names. */
export const narrowText = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ').replace(everyInvisible, '').trim();

/** How many characters stand before the first invisible mark, or undefined when there is none. */
export function invisibleAfter(text: string): number | undefined {
  const found = Array.from(text).findIndex((character) => invisible.test(character));
  return found < 0 ? undefined : found;
}

/** The text without invisible marks. */
export const withoutInvisible = (text: string): string => text.replace(everyInvisible, '');

/** Can every character be kept? NUL, other controls and lone surrogates cannot. */
// oxlint-disable-next-line no-control-regex -- control characters are exactly what is looked for
export const isStorable = (text: string): boolean => text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text);
