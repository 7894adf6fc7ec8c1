/** The words of the language as an official writes them; the only Chinese in the engine. */
export const operatorWords: Record<string, string> = {
  且: 'and', and: 'and', 或: 'or', or: 'or', 非: 'not', not: 'not', 属于: 'in', in: 'in',
  真: 'true', true: 'true', 假: 'false', false: 'false',
};

/** Functions of the language and the operation each stands for. */
export const functionWords: Record<string, 'known' | 'years' | 'count' | 'exists'> = {
  已知: 'known', known: 'known', 周岁: 'years', 周年: 'years', years: 'years', 计数: 'count', count: 'count', 有: 'exists', exists: 'exists',
};

/** Money units a number may carry, in fen. */
export const moneyUnits: Record<string, number> = { 元: 100, 万元: 1_000_000, 亿元: 10_000_000_000 };

/** The name of the day a decision is made for. */
export const asOfWord = '基准日';

/** Signs that look right on a Chinese keyboard, and what to type instead. */
export const fullWidthSigns: Record<string, string> = {
  '＜': '<', '＞': '>', '＝': '=', '（': '(', '）': ')', '，': ',', '“': '"', '”': '"', '［': '[', '］': ']', '【': '[', '】': ']',
  '＋': '+', '－': '-', '×': '*', '！': '!', '：': ':', '；': ';', '。': '.', '、': ',',
};

/** Keys of a list fact: whether the list is complete, and its items. */
export const completeWord = '齐';
/** See completeWord. */
export const itemsWord = '项';

/** Verdicts as the tests of a pack write them. */
export const verdictWords = { yes: '是', no: '否', unknown: '未知' } as const;

/** Types as the dictionary and parameters write them. */
export const typeWords = { date: '日期', integer: '整数', boolean: '布尔', enumeration: '枚举', list: '列表', catalogue: '目录' } as const;

/** How results of one group are put together. */
export const compositionWords = { highest: '取最高', capped: '累加封顶', topUp: '补差', excluded: '排斥' } as const;

/** How one row of an amount table is chosen. */
export const pickWords = { highest: '最高', first: '首行' } as const;

/** Whom a policy judges: a person, or a procedure such as a panel or a notice. */
export const subjectWords = { person: '个人', procedure: '程序' } as const;

/** What a policy is for: a title or a category that people work towards, something due to them, or something they owe. */
export const purposeWords = { title: '职称', category: '人才类别', benefit: '待遇', duty: '义务' } as const;

/** Keys of a policy file. */
export const packWords = {
  code: '政策', title: '名称', subject: '对象', purpose: '用途', insteadOf: '代替上级结果', version: '版本', force: '施行', replaces: '替代', documents: '依据', parameters: '参数', clauses: '条款',
  results: '结果', composition: '叠加', tests: '测试', note: '说明',
} as const;
export const forceWords = { from: '起', to: '止' } as const;
export const documentWords = { name: '名', number: '文号', issuers: '发文', date: '日期', reliability: '可信度', address: '网址' } as const;
export const parameterWords = { type: '型', domain: '域', value: '值', dated: '值按日', unverified: '待核', basis: '据', label: '名' } as const;
export const datedWords = { from: '起', value: '值' } as const;
export const clauseWords = { basis: '据', exceptionTo: '例外于', when: '当', then: '则', unverified: '待核', note: '说明' } as const;
export const resultWords = {
  basis: '据', when: '当', group: '组', qualification: '资格', service: '服务', standard: '标准', amount: '金额', table: '金额表', unverified: '待核', note: '说明',
} as const;
export const tableWords = { pick: '取', rows: '行' } as const;
export const rowWords = { when: '当', amount: '额' } as const;
export const compositionKeys = { rule: '规则', groups: '组', cap: '封顶', when: '若', received: '已享', basis: '据' } as const;
export const testWords = { name: '例', like: '同', without: '去', asOf: '基准日', facts: '给', expected: '期' } as const;

/** Special entries of a test's expectation. */
export const expectedWords = { missing: '缺', total: '合计' } as const;

/** Keys of the fact dictionary that the language needs. */
export const dictionaryWords = {
  enumerations: '枚举', facts: '事实', ordered: '有序', values: '值', label: '名', type: '型', domain: '域', items: '项', key: '键', question: '问',
} as const;
