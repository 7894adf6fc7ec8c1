// Letters and digits that nobody confuses when reading aloud.
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const checkLength = 4;

/** The number of a certificate, as in ZS-2026-0001-K3QD; the last part comes from a keyed index, so that numbers cannot be guessed in turn. */
export const credentialNumber = (prefix: string, year: number, serial: number, index: (text: string) => string): string => {
  const plain = `${prefix}-${year}-${String(serial).padStart(4, '0')}`;
  return `${plain}-${checkOf(index(`credential/${plain}`))}`;
};

const checkOf = (index: string): string =>
  Array.from({ length: checkLength }, (_, at) => alphabet.charAt((index.charCodeAt(2 * at) * 31 + index.charCodeAt(2 * at + 1)) % alphabet.length)).join('');

/** How people type a number: lower case, full-width signs and spaces are understood. */
export const readCredentialNumber = (text: string): string => text.normalize('NFKC').replace(/[\s‐-―]/g, (sign) => (/\s/.test(sign) ? '' : '-')).toUpperCase();

/** What a certificate says, in the one form that is signed. */
export type Certified = { region: string; number: string; personId: string; title: string; level: string; name: string; speciality: string; issuer: string; issuedOn: string };

/** Keys in a fixed order, so that the same certificate always gives the same text. */
export const payloadOf = ({ region, number, personId, title, level, name, speciality, issuer, issuedOn }: Certified): string =>
  JSON.stringify({ region, number, personId, title, level, name, speciality, issuer, issuedOn });
