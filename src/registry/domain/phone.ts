import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { narrowText } from './narrowText.ts';

/** Reads a mobile number of the mainland: country code, spaces and hyphens are taken away; else phoneFormat. */
export function checkPhone(text: string): Answer<{ phone: string; corrected: boolean }> {
  const phone = narrowText(text).replace(/[\s()-]/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, '');
  return /^1[3-9]\d{9}$/.test(phone) ? yes({ phone, corrected: phone !== text }) : no('phoneFormat');
}

/** The number as others may see it, e.g. 138****8000. */
export const maskPhone = (phone: string): string => phone && `${phone.slice(0, 3)}****${phone.slice(-4)}`;
