import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { blind, isSigned, motionKeys, signBlinded, unblind, type VoteSecret } from './blindSignature.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const chanceOf = (text: string) => Array.from({ length: 9 }, (_, block) => hash(`${text}/${block}`)).join('');

function secretOf(): VoteSecret {
  const { p = '', q = '' } = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  const hex = (text: string) => Buffer.from(text, 'base64url').toString('hex');
  return { p: hex(p), q: hex(q) };
}
const secret = secretOf();
const keys = motionKeys(secret, 4);

test('盲签：去盲后可验；换件、换票、改一位都验不过', () => {
  fc.assert(fc.property(fc.string(), fc.nat(3), (text, motion) => {
    const [key, other] = [keys[motion]!, keys[(motion + 1) % 4]!];
    const token = hash(text);
    const signature = unblind(key, signBlinded(secret, key.exponent, blind(key, token, chanceOf(text)))!, chanceOf(text));
    assert.ok(isSigned(key, token, signature));
    assert.equal(isSigned(other, token, signature), false);
    assert.equal(isSigned(key, hash(`${text}.`), signature), false);
    assert.equal(isSigned(key, token, (BigInt(`0x${signature}`) ^ 1n).toString(16)), false);
  }), { numRuns: 15 });
});

test('盲签：同一张票用不同随机数遮盖，签发方看到的毫无共同之处；任一遮盖值都可能是任一张票', () => {
  const [key] = keys as [typeof keys[number]];
  const seen = new Set(['a', 'b', 'c', 'd'].map((text) => blind(key, hash('票'), chanceOf(text))));
  assert.equal(seen.size, 4);
  // whoever holds a blinded value and any other token finds a random number that fits both: it singles nobody out
  const blinded = BigInt(`0x${blind(key, hash('甲'), chanceOf('x'))}`);
  const n = BigInt(`0x${key.modulus}`);
  const plain = BigInt(`0x${blind(key, hash('乙'), '1')}`);
  const ratio = modulo(blinded * modularInverse(plain, n), n).toString(16);
  const fitting = signBlinded(secret, key.exponent, ratio)!;
  assert.equal(blind(key, hash('乙'), fitting), blinded.toString(16));
});

test('盲签：指数互不相同、都是可用的素数；不成数的请求不签', () => {
  assert.equal(new Set(keys.map(({ exponent }) => exponent)).size, 4);
  assert.ok(keys.every(({ exponent }) => exponent >= 65537));
  assert.equal(signBlinded(secret, keys[0]!.exponent, '1'), undefined);
  assert.equal(signBlinded(secret, keys[0]!.exponent, `${keys[0]!.modulus}0`), undefined);
  assert.equal(isSigned(keys[0]!, hash('x'), 'zz'), false);
});

const modulo = (value: bigint, n: bigint) => ((value % n) + n) % n;
function modularInverse(value: bigint, n: bigint): bigint {
  let [a, b, x, y] = [n, modulo(value, n), 0n, 1n];
  while (b !== 0n) { const q = a / b; [a, b, x, y] = [b, a - q * b, y, x - q * y]; }
  return modulo(x, n);
}
