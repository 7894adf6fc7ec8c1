import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { narrowText } from './narrowText.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The 18th character for the first 17 (GB 32100-2015: weights 3^i mod 31). */
export function creditCodeChecksum(first17: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** Reads a unified social credit code; refuses creditCodeFormat and creditCodeChecksum. */
export function checkCreditCode(text: string): Answer<{ creditCode: string; corrected: boolean }> {
  const creditCode = narrowText(text).replace(/[\s-]/g, '').toUpperCase();
  if (creditCode.length !== 18 || Array.from(creditCode).some((character) => !alphabet.includes(character))) return no('creditCodeFormat');
  if (creditCodeChecksum(creditCode.slice(0, 17)) !== creditCode.charAt(17)) return no('creditCodeChecksum');
  return yes({ creditCode, corrected: creditCode !== text });
}
