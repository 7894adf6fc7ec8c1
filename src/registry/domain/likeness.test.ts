import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fingerprintsOf, likenessOf, sharedStretches, shinglesOf } from './likeness.ts';
import { checkShares } from './workShares.ts';

const rule = { shingle: 4, window: 6, hint: 30, unverified: true };
const embolism = '基层首诊肺栓塞11例的识别路径：以呼吸困难、单侧下肢肿胀和血氧下降为线索，结合改良Wells评分与D-二聚体床旁检测，在乡镇卫生院完成初筛后经绿色通道转诊，十一例均在两小时内确诊。';
const hypertension = '村级高血压随访中断原因与补救：对七个行政村六年的随访记录做队列分析，外出务工、换药后不适与路程是中断的主要原因，改为电话加集中日随访后规范管理率由五成八升到七成九。';

describe('查重', () => {
  it('同文全同;换标点、全半角、大小写不算改', () => {
    assert.equal(likenessOf(embolism, embolism, rule.shingle), 100);
    assert.equal(likenessOf(embolism, embolism.replaceAll('，', ' , ').replaceAll('D', 'd').replaceAll('11', '１１'), rule.shingle), 100);
  });

  it('改几个词的近抄仍高,无关的文字近乎零', () => {
    const copied = embolism.replace('呼吸困难', '气促').replace('乡镇卫生院', '社区卫生服务中心').replace('两小时', '三小时').replace('11例', '12例');
    assert.ok(likenessOf(copied, embolism, rule.shingle) >= 65, `${likenessOf(copied, embolism, rule.shingle)}`);
    assert.ok(likenessOf(hypertension, embolism, rule.shingle) <= 3, `${likenessOf(hypertension, embolism, rule.shingle)}`);
  });

  it('抄进长文里的一段也查得到:按较短的一篇算', () => {
    assert.equal(likenessOf(hypertension + embolism, embolism, rule.shingle), 100);
    assert.ok(fingerprintsOf(hypertension + embolism, rule).some((each) => fingerprintsOf(embolism, rule).includes(each)));
  });

  it('任取一段够长的相同文字,取样必有相同指纹', () => {
    const sign = fc.constantFrom(...'基层首诊肺栓塞识别路径高血压随访中断原因补救社区卫生服务');
    const text = fc.array(sign, { minLength: rule.shingle + rule.window - 1, maxLength: 40 }).map((signs) => signs.join(''));
    fc.assert(fc.property(text, text, text, (before, shared, after) => {
      const found = new Set(fingerprintsOf(`${before}${shared}${after}`, rule));
      assert.ok(fingerprintsOf(`${after}${shared}${before}`, rule).some((each) => found.has(each)));
    }), { numRuns: 300 });
  });

  it('相似度对称,在 0 与 100 之间;空文不算相似', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }), (one, other) => {
      const percent = likenessOf(one, other, rule.shingle);
      assert.equal(percent, likenessOf(other, one, rule.shingle));
      assert.ok(percent >= 0 && percent <= 100 && Number.isInteger(percent));
    }), { numRuns: 300 });
    assert.equal(likenessOf('', embolism, rule.shingle), 0);
    assert.deepEqual([...shinglesOf('肺栓', 4)], ['肺栓']);
  });

  it('并排的两段拼回来就是原文,相同处连标点一起标出', () => {
    const stretches = sharedStretches(`本文另述。${embolism}`, embolism, rule.shingle);
    assert.equal(stretches.map(({ text }) => text).join(''), `本文另述。${embolism}`);
    assert.deepEqual(stretches.map(({ shared }) => shared), [false, true]);
    assert.deepEqual(sharedStretches(hypertension, '毫不相干的一段文字', rule.shingle), [{ text: hypertension, shared: false }]);
  });
});

describe('份额', () => {
  const first = { name: '第一完成人', first: true, alone: false };
  const told = (share: number, ...shares: number[]) => checkShares({ share, coworkers: shares.map((each, index) => ({ name: `合作者${index}`, share: each })) }, first);
  const reason = (answer: ReturnType<typeof told>) => (answer.ok ? '' : answer.reason);

  it('合计到 100 可以,101 不行并说明超出多少', () => {
    assert.equal(reason(told(60, 25, 15)), '');
    const over = told(60, 25, 16);
    assert.ok(!over.ok);
    assert.deepEqual([over.reason, over.detail?.params], ['sharesOver', { total: 101, over: 1 }]);
  });

  it('负数、零份额的本人、超过一百的个人都不行;独立完成不能有合作者', () => {
    assert.equal(reason(told(0)), 'shareRange');
    assert.equal(reason(told(10, -1)), 'shareRange');
    assert.equal(reason(told(10, 101)), 'shareRange');
    assert.equal(reason(checkShares({ share: 50, coworkers: [{ name: '甲', share: 50 }] }, { name: '独立完成', first: true, alone: true })), 'workAlone');
  });
});
