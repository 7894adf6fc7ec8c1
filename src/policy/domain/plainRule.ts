import { asOfWord, functionWords, operatorWords } from './keywords.ts';

/** Words by key, with their places filled: the page's or the server's. */
export type Say = (key: string, params?: Record<string, string | number>) => string;

const signs: Record<string, string> = { '>=': 'atLeast', '<=': 'atMost', '!=': 'isNot', '=': 'is', '>': 'above', '<': 'below', '(': 'openBracket', ')': 'closeBracket' };
const piece = /"[^"]*"|>=|<=|!=|[=<>()[\],]|[^\s"<>=!()[\],]+/gu;

/** A rule as people read it: signs and operators in words, quotation marks gone, functions of the day of judgement named. */
export function plainRule(rule: string, w: Say): string {
  const years = new RegExp(`(\\S+?)\\(([^,()]+), ${asOfWord}\\)`, 'gu');
  const dated = rule.replace(years, (whole, name: string, of: string) => (functionWords[lastName(name)] === 'years' ? `${name.slice(0, -lastName(name).length)}${glue(w(yearsKey(lastName(name)), { of }))}` : whole));
  return dated.replace(/(\S+?)\(([^()[\]]+)(?:\[([^\]]*)\])?\)/gu, (whole, name: string, of: string, such: string | undefined) => listWords(whole, lastName(name), of, such, w))
    .match(piece)?.map((token) => said(token, w)).join('').trim() ?? rule;
}

/** How many items of a list, or whether there is one. */
function listWords(whole: string, name: string, of: string, such: string | undefined, w: Say): string {
  const found = functionWords[name];
  if (found !== 'count' && found !== 'exists') return whole;
  const before = whole.slice(0, whole.indexOf(`${name}(`));
  const listed = such === undefined ? of : w('policy.plain.such', { of, such: plainRule(such, w) });
  return `${before}${glue(w(`policy.plain.${found}`, { of: listed }))}`;
}

/** The function's own name, when a bracket stands right before it. */
const lastName = (name: string): string => name.replace(/^[([]+/u, '');
const ages = Object.keys(functionWords).find((name) => functionWords[name] === 'years');
const yearsKey = (name: string): string => (name === ages ? 'policy.plain.age' : 'policy.plain.years');
/** Keeps words that belong together as one piece until the signs have been said. */
const glue = (text: string): string => `"${text}"`;

function said(token: string, w: Say): string {
  if (token.startsWith('"')) return token.slice(1, -1);
  if (signs[token]) return w(`policy.plain.${signs[token]}`);
  const operator = operatorWords[token];
  return operator ? w(`policy.plain.${operator}`) : token;
}
