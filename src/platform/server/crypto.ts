import { createCipheriv, createDecipheriv, createHmac, createPrivateKey, createPublicKey, createSecretKey, randomBytes, sign, verify, type KeyObject } from 'node:crypto';

/** Encryption of single values (ID numbers, phones), a keyed index that finds equal values without opening them, and signatures that anybody may check. */
export type Crypto = {
  /** Cipher text that also names its suite, so that suites can be changed without a flag day. */
  seal(plain: string): string;
  open(sealed: string): string;
  /** The same for whole files: the suite's mark, then cipher text. */
  sealBytes(plain: Uint8Array): Buffer;
  openBytes(sealed: Uint8Array): Buffer;
  /** The same plain text gives the same index; without the key an index tells nothing. */
  blindIndex(plain: string): string;
  /** Signature of a text, base64url; the same text has the same signature. */
  sign(text: string): string;
  isSigned(text: string, signature: string): boolean;
  /** The key (PEM) with which anybody may check signatures without this server. */
  publicKey: string;
};

const ivBytes = 12;
const tagBytes = 16;

/** AES-256-GCM with HMAC-SHA-256; `key` is 64 hexadecimal characters. */
export function aesCrypto(key: string): Crypto {
  const master = Buffer.from(key, 'hex');
  if (master.length !== 32) throw new Error('the data key must be 32 bytes in hexadecimal');
  const sealKey = createSecretKey(createHmac('sha256', master).update('seal').digest());
  const indexKey = createSecretKey(createHmac('sha256', master).update('index').digest());
  const signing = signingKey(master);
  const checking = createPublicKey(signing);
  return {
    seal: (plain) => sealWith(sealKey, plain),
    open: (sealed) => openWith(sealKey, sealed),
    sealBytes: (plain) => Buffer.concat([suiteMark, sealedBytes(sealKey, plain)]),
    openBytes: (sealed) => openFile(sealKey, Buffer.from(sealed)),
    blindIndex: (plain) => createHmac('sha256', indexKey).update(plain).digest('base64url'),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), signing).toString('base64url'),
    isSigned: (text, signature) => verify(null, Buffer.from(text, 'utf8'), checking, Buffer.from(signature, 'base64url')),
    publicKey: checking.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

// An Ed25519 key is 32 bytes; this head makes them the PKCS #8 form that the runtime reads.
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');
const signingKey = (master: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([pkcs8Head, createHmac('sha256', master).update('sign').digest()]), format: 'der', type: 'pkcs8' });

const suiteMark = Buffer.from('aes1.');

const sealWith = (key: KeyObject, plain: string): string => `aes1.${sealedBytes(key, Buffer.from(plain)).toString('base64url')}`;

function sealedBytes(key: KeyObject, plain: Uint8Array): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

function openWith(key: KeyObject, sealed: string): string {
  const [suite, text] = sealed.split('.');
  if (suite !== 'aes1' || !text) throw new Error('unknown cipher suite');
  return openedBytes(key, Buffer.from(text, 'base64url')).toString('utf8');
}

function openFile(key: KeyObject, sealed: Buffer): Buffer {
  if (!sealed.subarray(0, suiteMark.length).equals(suiteMark)) throw new Error('unknown cipher suite');
  return openedBytes(key, sealed.subarray(suiteMark.length));
}

function openedBytes(key: KeyObject, bytes: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes));
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
}
