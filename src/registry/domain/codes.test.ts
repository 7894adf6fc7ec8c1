import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkCreditCode, creditCodeChecksum } from './creditCode.ts';
import { checkPhone, maskPhone } from './phone.ts';

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

describe('统一社会信用代码(GB 32100-2015)与手机号码', () => {
  it('两个公开示例通过', () => {
    for (const code of ['91350100M000100Y43', '12330000470051726F']) assert.equal(checkCreditCode(code).ok, true, code);
  });

  it('校验位不符、字符集外(I O S V Z)、位数不对', () => {
    const reason = (text: string) => { const answer = checkCreditCode(text); return answer.ok ? '' : answer.reason; };
    assert.equal(reason('91350100M000100Y44'), 'creditCodeChecksum');
    assert.equal(reason('9135O100M000100Y43'), 'creditCodeFormat');
    assert.equal(reason('91350100M000100Y4'), 'creditCodeFormat');
  });

  it('全角与小写自动更正', () => {
    const answer = checkCreditCode('９１350100m000100y43');
    assert.ok(answer.ok && answer.value.corrected && answer.value.creditCode === '91350100M000100Y43');
  });

  it('任何一个字符改动都能发现', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 }), fc.nat(16), fc.integer({ min: 1, max: 30 }), (body, at, shift) => {
      const code = body.join('') + creditCodeChecksum(body.join(''));
      const changed = [...code];
      changed[at] = alphabet[(alphabet.indexOf(code.charAt(at)) + shift) % 31]!;
      assert.equal(checkCreditCode(code).ok, true);
      assert.equal(checkCreditCode(changed.join('')).ok, false);
    }), { seed: 32100, numRuns: 500 });
  });

  it('手机号码去掉国家码、空格与全角', () => {
    for (const text of ['+86 138-0013-8000', '８６13800138000', '13800138000']) {
      const answer = checkPhone(text);
      assert.equal(answer.ok && answer.value.phone, '13800138000', text);
    }
    for (const text of ['12800138000', '1380013800', '']) assert.equal(checkPhone(text).ok, false, text);
    assert.equal(maskPhone('13800138000'), '138****8000');
  });
});
