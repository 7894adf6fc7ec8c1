import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { expectYes } from '#platform/domain/answer.ts';
import type { Actor, Role } from '#platform/domain/actor.ts';
import { perform } from '#platform/server/call.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { idChecksum } from '../domain/idNumber.ts';
import { addOrganisation } from './addOrganisation.ts';
import { addPerson } from './addPerson.ts';
import { changePhone } from './changePhone.ts';
import { correctFact } from './correctFact.ts';
import { declineClaim } from './declineClaim.ts';
import { factHistory } from './factHistory.ts';
import { factsOn } from './factsOn.ts';
import { openOrganisations } from './openOrganisations.ts';
import { decideIdentityCheck, listIdentityChecks } from './decideIdentityCheck.ts';
import { verifyFact } from './verifyFact.ts';
import { viewPerson } from './viewPerson.ts';

const app = await testDatabase();
const as = (role: Role, place = '', personId = ''): Actor => ({
  accountId: `acc_${role}`, personId, role, regionId: 'putuo', organisationId: place && `putuo-${place}`, organisationPath: place && (place === 'wjw' ? 'putuo.wjw' : `putuo.wjw.${place}`),
});
const idOf = (body: string) => body + idChecksum(body);
const told = { source: 'institution', evidence: '人事档案' } as const;
const add = (actor: Actor, idNumber: string, name: string, more: object = {}) => perform(app, actor, addPerson, { idNumber, name, ...told, ...more });
const added = async (...person: Parameters<typeof add>) => {
  const answer = expectYes(await add(...person));
  if (answer.standing !== 'added') throw new Error('not added');
  return answer;
};
const known = (personId: string) => perform(app, as('bureau', 'wjw'), async (call) => ({ ok: true, value: await factsOn(call, personId) }), {}).then(expectYes);

before(async () => {
  expectYes(await perform(app, as('bureau', 'wjw'), openOrganisations, {}));
});

describe('人员与事实', () => {
  it('机构树再开一次不重复', async () => assert.deepEqual(expectYes(await perform(app, as('bureau', 'wjw'), openOrganisations, {})), { added: 0 }));

  it('身份证号本身给出出生日期与性别', async () => {
    const { personId } = await added(as('employer', 'zxyy'), idOf('31010719850417002'), '陆景明', { organisationId: 'putuo-zxyy', phone: '13800138000', facts: [{ kind: '职称', value: '中级' }] });
    const { facts, lines } = await known(personId);
    assert.deepEqual(facts, { 出生日期: '1985-04-17', 性别: '女', 职称: '中级' });
    assert.equal(lines['职称']?.source, 'institution');
  });

  it('第5行:同一人再来,范围内提示更新,范围外不泄露', async () => {
    const again = await add(as('employer', 'zxyy'), idOf('31010719850417002'), '陆景明');
    assert.equal(again.ok ? '' : again.reason, 'personExists');
    const before = (await app.db.selectFrom('person').select('id').execute()).length;
    for (let twice = 0; twice < 2; twice += 1)
      assert.deepEqual(await add(as('employer', 'rmyy'), idOf('31010719850417002'), '陆景明', { organisationId: 'putuo-rmyy' }), { ok: true, value: { standing: 'underCheck' } });
    assert.equal((await app.db.selectFrom('person').select('id').execute()).length, before);
  });

  it('第5行:已提交核对的,卫健委核实后调入,原单位不再可见', async () => {
    const [check, ...others] = expectYes(await perform(app, as('bureau', 'wjw'), (call) => listIdentityChecks(call), {}));
    assert.deepEqual(others, []);
    assert.deepEqual([check?.name, check?.fromOrganisationName, check?.organisationName], ['陆景明', '普陀区中心医院', '普陀区人民医院']);
    expectYes(await perform(app, as('bureau', 'wjw'), decideIdentityCheck, { checkId: check!.checkId, move: true }));
    assert.equal((await perform(app, as('employer', 'rmyy'), viewPerson, { personId: check!.personId })).ok, true);
    assert.deepEqual(await perform(app, as('employer', 'zxyy'), viewPerson, { personId: check!.personId }), { ok: false, reason: 'notFound' });
    assert.deepEqual(await perform(app, as('bureau', 'wjw'), decideIdentityCheck, { checkId: check!.checkId, move: false }), { ok: false, reason: 'notFound' });
  });

  it('本人更正单位报送的事实要等核验,核验后生效,旧记录保留', async () => {
    const { personId } = await added(as('employer', 'zxyy'), idOf('31010719800101001'), '祁红', { organisationId: 'putuo-zxyy', facts: [{ kind: '学历', value: '本科' }] });
    const claim = expectYes(await perform(app, as('talent', '', personId), correctFact, { personId, kind: '学历', value: '硕士', evidence: '毕业证书' }));
    assert.equal(claim.standing, 'awaitsVerification');
    assert.equal((await known(personId)).facts['学历'], '本科');
    const own = await perform(app, as('employer', 'zxyy', personId), verifyFact, { personId, factId: claim.factId });
    assert.equal(own.ok ? '' : own.reason, 'ownFact');
    expectYes(await perform(app, as('employer', 'zxyy'), verifyFact, { personId, factId: claim.factId }));
    assert.equal((await known(personId)).facts['学历'], '硕士');
    const rows = await app.db.selectFrom('person_fact').where('person_id', '=', personId).where('kind', '=', '学历').selectAll().execute();
    assert.equal(rows.length, 2);
  });

  it('第25行:两人改同一项,后到的人看到谁在何时改过', async () => {
    const { personId } = await added(as('employer', 'zxyy'), idOf('31010719830201001'), '鲍舒', { organisationId: 'putuo-zxyy', facts: [{ kind: '学历', value: '本科' }] });
    const seen = (await perform(app, as('bureau', 'wjw'), async (call) => ({ ok: true, value: await factsOn(call, personId) }), {}).then(expectYes)).lines['学历']!.factId;
    const correct = (value: string) => perform(app, as('bureau', 'wjw'), correctFact, { personId, kind: '学历', value, evidence: '学历认证', seen });
    expectYes(await correct('硕士'));
    const late = await correct('博士');
    assert.ok(!late.ok);
    assert.deepEqual([late.reason, late.detail?.params?.at, late.detail?.next], ['changedMeanwhile', '09:00', 'next.changedBy']);
  });

  it('不采信要有原因;原来的仍生效,历次记录里看得到原因', async () => {
    const { personId } = await added(as('employer', 'zxyy'), idOf('31010719830101001'), '裴远', { organisationId: 'putuo-zxyy', facts: [{ kind: '学历', value: '本科' }] });
    const { factId } = expectYes(await perform(app, as('talent', '', personId), correctFact, { personId, kind: '学历', value: '博士', evidence: '毕业证书' }));
    const decline = (actor: Actor, reason: string) => perform(app, actor, declineClaim, { personId, factId, reason });
    assert.deepEqual(await decline(as('employer', 'rmyy'), '查无记录'), { ok: false, reason: 'notFound' });
    assert.equal((await decline(as('employer', 'zxyy'), ' ')).ok, false);
    expectYes(await decline(as('employer', 'zxyy'), '学信网查无记录'));
    assert.equal((await known(personId)).facts['学历'], '本科');
    const history = expectYes(await perform(app, as('talent', '', personId), factHistory, { personId, kind: '学历' }));
    assert.deepEqual(history.map(({ written, declined, superseded }) => [written, declined, superseded]).toSorted(), [['博士', '学信网查无记录', false], ['本科', null, false]]);
    assert.equal((await decline(as('employer', 'zxyy'), '再来一次')).ok, false);
  });

  it('证件上的事实不能改;没有依据不能更正;别人的档案等于不存在', async () => {
    const { personId } = await added(as('employer', 'zxyy'), idOf('31010719810101001'), '邬敏', { organisationId: 'putuo-zxyy' });
    const reason = async (actor: Actor, kind: string, value: string, evidence: string) => {
      const answer = await perform(app, actor, correctFact, { personId, kind, value, evidence });
      return answer.ok ? '' : answer.reason;
    };
    assert.equal(await reason(as('talent', '', personId), '出生日期', '1990-01-01', '户口簿'), 'factFixed');
    assert.equal(await reason(as('talent', '', personId), '学历', '博士', ' '), 'evidenceNeeded');
    assert.equal(await reason(as('talent', '', 'per_other'), '学历', '博士', '证书'), 'notFound');
    assert.equal(await reason(as('employer', 'rmyy'), '学历', '博士', '证书'), 'notFound');
    assert.equal(await reason(as('systemAdmin'), '学历', '博士', '证书'), 'notFound');
    assert.equal(await reason(as('talent', '', personId), '学历', '博士后', '证书'), 'enumUnknown');
    assert.equal(await reason(as('talent', '', personId), '参加工作日期', '1996-12-31', '劳动合同'), 'dateOrder');
    assert.equal(await reason(as('talent', '', personId), '毕业日期', '2030-07-01', '毕业证书'), 'dateFuture');
  });

  it('证件号码与手机号码不以明文入库', async () => {
    const rows = await app.db.selectFrom('person').selectAll().execute();
    assert.ok(rows.length > 0);
    assert.doesNotMatch(JSON.stringify(rows), /31010719850417002|13800138000/);
  });

  it('证书编号等敏感文字也封存;手机号码可更正,不能当作事实写入', async () => {
    const number = '2008331103101071985041700X1';
    const { personId } = await added(as('employer', 'zxyy'), idOf('31010719840101001'), '施若', { organisationId: 'putuo-zxyy', facts: [{ kind: '医师资格证编号', value: number }] });
    const kept = await app.db.selectFrom('person_fact').where('person_id', '=', personId).selectAll().execute();
    assert.doesNotMatch(JSON.stringify(kept), new RegExp(number));
    assert.equal((await known(personId)).facts['医师资格证编号'], number);
    const own = as('talent', '', personId);
    assert.deepEqual(await perform(app, own, changePhone, { personId, phone: '１３９ 0013 9000' }), { ok: true, value: { phone: '13900139000' } });
    assert.equal((await perform(app, own, changePhone, { personId, phone: '139' })).ok, false);
    assert.equal((await perform(app, as('employer', 'rmyy'), changePhone, { personId, phone: '13900139000' })).ok, false);
    assert.equal(expectYes(await perform(app, own, viewPerson, { personId })).phone, '13900139000');
    const asFact = await perform(app, own, correctFact, { personId, kind: '手机号码', value: '13900139000', evidence: '本人' });
    assert.equal(asFact.ok ? '' : asFact.reason, 'factOnPerson');
  });
});

describe('机构', () => {
  const clinic = { id: 'xwz', parentId: 'putuo-zrsq', name: '真如社区第一服务站', kind: '社区卫生服务站', level: '乡镇社区' };
  const enter = (more: object) => perform(app, as('bureau', 'wjw'), addOrganisation, { ...clinic, ...more });

  it('信用代码校验、上级不存在、代号重复各有说法;下级机构在上级单位的范围内', async () => {
    const reason = async (more: object) => { const answer = await enter(more); return answer.ok ? '' : answer.reason; };
    assert.equal(await reason({ creditCode: '12330000470051726E' }), 'creditCodeChecksum');
    assert.equal(await reason({ parentId: 'putuo-none' }), 'notFound');
    assert.deepEqual(expectYes(await enter({ creditCode: '12330000470051726F' })), { organisationId: 'putuo-xwz', path: 'putuo.wjw.zrsq.xwz' });
    assert.equal(await reason({}), 'organisationExists');
    const { personId } = await added(as('employer', 'zrsq'), idOf('31010719820101003'), '秦越', { organisationId: 'putuo-xwz' });
    assert.equal((await perform(app, as('employer', 'zrsq'), viewPerson, { personId })).ok, true);
    assert.equal((await perform(app, as('employer', 'cfsq'), viewPerson, { personId })).ok, false);
  });
});
