import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkIdNumber, idChecksum, maskIdNumber } from './idNumber.ts';

const today = '2026-11-23';
const reasonOf = (text: string) => {
  const answer = checkIdNumber(text, today);
  return answer.ok ? '通过' : answer.reason;
};

describe('身份证号码(GB 11643)', () => {
  it('国标示例 11010519491231002X 通过,读出生日与性别', () => {
    assert.deepEqual(checkIdNumber('11010519491231002X', today), {
      ok: true, value: { idNumber: '11010519491231002X', corrected: false, birthDate: '1949-12-31', sex: 'female' },
    });
  });

  it('第1行:校验位不符', () => assert.equal(reasonOf('110105194912310021'), 'idChecksum'));

  it('第2行:日期不存在或在将来', () => {
    for (const day of ['19900230', '19901301', '20270101', '19000229']) {
      const body = `110105${day}002`;
      assert.equal(reasonOf(body + idChecksum(body)), 'idDate', day);
    }
  });

  it('第3行:被表格软件存成数字', () => {
    assert.equal(reasonOf('1.10105E+17'), 'idScientific');
    assert.equal(reasonOf('1.10105194912310E+17'), 'idScientific');
    assert.equal(reasonOf('110105194912310000'), 'idScientific');
  });

  it('第4行:小写 x、全角、空格自动更正并说明', () => {
    for (const text of ['11010519491231002x', '１１０１０５１９４９１２３１００２Ｘ', ' 110105 19491231 002X ', '11010519491231002X\u200b']) {
      const answer = checkIdNumber(text, today);
      assert.ok(answer.ok && answer.value.corrected, text);
      assert.equal(answer.ok && answer.value.idNumber, '11010519491231002X');
    }
  });

  it('位数不对、含字母', () => {
    for (const text of ['', '11010519491231002', '110105491231002', '11010519491231A02X', '01010519491231002X']) assert.equal(reasonOf(text), 'idFormat', text);
  });

  it('任何一位数字改动都能发现', () => {
    const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));
    const valid = fc.tuple(fc.integer({ min: 110101, max: 659999 }), day, fc.integer({ min: 1, max: 999 }))
      .map(([area, born, order]) => `${area}${born}${String(order).padStart(3, '0')}`).map((body) => body + idChecksum(body));
    fc.assert(fc.property(valid, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (idNumber, at, shift) => {
      assert.equal(reasonOf(idNumber), '通过');
      const digit = (Number(idNumber.charAt(at)) + shift) % 10;
      assert.notEqual(reasonOf(idNumber.slice(0, at) + digit + idNumber.slice(at + 1)), '通过');
    }), { seed: 11643, numRuns: 500 });
  });

  it('掩码只留行政区与末两位', () => assert.equal(maskIdNumber('11010519491231002X'), '110105**********2X'));
});
