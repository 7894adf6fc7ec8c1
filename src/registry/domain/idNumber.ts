import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { isDay } from './day.ts';
import { narrowText } from './narrowText.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/** What a valid ID number says: the number as it is kept, whether the writing was corrected, and its holder's birth date and sex. */
export type IdNumber = { idNumber: string; corrected: boolean; birthDate: string; sex: 'male' | 'female' };

/** The 18th character for the first 17 digits (GB 11643-1999). */
export const idChecksum = (digits: string): string =>
  checkCharacters.charAt(weights.reduce((sum, weight, at) => sum + weight * Number(digits.charAt(at)), 0) % 11);

/** Reads an ID number: corrects width, spaces and a small x; refuses idScientific, idFormat, idDate, idChecksum. */
export function checkIdNumber(text: string, today: string): Answer<IdNumber> {
  const idNumber = narrowText(text).replace(/[\s'’-]/g, '').toUpperCase();
  if (/^\d(\.\d+)?E\+?\d+$/.test(idNumber) || isRounded(idNumber)) return no('idScientific');
  if (!/^[1-9]\d{16}[\dX]$/.test(idNumber)) return no('idFormat', { params: { length: idNumber.length } });
  const birthDate = idNumber.slice(6, 14).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  if (!isDay(birthDate) || birthDate > today || birthDate < '1880-01-01') return no('idDate', { params: { date: birthDate } });
  if (idChecksum(idNumber) !== idNumber.charAt(17)) return no('idChecksum');
  const sex = Number(idNumber.charAt(16)) % 2 === 1 ? 'male' : 'female';
  return yes({ idNumber, corrected: idNumber !== text, birthDate, sex });
}

// Excel keeps 15 digits of a number: the last three have become zeros, which the checksum seldom forgives.
const isRounded = (text: string): boolean => /^[1-9]\d{14}000$/.test(text) && idChecksum(text) !== '0';

/** The number as people may see it: area and last two only, e.g. 110105**********02. */
export const maskIdNumber = (idNumber: string): string => `${idNumber.slice(0, 6)}**********${idNumber.slice(-2)}`;
