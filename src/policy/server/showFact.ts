import { completeWord, itemsWord } from '../domain/keywords.ts';
import type { FactValue } from '../domain/policy.ts';
import words from '../words.zh.ts';

/** A fact as a person reads it; a list is told by its length and whether it is complete. */
export function showFact(value: FactValue): string {
  if (typeof value === 'boolean') return words[value ? 'policy.yes' : 'policy.no'];
  if (typeof value !== 'object') return String(value);
  const count = words['policy.items'].replace('{n}', String(value[itemsWord].length));
  return value[completeWord] ? count : `${count}${words['policy.listOpen']}`;
}
