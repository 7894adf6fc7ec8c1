import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectYes } from '#platform/domain/answer.ts';
import { perform } from '#platform/server/call.ts';
import { balancesOn } from '#ledger/server/public.ts';
import { openCase } from './openCase.ts';
import { openRound } from './openRound.ts';
import { saveDraft } from './saveDraft.ts';
import { testCases } from './testCases.ts';
import { viewCase } from './viewCase.ts';

const { app, as, doing, stranger, step, view, clockTicks } = await testCases();
const hospital = as('employer', 'fybj', '', 'cixi');
const bureau = as('bureau', 'wjj', '', 'cixi');

/** An applicant from outside who has reached the decision on a posting. */
async function atOffer(name: string, roundId: string, by = hospital) {
  const applicant = await stranger(name);
  const { caseId } = await doing(applicant, openCase, { programme: 'hiring', roundId });
  await doing(applicant, saveDraft, { caseId, saved: 0, answers: { experience: '五年放射诊断', arrival: '2027-03-01', promise: true } });
  expectYes(await step(applicant, caseId, 'apply'));
  for (const action of ['pass', 'qualify', 'fit']) expectYes(await step(by, caseId, action));
  return { applicant, caseId };
}
const freePosts = async () => (await doing(bureau, balancesOn, { day: app.clock.today(), pool: 'hospital-bianzhi' })).find(({ id }) => id === 'hospital-bianzhi/cixi-fybj')?.free;

describe('最后一个编制名额', () => {
  it('两人同时拟聘，一人公示，另一人被拒并说明余额；合同订立后在编', async () => {
    assert.equal(await freePosts(), 1);
    const { roundId } = await doing(hospital, openRound, { programme: 'hiring', title: '放射科医师', opensOn: '2026-11-01', closesOn: '2026-12-31', places: 1, placesAccount: 'hospital-bianzhi' });
    const rivals = [await atOffer('柳闻莺', roundId), await atOffer('秦越', roundId)];
    const answers = await Promise.all(rivals.map(({ caseId }) => step(hospital, caseId, 'offer')));
    assert.deepEqual(answers.map((answer) => (answer.ok ? 'done' : answer.reason)).toSorted(), ['done', 'quotaFull']);
    const hired = rivals[answers.findIndex(({ ok }) => ok)];
    const refused = rivals[answers.findIndex(({ ok }) => !ok)];
    assert.ok(hired && refused);
    const shut = (await view(hospital, refused.caseId)).offered.find(({ action }) => action === 'offer')?.refused;
    assert.equal(shut?.reason, 'quotaFull');
    app.clock.moveTo('2026-12-03');
    assert.deepEqual((await clockTicks('cixi')).taken, [{ caseId: hired.caseId, action: 'confirm' }]);
    expectYes(await step(hospital, hired.caseId, 'sign'));
    assert.equal((await view(hired.applicant, hired.caseId)).outcome, 'granted');
    assert.equal(await freePosts(), 0);
  });

  it('岗位只招一名：池里还有余额，第二人的拟聘也被拒', async () => {
    const wide = as('employer', 'cdzy', '', 'cixi');
    const { roundId } = await doing(wide, openRound, { programme: 'hiring', title: '麻醉医师', opensOn: '2026-11-01', closesOn: '2026-12-31', places: 1, placesAccount: 'hospital-filed' });
    const rivals = [await atOffer('沈如初', roundId, wide), await atOffer('樊明', roundId, wide)];
    const answers = await Promise.all(rivals.map(({ caseId }) => step(wide, caseId, 'offer')));
    assert.deepEqual(answers.map((answer) => (answer.ok ? 'done' : answer.reason)).toSorted(), ['done', 'quotaFull']);
    const winner = rivals[answers.findIndex(({ ok }) => ok)];
    const loser = rivals[answers.findIndex(({ ok }) => !ok)];
    expectYes(await step(winner?.applicant ?? wide, winner?.caseId ?? '', 'withdraw'));
    expectYes(await step(wide, loser?.caseId ?? '', 'offer'));
  });

  it('别的单位看不见应聘人', async () => {
    const [row] = await app.db.selectFrom('case').select('id').where('programme_code', '=', 'hiring').execute();
    assert.equal((await perform(app, as('employer', 'zyyy', '', 'cixi'), viewCase, { caseId: row?.id ?? '' })).ok, false);
  });
});
