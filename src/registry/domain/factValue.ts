import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { isDay } from './day.ts';
import type { FactEnum, FactKind, FactValue, ValueKind } from './factKind.ts';
import { keywords, noWord, noWords, openEndWords, yesWord, yesWords } from './keywords.ts';
import { checkIdNumber } from './idNumber.ts';
import { isStorable, narrowText } from './narrowText.ts';
import { checkPhone } from './phone.ts';

type Scalar = string | number | boolean;
const longestText = 200;

/** The value that a cell's text means for a kind; codes, labels and their usual other writings are understood. */
export function readFactValue(kind: ValueKind, text: string): Answer<Scalar> {
  if (!isStorable(text)) return no('textInvalid', { field: kind.name });
  if (kind.type === 'date') return readDate(kind.name, text);
  if (kind.type === 'integer') return readInteger(kind, text);
  if (kind.type === 'boolean') return readBoolean(kind.name, text);
  if (kind.type === 'enum' && kind.enum) return readLabel(kind.name, kind.enum, text);
  if (kind.type === 'text') return readText(kind, text);
  return no('factNotText', { field: kind.name });
}

/** Is this value well-formed for its kind? Used where a value arrives as JSON instead of text. */
export function checkFactValue(kind: FactKind, value: FactValue): Answer<FactValue> {
  if (typeof value !== 'object') return kind.type === 'list' ? no('factType', { field: kind.name }) : checkScalar(kind, value);
  if (kind.type !== 'list' || !kind.items) return no('factType', { field: kind.name });
  for (const [at, row] of value[keywords.items].entries()) {
    for (const [column, cell] of Object.entries(row)) {
      const item = kind.items[column];
      const checked = item ? checkScalar(item, cell) : no('factColumn');
      if (!checked.ok) return no(checked.reason, { field: `${kind.name}[${at + 1}].${column}` });
    }
  }
  return yes(value);
}

/** A value as people read it; lists as the number of their entries. */
export function writeFactValue(kind: ValueKind, value: FactValue): string {
  if (typeof value === 'boolean') return value ? yesWord : noWord;
  if (typeof value === 'object') return String(value[keywords.items].length);
  return kind.unit && typeof value === 'number' ? `${value} ${kind.unit}` : String(value);
}

const jsonTypes = { date: 'string', integer: 'number', boolean: 'boolean', enum: 'string', text: 'string', list: 'object' } as const;

/** Is one value well-formed for its column? */
export function checkScalar(kind: ValueKind, value: Scalar): Answer<Scalar> {
  if (typeof value !== jsonTypes[kind.type]) return no('factType', { field: kind.name });
  return typeof value === 'boolean' ? yes(value) : readFactValue(kind, String(value));
}

function readDate(field: string, text: string): Answer<string> {
  const plain = narrowText(text);
  if (openEndWords.includes(plain)) return no('dateOpen', { field });
  const parts = plain.split(/\D+/).filter(Boolean);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  const [year = '', month = '', day = ''] = compact ? compact.slice(1) : parts;
  if (/^\d{4}$/.test(year) && month && !day && /^\d{1,2}$/.test(month)) return no('dateNeedsDay', { field, params: { proposed: written(year, month, '1') } });
  const date = written(year, month, day);
  return isDay(date) ? yes(date) : no('dateFormat', { field, params: { text: plain.slice(0, 20) } });
}

const written = (year: string, month: string, day: string): string => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

function readInteger(kind: ValueKind, text: string): Answer<number> {
  const plain = narrowText(text).replace(/,/g, '');
  const bare = kind.unit && plain.endsWith(kind.unit) ? plain.slice(0, -kind.unit.length).trim() : plain;
  if (!/^-?\d{1,15}(\.0+)?$/.test(bare)) return no('integerFormat', { field: kind.name });
  const value = Number(bare);
  if (value < (kind.min ?? value) || value > (kind.max ?? value)) return no('integerRange', { field: kind.name, params: { min: kind.min ?? '', max: kind.max ?? '' } });
  return yes(value);
}

function readBoolean(field: string, text: string): Answer<boolean> {
  const plain = narrowText(text);
  if (yesWords.includes(plain)) return yes(true);
  return noWords.includes(plain) ? yes(false) : no('booleanFormat', { field });
}

function readLabel(field: string, list: FactEnum, text: string): Answer<string> {
  const plain = narrowText(text);
  const found = list.values.find((value) => value.name === plain)
    ?? list.values.find((value) => value.aliases.includes(plain))
    ?? list.values.find((value) => value.code === plain || value.otherCodes.includes(plain));
  return found ? yes(found.name) : no('enumUnknown', { field, params: { text: plain.slice(0, 20), allowed: allowed(list) } });
}

const shownLabels = 8;
const allowed = (list: FactEnum): string =>
  list.values.slice(0, shownLabels).map((value) => value.name).join('\u3001') + (list.values.length > shownLabels ? '\u2026' : '');

function readText(kind: ValueKind, text: string): Answer<string> {
  const plain = text.trim();
  const limit = kind.length ?? longestText;
  const length = Array.from(plain).length;
  if (length > limit) return no('textLong', { field: kind.name, params: { length, limit } });
  if (kind.form === 'phone') return within(kind, checkPhone(plain), (read) => read.phone);
  if (kind.form === 'idNumber') return within(kind, checkIdNumber(plain, '9999-12-31'), (read) => read.idNumber);
  if (kind.form === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(plain)) return no('emailFormat', { field: kind.name });
  return yes(plain);
}

const within = <T>(kind: ValueKind, answer: Answer<T>, take: (value: T) => string): Answer<string> =>
  answer.ok ? yes(take(answer.value)) : no(answer.reason, { ...answer.detail, field: kind.name });

/** The entries of a list value as lines; a mark that is true shows its column's name. Empty for other kinds. */
export const writeEntries = (value: FactValue): string[] =>
  typeof value !== 'object' ? [] : value[keywords.items].map((row) =>
    Object.entries(row).flatMap(([column, cell]) => (typeof cell === 'boolean' ? (cell ? [column] : []) : [String(cell)])).join(' \u00b7 '));
