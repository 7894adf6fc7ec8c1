import assert from 'node:assert/strict';
import test from 'node:test';
import { sayIn } from '#platform/domain/words.ts';
import words from '../words.zh.ts';
import { plainRule } from './plainRule.ts';

const w = (key: string, params?: Record<string, string | number>) => sayIn(words, key, params);

test('规则读成一句话：符号成字，引号去掉', () => {
  assert.equal(plainRule('全职在岗 且 年度考核 >= "合格" 且 医德考评较差 = 假', w), '全职在岗，且年度考核不低于合格，且医德考评较差为否');
  assert.equal(plainRule('专业 属于 紧缺目录 且 学历 >= "本科"', w), '专业属于紧缺目录，且学历不低于本科');
});

test('周岁、周年与计数有自己的说法', () => {
  assert.equal(plainRule('周岁(出生日期, 基准日) <= 领军年龄上限', w), '周岁不超过领军年龄上限');
  assert.equal(plainRule('(学历 = "大专" 且 周年(现职称取得日期, 基准日) >= 大专晋升年数)', w), '（学历为大专，且现职称取得日期起满的年数不低于大专晋升年数）');
  assert.equal(plainRule('计数(成果[级别 >= "省级" 且 第一完成人]) >= 带头人成果数', w), '成果（级别不低于省级，且第一完成人）的件数不低于带头人成果数');
});

test('列表条件：件数与有无，说成人话', () => {
  assert.equal(plainRule('有(成果[类型 != "论文"]) 或 有(成果)', w), '有成果（类型不为论文）；或有成果');
  assert.equal(plainRule('计数(成果[级别 >= "市级" 且 第一完成人]) >= 代表作件数', w), '成果（级别不低于市级，且第一完成人）的件数不低于代表作件数');
});
