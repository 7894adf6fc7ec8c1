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

function encodeList(value: unknown, items: Record<string, Type>, dictionary: Dictionary): EncodedList | undefined {
  const list = value as Partial<Record<string, unknown>> | null;
  if (!list || typeof list !== 'object' || !Array.isArray(list[itemsWord]) || typeof list[completeWord] !== 'boolean') return undefined;
  const encoded = (list[itemsWord] as Record<string, unknown>[]).map((item) => {
    const fields: Record<string, number | undefined> = {};
    for (const name in items) fields[name] = encodeScalar(item[name], items[name] as Type, dictionary);
    return fields;
  });
  return { complete: list[completeWord], items: encoded };
}

/** Any fact's value in numbers; undefined when it does not fit. */
export function encode(value: FactValue | undefined, type: Type, dictionary: Dictionary): Encoded | undefined {
  return type.kind === 'list' ? encodeList(value, type.items, dictionary) : encodeScalar(value, type, dictionary);
}

/** The named facts of a person in numbers; what is absent or does not fit its type is unknown. */
export function encodeFacts(facts: Facts, names: readonly string[], dictionary: Dictionary): Record<string, Encoded | undefined> {
  const encoded: Record<string, Encoded | undefined> = {};
  for (const name of names) {
    const value = facts[name];
    const kind = dictionary.facts[name];
    if (value !== undefined && kind) encoded[name] = encode(value, kind.type, dictionary);
  }
  return encoded;
}
