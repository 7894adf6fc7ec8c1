import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { expectYes, yes } from '#platform/domain/answer.ts';
import { Role, type Actor } from '#platform/domain/actor.ts';
import { perform } from '#platform/server/call.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { idChecksum } from '../domain/idNumber.ts';
import { addPeople } from './addPeople.ts';
import { correctFact } from './correctFact.ts';
import { findKnownPeople } from './findKnownPeople.ts';
import { findPeople } from './findPeople.ts';
import { keepApart, mergePeople } from './mergePeople.ts';
import { listDoubles } from './listDoubles.ts';
import { listRoster } from './listRoster.ts';
import { openOrganisations } from './openOrganisations.ts';
import { peopleById } from './peopleById.ts';
import { viewMyFile, viewPerson } from './viewPerson.ts';
import { withdrawConsent } from './withdrawConsent.ts';

const app = await testDatabase();
const as = (role: Role, place = '', personId = '', regionId = 'putuo'): Actor => ({
  accountId: `acc_${role}`, personId, role, regionId, organisationId: place && `${regionId}-${place}`, organisationPath: place && `${regionId}.wjw.${place}`,
});
const bureau = as('bureau');
const idOf = (order: number, day = '19850417') => ((body) => body + idChecksum(body))(`310107${day}${String(order).padStart(3, '0')}`);
const entry = (order: number, name: string, place: string, facts: Record<string, string> = {}, day?: string) => ({
  cause: `import:t:${order}`, idNumber: idOf(order, day), name, phone: '', source: 'import', evidence: '花名册第1行', employment: { organisationId: `putuo-${place}`, from: '2020-01-01', post: '医师' },
  facts: Object.entries(facts).map(([kind, value]) => ({ kind, value })),
} as const);
const roster = [
  entry(1, '单雄信', 'zxyy', { 职称: '中级', 科室: '内科' }), entry(2, '曾静怡', 'zxyy', { 职称: '副高' }), entry(3, '单静', 'rmyy'),
  entry(4, '阿卜杜拉·买买提', 'rmyy'), entry(5, '欧阳静怡', 'zrsq'), entry(6, '李静', 'zrsq', {}, '19800101'),
];
const ids: Record<string, string> = {};
const find = async (actor: Actor, q: string) => expectYes(await perform(app, actor, findPeople, { q, limit: 20 })).rows.map((row) => row.name);

before(async () => {
  for (const regionId of ['putuo', 'cixi']) expectYes(await perform(app, as('bureau', '', '', regionId), openOrganisations, {}));
  const { personIds } = expectYes(await perform(app, bureau, addPeople, { people: roster }));
  roster.forEach((row, at) => { ids[row.name] = personIds[at]!; });
});

describe('按姓名查找', () => {
  it('片段、首字母、全拼、姓氏读音', async () => {
    assert.deepEqual(await find(bureau, '静怡'), ['欧阳静怡', '曾静怡']);
    assert.deepEqual(await find(bureau, 'sxx'), ['单雄信']);
    assert.deepEqual(await find(bureau, 'shan'), ['单静', '单雄信']);
    assert.deepEqual(await find(bureau, 'ouyangj'), ['欧阳静怡']);
    assert.deepEqual(await find(bureau, '曾j'), ['曾静怡']);
    assert.deepEqual(await find(bureau, '阿卜杜拉•买买提'), ['阿卜杜拉·买买提']);
  });

  it('第31行:一个字太宽', async () => {
    for (const q of ['静', 's', ' ', '·静']) {
      const answer = await perform(app, bureau, findPeople, { q, limit: 20 });
      assert.equal(answer.ok ? '' : answer.reason, 'tooBroad', q);
    }
  });

  it('查找文字里的符号不起作用', async () => assert.deepEqual(await find(bureau, "'); drop table person;--"), []));

  it('范围:单位只见本单位,卫健委与联系领导见全区,其他角色谁也不见', async () => {
    assert.deepEqual(await find(as('employer', 'zxyy'), '静怡'), ['曾静怡']);
    assert.deepEqual(await find(as('employer', 'rmyy'), '静怡'), []);
    assert.deepEqual(await find(as('leader'), '静怡'), ['欧阳静怡', '曾静怡']);
    assert.deepEqual(await find(as('talent', '', ids['曾静怡']), '静怡'), ['曾静怡']);
    assert.deepEqual(await find(as('bureau', '', '', 'cixi'), '静怡'), []);
    for (const role of Role.options.filter((each) => !['employer', 'bureau', 'leader', 'specialist', 'talent', 'clock'].includes(each))) assert.deepEqual(await find(as(role), '静怡'), [], role);
  });
});

describe('名册与档案', () => {
  it('按职称筛选,按姓名排序,分页不重不漏', async () => {
    const all: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const page = expectYes(await perform(app, bureau, listRoster, { q: '', organisationId: '', title: '', after, limit: 4 }));
      assert.equal(page.total, 6);
      all.push(...page.rows.map((row) => row.name));
      after = page.next ?? undefined;
      more = page.next !== null;
    }
    assert.deepEqual(all, ['阿卜杜拉·买买提', '李静', '欧阳静怡', '单静', '单雄信', '曾静怡']);
    const middle = expectYes(await perform(app, bureau, listRoster, { q: '', organisationId: '', title: '中级', limit: 50 }));
    assert.deepEqual(middle.rows.map(({ name, title, department, organisationName }) => ({ name, title, department, organisationName })), [{ name: '单雄信', title: '中级', department: '内科', organisationName: '普陀区中心医院' }]);
  });

  it('职称筛选按生效的那一条:待核验的更正不算', async () => {
    const personId = ids['曾静怡']!;
    expectYes(await perform(app, as('talent', '', personId), correctFact, { personId, kind: '职称', value: '正高', evidence: '职称证书' }));
    const named = async (title: string) => expectYes(await perform(app, bureau, listRoster, { q: '', organisationId: '', title, limit: 50 })).rows.map((row) => row.name);
    assert.deepEqual([await named('副高'), await named('正高')], [['曾静怡'], []]);
  });

  it('第26行:别处的人与没有的人回答一样', async () => {
    const elsewhere = await perform(app, as('employer', 'rmyy'), viewPerson, { personId: ids['曾静怡']! });
    assert.deepEqual(elsewhere, await perform(app, as('employer', 'rmyy'), viewPerson, { personId: 'per_none' }));
    assert.deepEqual(elsewhere, { ok: false, reason: 'notFound' });
    assert.deepEqual(await perform(app, as('bureau', '', '', 'cixi'), viewPerson, { personId: ids['曾静怡']! }), elsewhere);
  });

  it('档案里证件号码总是掩码,敏感事实不给专员', async () => {
    const forBureau = expectYes(await perform(app, bureau, viewPerson, { personId: ids['曾静怡']! }));
    const forSpecialist = expectYes(await perform(app, as('specialist'), viewPerson, { personId: ids['曾静怡']! }));
    assert.match(forBureau.maskedIdNumber, /^310107\*+\d[\dX]$/);
    const kinds = (file: typeof forBureau) => file.groups.flatMap((group) => group.facts.map((fact) => fact.kind));
    assert.ok(kinds(forBureau).includes('受处分'));
    assert.ok(!kinds(forSpecialist).includes('受处分'));
    assert.ok(forBureau.completeness.missing.includes('学历'));
  });

  it('第19行:撤回授权后别人看不到,也查不到;本人仍可看', async () => {
    const personId = ids['李静']!;
    const own = as('talent', '', personId);
    expectYes(await perform(app, own, withdrawConsent, {}));
    const seen = await perform(app, bureau, viewPerson, { personId });
    assert.deepEqual(seen, { ok: false, reason: 'consentWithdrawn', detail: { params: { on: '2026-11-23' } } });
    assert.deepEqual(await find(bureau, '李静'), []);
    assert.equal(expectYes(await perform(app, own, viewMyFile, undefined)).name, '李静');
  });
});

describe('同一人与疑似同一人', () => {
  it('同一原因再来不重复;再导入同一人是更新', async () => {
    const again = expectYes(await perform(app, bureau, addPeople, { people: roster }));
    assert.deepEqual([again.added, again.updated, again.personIds[0]], [0, 0, ids['单雄信']]);
    const changed = expectYes(await perform(app, bureau, addPeople, { people: [{ ...entry(1, '单雄信', 'zxyy', { 职称: '副高' }), cause: 'import:t2:1' }] }));
    assert.deepEqual([changed.added, changed.updated, changed.personIds], [0, 1, [ids['单雄信']]]);
    const file = expectYes(await perform(app, bureau, viewPerson, { personId: ids['单雄信']! }));
    assert.equal(file.groups.flatMap((group) => group.facts).find((fact) => fact.kind === '职称')?.written, '副高');
    assert.equal(file.employments.length, 1);
  });

  it('范围外已有的人,整批退回', async () => {
    const answer = await perform(app, as('employer', 'rmyy'), addPeople, { people: [{ ...entry(2, '曾静怡', 'rmyy'), cause: 'import:t3:1' }] });
    assert.equal(answer.ok ? '' : answer.reason, 'personExistsElsewhere');
  });

  it('第6行:间隔点不同、生日相同 → 提示核对,不自动合并;可合并也可判为两人', async () => {
    const { personIds } = expectYes(await perform(app, bureau, addPeople, { people: [entry(14, '阿卜杜拉 买买提', 'rmyy', { 学历: '本科' }), entry(13, '单静', 'zxyy')] }));
    const doubles = expectYes(await perform(app, bureau, (call) => listDoubles(call), {}));
    assert.equal(doubles.length, 2);
    const of = (personId: string) => doubles.find((pair) => pair.people.some((person) => person.personId === personId))!.doubleId;
    const keep = ids['阿卜杜拉·买买提']!;
    expectYes(await perform(app, bureau, mergePeople, { doubleId: of(keep), keep }));
    expectYes(await perform(app, bureau, keepApart, { doubleId: of(personIds[1]!) }));
    assert.deepEqual(expectYes(await perform(app, bureau, (call) => listDoubles(call), {})), []);
    const merged = expectYes(await perform(app, bureau, viewPerson, { personId: keep }));
    assert.equal(merged.groups.flatMap((group) => group.facts).find((fact) => fact.kind === '学历')?.written, '本科');
    assert.deepEqual(await perform(app, bureau, viewPerson, { personId: personIds[0]! }), { ok: false, reason: 'notFound' });
    const again = expectYes(await perform(app, bureau, addPeople, { people: [{ ...entry(14, '阿卜杜拉 买买提', 'rmyy'), cause: 'import:t9:1' }] }));
    assert.deepEqual([again.added, again.updated, again.personIds], [0, 1, [keep]]);
  });

  it('导入前问谁已在:按证件号码,再按姓名加生日;范围外不给姓名', async () => {
    const known = await perform(app, as('employer', 'zxyy'), async (call) => yes(await findKnownPeople(call, [
      { idNumber: idOf(1), foldedName: '', birthDate: '' }, { idNumber: idOf(99), foldedName: '单静', birthDate: '1985-04-17' }, { idNumber: idOf(98), foldedName: '没有', birthDate: '1985-04-17' },
    ])), {}).then(expectYes);
    assert.deepEqual(known.map(({ index, by, inScope, name }) => ({ index, by, inScope, name })).toSorted((a, b) => a.index - b.index || Number(b.inScope) - Number(a.inScope)), [
      { index: 0, by: 'idNumber', inScope: true, name: '单雄信' }, { index: 1, by: 'nameAndBirth', inScope: true, name: '单静' }, { index: 1, by: 'nameAndBirth', inScope: false, name: '' },
    ]);
  });

  it('名单用的姓名带掩码', async () => {
    const named = await perform(app, bureau, async (call) => yes(await peopleById(call, [ids['欧阳静怡']!])), {}).then(expectYes);
    assert.equal(named.get(ids['欧阳静怡']!)?.maskedName, '欧***');
  });
});
