/** The words that the fact dictionary and roster cells are written in; officials read those files, so they are Chinese. */
export const keywords = {
  enums: '枚举', facts: '事实',
  ordered: '有序', standard: '标准', values: '值', code: '码', label: '名', aliases: '别名', otherCodes: '另码',
  type: '型', domain: '域', key: '键', group: '类', authorities: '权威', ask: '问', evidence: '材料', privacy: '隐私',
  counts: '完备', length: '长', form: '形', unit: '单位', range: '范围', items: '项', complete: '齐',
} as const;

/** The words that the file of work types is written in. */
export const workWords = {
  likeness: '查重', shingle: '片段', window: '取样', hint: '提示', unverified: '待核', parts: '角色', first: '第一', alone: '独立',
  kinds: '类型', abstract: '摘要', items: '项', needed: '必填', evidence: '材料',
} as const;

/** Columns of the list fact that works feed. */
export const workFactColumns = { kind: '类型', level: '级别', first: '第一完成人', title: '题目', madeOn: '日期' } as const;

/** Fact types as the dictionary writes them. */
export const typeWords = { 日期: 'date', 整数: 'integer', 布尔: 'boolean', 枚举: 'enum', 列表: 'list', 文本: 'text' } as const;

/** Written forms of texts that have a checksum or a pattern. */
export const formWords = { 证件号码: 'idNumber', 手机号码: 'phone', 电子邮箱: 'email' } as const;

/** Privacy classes as the dictionary writes them. */
export const privacyWords = { 公开: 'public', 一般: 'general', 敏感: 'sensitive', 本人: 'own' } as const;

/** How people write yes and no in a cell. */
export const yesWords: readonly string[] = ['是', '有', '√', '✓', '对', 'Y', 'y', 'YES', 'yes', 'TRUE', 'true', '1'];
export const noWords: readonly string[] = ['否', '无', '没有', '×', '✗', 'N', 'n', 'NO', 'no', 'FALSE', 'false', '0'];

/** How yes and no are written out. */
export const yesWord = '是';
export const noWord = '否';

/** Words that stand for “still going on” where a date is asked. */
export const openEndWords: readonly string[] = ['至今', '现在', '目前', '今'];

/** The register that an institution keeps itself: what it says there stands as the authority's word. */
export const ownRegister = '单位人事库';

/** The group of facts about a procedure (a panel, a notice): rules use them, no person's file holds them. */
export const procedureGroup = '程序';

/** Facts that are read from the identity document itself. */
export const identityFacts = { birthDate: '出生日期', sex: '性别', male: '男', female: '女', name: '姓名', idNumber: '证件号码', phone: '手机号码' } as const;
