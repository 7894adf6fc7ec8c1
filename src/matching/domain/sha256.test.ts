import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { hexOf, hmacSha256, sha256Hex } from './sha256.ts';

test('自带的 SHA-256 与标准实现逐字节相同', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
    assert.equal(sha256Hex(bytes), createHash('sha256').update(bytes).digest('hex'));
  }), { numRuns: 400 });
  assert.equal(sha256Hex('杏林'), createHash('sha256').update('杏林').digest('hex'));
});

test('自带的 HMAC-SHA-256 与标准实现逐字节相同', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 150 }), fc.uint8Array({ maxLength: 150 }), (key, message) => {
    assert.equal(hexOf(hmacSha256(key)(message)), createHmac('sha256', key).update(message).digest('hex'));
  }), { numRuns: 300 });
});
