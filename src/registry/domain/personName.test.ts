import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkName, foldName, maskName } from './personName.ts';
import { nameQuery, nameTokens, tsQueryText } from './nameTokens.ts';

const read = (text: string) => {
  const answer = checkName(text);
  return answer.ok ? answer.value : answer;
};

describe('姓名', () => {
  it('第6行:间隔点写法不同是同一个名字', () => {
    const keys = ['阿卜杜拉·买买提', '阿卜杜拉•买买提', '阿卜杜拉．买买提', '阿卜杜拉・买买提', '阿卜杜拉. 买买提', '阿卜杜拉 买买提'].map((name) => foldName(name));
    assert.equal(new Set(keys).size, 1);
    assert.deepEqual(read('阿卜杜拉•买买提'), { name: '阿卜杜拉·买买提', corrected: true, rare: [] });
  });

  it('第6行:异体字按对照表折叠', () => assert.equal(foldName('呂靜', new Map([['呂', '吕'], ['靜', '静']])), foldName('吕静')));

  it('第7行:零宽与方向标记,说明在第几个字后', () => {
    assert.deepEqual(read('王小\u200b明'), { ok: false, reason: 'nameInvisible', detail: { params: { position: 2, proposed: '王小明' } } });
    assert.equal(checkName('\u202e王明').ok, false);
  });

  it('第8行:生僻字与自造字接受并提示', () => {
    assert.deepEqual(read('李𠮷䶮'), { name: '李𠮷䶮', corrected: false, rare: ['𠮷', '䶮'] });
    assert.deepEqual(read('李\ue000'), { name: '李\ue000', corrected: false, rare: ['\ue000'] });
  });

  it('第9行:脚本是普通文字', () => assert.equal(checkName('<script>1</script>').ok, true));

  it('第10行:NUL、孤立代理、过长', () => {
    const reason = (text: string) => { const answer = checkName(text); return answer.ok ? '' : answer.reason; };
    assert.equal(reason('王\u0000明'), 'textInvalid');
    assert.equal(reason('王\ud800'), 'textInvalid');
    assert.equal(reason('王'.repeat(51)), 'textLong');
    assert.equal(reason('\u3000 '), 'nameEmpty');
  });

  it('掩码只留首字', () => assert.equal(maskName('欧阳明月'), '欧***'));
});

describe('姓名检索的词', () => {
  const tokens = nameTokens('单雄信', ['shan', 'xiong', 'xin']);
  const found = (text: string) => nameQuery(text).demands.every((demand) => demand.some(({ token, prefix }) => tokens.some((each) => (prefix ? each.startsWith(token) : each === token))));

  it('片段、首字母、全拼、从中间起都能找到', () => {
    for (const text of ['单雄', '雄信', '单雄信', 'sxx', 'SX', 'xx', 'shanxiongxin', 'xiongx', 'shanxx', '单x', '信']) assert.equal(found(text), true, text);
  });

  it('不相干的找不到', () => {
    for (const text of ['单信', 'dxx', 'xs', 'danxiong']) assert.equal(found(text), false, text);
  });

  it('检索式里没有能起作用的符号', () => assert.equal(tsQueryText(nameQuery("'|a")), "('c/''|') & ('i/a':* | 'p/a':*)"));
});
