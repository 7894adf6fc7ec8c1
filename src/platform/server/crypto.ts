import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';

/** Encryption of single values (ID numbers, phones), and a keyed index that finds equal values without opening them. */
export type Crypto = {
  /** Cipher text that also names its suite, so that suites can be changed without a flag day. */
  seal(plain: string): string;
  open(sealed: string): string;
  /** The same plain text gives the same index; without the key an index tells nothing. */
  blindIndex(plain: string): string;
};

const ivBytes = 12;
const tagBytes = 16;

/** AES-256-GCM with HMAC-SHA-256; `key` is 64 hexadecimal characters. */
export function aesCrypto(key: string): Crypto {
  const master = Buffer.from(key, 'hex');
  if (master.length !== 32) throw new Error('the data key must be 32 bytes in hexadecimal');
  const sealKey = createSecretKey(createHmac('sha256', master).update('seal').digest());
  const indexKey = createSecretKey(createHmac('sha256', master).update('index').digest());
  return {
    seal: (plain) => sealWith(sealKey, plain),
    open: (sealed) => openWith(sealKey, sealed),
    blindIndex: (plain) => createHmac('sha256', indexKey).update(plain).digest('base64url'),
  };
}

function sealWith(key: KeyObject, plain: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return `aes1.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
}

function openWith(key: KeyObject, sealed: string): string {
  const [suite, text] = sealed.split('.');
  if (suite !== 'aes1' || !text) throw new Error('unknown cipher suite');
  const bytes = Buffer.from(text, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes));
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
}
