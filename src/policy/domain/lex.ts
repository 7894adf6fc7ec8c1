import { fullWidthSigns, moneyUnits, operatorWords } from './keywords.ts';
import { dayNumber } from './calendar.ts';
import type { Span } from './model.ts';
import { Fault } from './syntax.ts';

export type Token = { span: Span; kind: 'number' | 'day' | 'text' | 'name' | 'word' | 'sign' | 'end'; text: string; value: number };

const patterns = {
  space: /[\s\u3000]+/y,
  day: /\d{4}-\d{2}-\d{2}/y,
  number: /\d+(\.\d+)?/y,
  text: /"([^"\n]*)"/y,
  name: /[\p{L}_][\p{L}\p{N}_·]*/uy,
  sign: /<=|>=|!=|[≤≥≠<>=+\-*()[\],]/y,
};
const sameSign: Record<string, string> = { '≤': '<=', '≥': '>=', '≠': '!=' };

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

function readNumber(source: string, found: string, at: number): Token {
  const end = at + found.length;
  const unit = match(patterns.name, source, end)?.[0] ?? '';
  const span = { from: at, to: end + unit.length };
  if (unit && !moneyUnits[unit]) throw new Fault('policyNumberUnit', span, { found: found + unit });
  const value = Math.round(Number(found) * (moneyUnits[unit] ?? 1));
  const exact = unit ? Math.abs(value - Number(found) * (moneyUnits[unit] ?? 1)) < 1e-6 : !found.includes('.');
  if (!exact || !Number.isSafeInteger(value)) throw new Fault('policyNumberWhole', span, { found });
  return { span, kind: 'number', text: found + unit, value };
}

function readDay(found: string, at: number): Token {
  const span = { from: at, to: at + found.length };
  const value = dayNumber(found);
  if (value === undefined) throw new Fault('policyNoSuchDay', span, { found });
  return { span, kind: 'day', text: found, value };
}

function readOne(source: string, at: number): Token {
  const make = (kind: Token['kind'], text: string, length: number): Token => ({ span: { from: at, to: at + length }, kind, text, value: 0 });
  const sign = source[at] ?? '';
  const instead = fullWidthSigns[sign];
  if (instead) throw new Fault('policyFullWidth', { from: at, to: at + 1 }, { found: sign, use: instead });
  const day = match(patterns.day, source, at);
  if (day) return readDay(day[0], at);
  const number = match(patterns.number, source, at);
  if (number) return readNumber(source, number[0], at);
  const text = match(patterns.text, source, at);
  if (text) return make('text', text[1] ?? '', text[0].length);
  const name = match(patterns.name, source, at);
  if (name) return make(operatorWords[name[0]] ? 'word' : 'name', operatorWords[name[0]] ?? name[0].normalize('NFC'), name[0].length);
  const found = match(patterns.sign, source, at);
  if (found) return make('sign', sameSign[found[0]] ?? found[0], found[0].length);
  throw new Fault(sign === '"' ? 'policyTextOpen' : 'policySign', { from: at, to: at + 1 }, { found: sign });
}

/** Cuts an expression into tokens; full-width signs get a fault that says what to type. */
export function lex(source: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < source.length; ) {
    const space = match(patterns.space, source, at);
    if (space) {
      at += space[0].length;
      continue;
    }
    const token = readOne(source, at);
    tokens.push(token);
    at = token.span.to;
  }
  tokens.push({ span: { from: source.length, to: source.length }, kind: 'end', text: '', value: 0 });
  return tokens;
}
