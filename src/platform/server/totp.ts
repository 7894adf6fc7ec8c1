import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const periodSeconds = 30;
const totpOf = (secret: string, label = '') => new TOTP({ issuer: 'Xinglin', label, secret: Secret.fromBase32(secret), digits: 6, period: periodSeconds });

/** A new secret for one-time codes, in base 32. */
export const newTotpSecret = (): string => new Secret({ buffer: new Uint8Array(randomBytes(20)).buffer }).base32;

/** The address that an authenticator app reads as a QR code. */
export const totpUri = (secret: string, label: string): string => totpOf(secret, label).toString();

/** The period a code belongs to, one period of clock drift allowed; undefined where it is wrong. */
export function totpStep(secret: string, code: string, now: Date): number | undefined {
  const drift = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return drift === null ? undefined : Math.floor(now.getTime() / 1000 / periodSeconds) + drift;
}
