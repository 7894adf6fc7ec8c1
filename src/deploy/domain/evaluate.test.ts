import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { checkFigures, evaluate, evaluateTerm, scoreBy } from './evaluate.ts';
import { EvaluationIndex, type Figures } from './evaluationIndex.ts';
import { readFigureTable } from './figureTable.ts';

const index = EvaluationIndex.parse(parse(fs.readFileSync('regions/harbin/indexes/four-elements.yaml', 'utf8')));
const good: Figures = { appraisal: '优秀', complaints: 0, visits: 800, critical: 20, errors: 0, taught: 10, lectures: 2, credits: 25, outreach: 6, duty: 1 };

test('逐项得分：满分值按比例，投诉按档，医德按等次；合计用整数算', () => {
  const table: [Partial<Figures>, number, string][] = [
    [{}, 1000, '优秀'],
    [{ visits: 400 }, 900, '优秀'], // 临床 75 分 × 40%
    [{ visits: 399 }, 898, '良好'], // 399/800 记 49 分
    [{ appraisal: '一般', complaints: 1 }, 900, '优秀'],
    [{ visits: 0, critical: 0, errors: 1 }, 600, '合格'],
    [{ visits: 0, critical: 0, errors: 1, duty: 0 }, 540, '不合格'],
  ];
  for (const [change, tenths, level] of table) {
    const result = evaluate(index, { ...good, ...change } as Figures);
    assert.deepEqual([result.tenths, result.level], [tenths, level], JSON.stringify(change));
  }
});

test('医德“较差”一票否决：分再高也是不合格，并说出是哪一项', () => {
  const result = evaluate(index, { ...good, appraisal: '较差' });
  assert.deepEqual([result.tenths, result.level, result.vetoedBy], [825, '不合格', '医德考评等次']);
});

test('缺一个数就没有总分，并说出缺哪些；不拿零充数', () => {
  const { visits: _visits, duty: _duty, ...rest } = good;
  const result = evaluate(index, rest);
  assert.deepEqual([result.tenths, result.level, result.missing], [null, null, ['年诊治人次', '突发事件和应急任务']]);
  assert.equal(result.elements[0]?.tenths, 1000, '不缺数的要素照常有分');
});

test('任期：三年平均，任一年被否决，任期也被否决', () => {
  const year = (change: Partial<Figures>) => evaluate(index, { ...good, ...change } as Figures);
  assert.deepEqual(pick(evaluateTerm(index, [year({}), year({ visits: 400 }), year({ visits: 399 })])), [933, '优秀', null]);
  assert.deepEqual(pick(evaluateTerm(index, [year({}), year({}), year({ appraisal: '较差' })])), [942, '不合格', '医德考评等次']);
});
const pick = ({ tenths, level, vetoedBy }: ReturnType<typeof evaluate>) => [tenths, level, vetoedBy];

const figure = fc.record({
  appraisal: fc.constantFrom('优秀', '良好', '一般'), complaints: fc.nat(5), visits: fc.nat(2000), critical: fc.nat(40), errors: fc.nat(3), taught: fc.nat(20), lectures: fc.nat(5), credits: fc.nat(60), outreach: fc.nat(12), duty: fc.nat(4),
});

test('分数在 0 到 100 之间；做得更多分不会更低，投诉和差错更多分不会更高', () => {
  fc.assert(fc.property(figure, fc.constantFrom('visits', 'critical', 'taught', 'lectures', 'credits', 'outreach', 'duty'), fc.constantFrom('complaints', 'errors'), fc.integer({ min: 1, max: 50 }), (figures, more, worse, by) => {
    const tenths = evaluate(index, figures).tenths ?? -1;
    assert.ok(tenths >= 0 && tenths <= 1000);
    assert.ok((evaluate(index, { ...figures, [more]: figures[more] + by }).tenths ?? -1) >= tenths);
    assert.ok((evaluate(index, { ...figures, [worse]: figures[worse] + by }).tenths ?? 1001) <= tenths);
    assert.equal(evaluate(index, { ...figures, appraisal: '较差' }).level, '不合格');
  }), { seed: 31 });
});

test('坏的数：不认识的指标、负数、小数、没有的等次，各有说法', () => {
  const table: [Figures, string][] = [[{ nothing: 1 }, 'indicatorUnknown'], [{ visits: -1 }, 'figureNumber'], [{ visits: '很多' }, 'figureNumber'], [{ appraisal: '极好' }, 'figureChoice'], [{ visits: 10_000_000 }, 'figureTooLarge']];
  for (const [figures, reason] of table) {
    const answer = checkFigures(index, figures);
    assert.ok(!answer.ok);
    assert.equal(answer.reason, reason);
  }
  assert.equal(scoreBy({ kind: 'full', full: 3 }, 1), 33);
});

test('指标表的权重不足一百、等次线不到零、指标重复，一律不收', () => {
  const whole = parse(fs.readFileSync('regions/harbin/indexes/four-elements.yaml', 'utf8')) as EvaluationIndex;
  const spoilt = [{ ...whole, elements: whole.elements.slice(1) }, { ...whole, levels: whole.levels.slice(0, 3) }, { ...whole, elements: whole.elements.map((element) => ({ ...element, indicators: element.indicators.map((each) => ({ ...each, key: 'same' })) })) }];
  for (const each of spoilt) assert.equal(EvaluationIndex.safeParse(each).success, false);
});

test('从 Excel 贴来的表：空格子不算，列名、重名、不是数的格子说出在哪', () => {
  const read = readFigureTable(index, '姓名\t年诊治人次\t医德考评等次\n甲\t900\t优秀\n乙\t\t良好\n');
  assert.ok(read.ok);
  assert.deepEqual(read.value.map(({ name, figures }) => [name, figures]), [['甲', { visits: 900, appraisal: '优秀' }], ['乙', { appraisal: '良好' }]]);
  const table = [['', 'figureTableEmpty'], ['姓名\t心情\n甲\t好', 'figureTableHead'], ['姓名\t年诊治人次\n甲\t一百', 'figureLineNumber'], ['姓名\t年诊治人次\n\t100', 'figureLineName'], ['姓名\t年诊治人次\n甲\t1\n甲\t2', 'figureLineTwice']] as const;
  for (const [text, reason] of table) {
    const answer = readFigureTable(index, text);
    assert.ok(!answer.ok);
    assert.equal(answer.reason, reason);
  }
});
