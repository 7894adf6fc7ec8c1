import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { describe, it } from 'node:test';
import { expectYes, type Answer } from '#platform/domain/answer.ts';
import { visitorActor, type Actor, type Role } from '#platform/domain/actor.ts';
import { perform, type Call } from '#platform/server/call.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { payloadOf } from '../domain/credentialNumber.ts';
import { idChecksum } from '../domain/idNumber.ts';
import { addPeople } from './addPeople.ts';
import { correctFact } from './correctFact.ts';
import { issueCredential, revokeCredential } from './credentials.ts';
import { factsOn } from './factsOn.ts';
import { openOrganisations } from './openOrganisations.ts';
import { checkCredential, listCredentials, listRevoked } from './readCredentials.ts';

const app = await testDatabase();
const as = (role: Role, personId = ''): Actor => ({ accountId: `acc_${role}`, personId, role, regionId: 'cixi', organisationId: 'cixi-wjj', organisationPath: 'cixi.wjj' });
const bureau = as('bureau');
const doing = <I, O>(actor: Actor, what: (call: Call, input: I) => Promise<Answer<O>>, input: I) => perform(app, actor, what, input).then(expectYes);
await doing(bureau, openOrganisations, {});
const idNumber = '31010719850417900';
const { personIds: [personId = ''] } = await doing(bureau, addPeople, { people: [{
  cause: 't', idNumber: idNumber + idChecksum(idNumber), name: '柏舟', phone: '', source: 'institution' as const, evidence: '人事档案',
  facts: [{ kind: '职称', value: '中级' }, { kind: '职称名称', value: '主治医师' }, { kind: '现职称取得日期', value: '2017-10-01' }], employment: { organisationId: 'cixi-cxfy', from: '2010-01-01', post: '医师' },
}] });
const ask = { personId, prefix: 'JZ', title: '基层卫生高级专业技术资格证书', level: '副高', name: '副主任医师', speciality: '全科', cause: 'case_1', causeNumber: 'JW-2026-0001', facts: { 职称: '副高', 职称名称: '副主任医师', 现职称取得日期: '2026-11-23' } };
const check = (number: string, seal = '') => doing(visitorActor('cixi'), checkCredential, { number, seal });
const known = async () => (await doing(bureau, async (call) => ({ ok: true as const, value: await factsOn(call, personId) }), {}));

describe('电子证书', () => {
  it('一件案件只发一张；职称事实改为授予的级别，来源是证书', async () => {
    const first = await doing(bureau, issueCredential, ask);
    assert.deepEqual(await doing(bureau, issueCredential, ask), first);
    assert.match(first.number, /^JZ-2026-0001-[2-9A-Z]{4}$/);
    const { facts, lines } = await known();
    assert.deepEqual([facts['职称'], facts['职称名称'], facts['现职称取得日期']], ['副高', '副主任医师', '2026-11-23']);
    assert.deepEqual([lines['职称']?.source, lines['职称']?.evidence], ['authority', first.number]);
  });

  it('公众查验：有效；只见遮盖的姓名；号码写法不论大小写全半角', async () => {
    const [row] = (await doing(as('talent', personId), listCredentials, {})).rows;
    assert.equal(row?.holder, '柏舟');
    const found = await check(row.number.toLowerCase().replaceAll('-', '－'), row.seal);
    assert.deepEqual([found.state, found.sealChecked, found.certificate?.maskedName, found.certificate?.name], ['valid', true, '柏*', '副主任医师']);
    assert.doesNotMatch(JSON.stringify(found), /柏舟|per_/);
    assert.equal((await check(row.number)).state, 'valid');
  });

  it('改了一个字的二维码是伪造的，什么也不透露；不存在的号码、猜的尾码是查无', async () => {
    const [row] = (await doing(as('talent', personId), listCredentials, {})).rows;
    assert.ok(row);
    const tampered = `${row.seal.slice(0, 20)}${row.seal[20] === 'A' ? 'B' : 'A'}${row.seal.slice(21)}`;
    assert.deepEqual(await check(row.number, tampered), { state: 'forged', certificate: null, sealChecked: true });
    assert.deepEqual(await check(row.number, 'x'), { state: 'forged', certificate: null, sealChecked: true });
    assert.equal((await check(`${row.number.slice(0, -4)}2222`)).state, 'unknown');
    assert.equal((await check('JZ-2026-0002-ABCD', row.seal)).state, 'unknown');
  });

  it('库里改动了证书内容，签名就不认；公钥可在别处验签', async () => {
    const [row] = (await doing(as('talent', personId), listCredentials, {})).rows;
    assert.ok(row);
    const { publicKey } = await doing(visitorActor('cixi'), listRevoked, undefined as never);
    const payload = payloadOf({ region: 'cixi', number: row.number, personId, title: row.title, level: row.level, name: row.name, speciality: row.speciality, issuer: row.issuer, issuedOn: row.issuedOn });
    assert.ok(verify(null, Buffer.from(payload), createPublicKey(publicKey), Buffer.from(row.seal, 'base64url')));
    await app.db.updateTable('credential').set({ name: '主任医师' }).execute();
    assert.equal((await check(row.number, row.seal)).state, 'forged');
    assert.equal((await check(row.number)).state, 'forged');
    await app.db.updateTable('credential').set({ name: '副主任医师' }).execute();
  });

  it('撤销要有原因，只能一次；职称回到原来的；公开名单里有号码没有姓名', async () => {
    const [row] = (await doing(bureau, listCredentials, { cause: 'case_1' })).rows;
    assert.ok(row);
    const refuse = async (reason: string) => { const answer = await perform(app, bureau, revokeCredential, { credentialId: row.credentialId, reason }); return answer.ok ? '' : answer.reason; };
    assert.equal(await refuse(' '), 'revocationReason');
    assert.equal(await refuse('代表作系他人成果，依据人社部令第40号'), '');
    assert.equal(await refuse('再撤一次'), 'credentialRevoked');
    const { facts, lines } = await known();
    assert.deepEqual([facts['职称'], facts['职称名称'], facts['现职称取得日期']], ['中级', '主治医师', '2017-10-01']);
    assert.equal(lines['职称']?.source, 'authority');
    assert.deepEqual([(await check(row.number, row.seal)).state, (await check(row.number)).certificate?.revokedOn], ['revoked', '2026-11-23']);
    const list = (await doing(visitorActor('cixi'), listRevoked, undefined as never)).rows;
    assert.deepEqual(list, [{ number: row.number, name: '副主任医师', issuedOn: '2026-11-23', revokedOn: '2026-11-23' }]);
  });

  it('撤销前已取得更高职称的，不把它拉回去', async () => {
    const { credentialId } = await doing(bureau, issueCredential, { ...ask, cause: 'case_2', causeNumber: 'JW-2026-0002' });
    app.clock.moveTo('2026-12-01');
    await doing(bureau, correctFact, { personId, kind: '职称', value: '正高', evidence: '正高证书' });
    await doing(bureau, revokeCredential, { credentialId, reason: '程序有误' });
    assert.equal((await known()).facts['职称'], '正高');
  });
});
