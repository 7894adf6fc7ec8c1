import { dayNumber } from './calendar.ts';
import { completeWord, itemsWord } from './keywords.ts';
import { lex } from './lex.ts';
import type { Dictionary, FactValue, Facts, Type } from './model.ts';

/** A list fact in numbers; a field that is absent is unknown. */
export type EncodedList = { complete: boolean; items: Record<string, number | undefined>[] };
export type Encoded = number | EncodedList;

/** Money such as “30万元” in fen; undefined when it is no amount. */
export function moneyFen(text: string): number | undefined {
  try {
    const [token, end] = lex(text);
    return token?.kind === 'number' && end?.kind === 'end' ? token.value : undefined;
  } catch {
    return undefined;
  }
}

/** A plain value as the integer the language computes with; undefined when it does not fit the type. */
export function encodeScalar(value: unknown, type: Type, dictionary: Dictionary): number | undefined {
  switch (type.kind) {
    case 'boolean': return typeof value === 'boolean' ? Number(value) : undefined;
    case 'integer': return typeof value === 'number' ? (Number.isSafeInteger(value) ? value : undefined) : typeof value === 'string' ? moneyFen(value) : undefined;
    case 'date': return typeof value === 'string' ? dayNumber(value) : undefined;
    case 'enumeration': return typeof value === 'string' ? dictionary.enumerations[type.domain]?.ranks.get(value) : undefined;
    default: return undefined;
  }
}

type Encoder = (value: unknown) => Encoded | undefined;

function listEncoder(items: Record<string, Type>, dictionary: Dictionary): Encoder {
  const fields = Object.entries(items).map(([name, type]) => ({ name, encode: encoderOf(type, dictionary) as (value: unknown) => number | undefined }));
  return (value) => {
    const list = value as Partial<Record<string, unknown>> | null;
    if (!list || typeof list !== 'object' || !Array.isArray(list[itemsWord]) || typeof list[completeWord] !== 'boolean') return undefined;
    const encoded = (list[itemsWord] as Record<string, unknown>[]).map((item) => {
      const read: Record<string, number | undefined> = {};
      for (const { name, encode: each } of fields) read[name] = each(item[name]);
      return read;
    });
    return { complete: list[completeWord], items: encoded };
  };
}

function encoderOf(type: Type, dictionary: Dictionary): Encoder {
  if (type.kind === 'list') return listEncoder(type.items, dictionary);
  return (value) => (value === undefined ? undefined : encodeScalar(value, type, dictionary));
}

/** Any fact's value in numbers; undefined when it does not fit. */
export const encode = (value: FactValue | undefined, type: Type, dictionary: Dictionary): Encoded | undefined => encoderOf(type, dictionary)(value);

const encoders = new WeakMap<readonly string[], { name: string; encode: Encoder }[]>();

/** How to read a policy's facts, worked out once for its list of names. */
function encodersFor(names: readonly string[], dictionary: Dictionary): { name: string; encode: Encoder }[] {
  const kept = encoders.get(names);
  if (kept) return kept;
  const made = names.flatMap((name) => {
    const kind = dictionary.facts[name];
    return kind ? [{ name, encode: encoderOf(kind.type, dictionary) }] : [];
  });
  encoders.set(names, made);
  return made;
}

/** The named facts of a person in numbers; what is absent or does not fit its type is unknown. */
export function encodeFacts(facts: Facts, names: readonly string[], dictionary: Dictionary): Record<string, Encoded | undefined> {
  const encoded: Record<string, Encoded | undefined> = {};
  for (const { name, encode: read } of encodersFor(names, dictionary)) encoded[name] = read(facts[name]);
  return encoded;
}
