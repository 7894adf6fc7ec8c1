import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectYes } from '#platform/domain/answer.ts';
import { perform } from '#platform/server/call.ts';
import { bulkAdvance, bulkPreview } from './bulk.ts';
import { explainEntitled, listEntitled } from './listEntitled.ts';
import { listMine, listQueue } from './listQueue.ts';
import { moveToVersion } from './moveToVersion.ts';
import { addVersion, programmeAt } from './programme.store.ts';
import { publishProgrammes } from './publishProgrammes.ts';
import { testCases } from './testCases.ts';
import { viewProgramme } from './viewProgrammes.ts';

const { app, as, bureau, hr, doctor, round, draftOf, step, view, doing } = await testCases();
const call = await round();
const query = { view: 'mine' as const, limit: 50 };

describe('名册、待办与批量', () => {
  it('够条件的人不必先申报：够的说够，缺事实的说缺什么，不够的不列', async () => {
    const yes = await doctor('甲乙');
    await doctor('丙丁', { 专业: '内科', 年度考核: '不合格' });
    const list = await doing(hr, listEntitled, { programme: 'talent-recognition', limit: 100 });
    assert.deepEqual(list.rows.map(({ name, verdict }) => [name, verdict]), [['甲乙', 'yes']]);
    assert.ok(list.rows[0]?.categories.some(({ key, verdict, unverified }) => key === 'shortage' && verdict === 'yes' && unverified));
    const why = await doing(hr, explainEntitled, { personId: yes.personId, programme: 'talent-recognition', category: 'shortage' });
    assert.ok(why.lines.every(({ document, article }) => document !== '' && article !== ''));
    assert.equal((await perform(app, as('employer', 'rmyy'), explainEntitled, { personId: yes.personId, programme: 'talent-recognition', category: 'shortage' })).ok, false);
  });

  it('表打开时已由档案填好大半', async () => {
    const talent = await doctor('戊己');
    const caseId = await draftOf(talent, call);
    const { filled } = await view(talent, caseId);
    assert.ok(filled.prefilled / (filled.total - 3) >= 0.8, JSON.stringify(filled));
  });

  it('待办只有轮到自己的，按期限排；批量先看逐件结果，一件不成不影响别件', async () => {
    const [first, second] = [await draftOf(await doctor('庚辛'), call), await draftOf(await doctor('壬癸'), call)];
    for (const caseId of [first, second]) expectYes(await step({ ...as('talent'), personId: (await app.db.selectFrom('case').select('person_id').where('id', '=', caseId).executeTakeFirstOrThrow()).person_id }, caseId, 'submit'));
    const queue = await doing(hr, listQueue, query);
    assert.deepEqual(queue.rows.map(({ id }) => id), [first, second].toSorted());
    assert.equal(queue.counts.mine, 2);
    assert.deepEqual((await doing(bureau, listQueue, query)).rows, []);
    const preview = await doing(hr, bulkPreview, { caseIds: [first, second], action: 'endorse' });
    assert.deepEqual(preview.rows.map(({ refused }) => refused), [null, null]);
    const { rows } = await doing(hr, bulkAdvance, { steps: [{ caseId: first, seen: 1 }, { caseId: second, seen: 9 }], action: 'endorse' });
    assert.deepEqual(rows.map(({ refused }) => refused?.reason ?? 'done'), ['done', 'changedMeanwhile']);
    assert.equal((await view(hr, second)).stage, 'endorsement');
    const page = await doing(bureau, listQueue, { view: 'all', limit: 1 });
    assert.equal(page.rows.length, 1);
    const [key] = [page.next];
    assert.ok(key);
    assert.notEqual((await doing(bureau, listQueue, { view: 'all', limit: 1, after: key })).rows[0]?.id, page.rows[0]?.id);
  });

  it('发布过的版本不变；转入新版是有理由、留痕的一步', async () => {
    const talent = await doctor('子丑');
    const caseId = await draftOf(talent, call);
    await doing(bureau, async (each) => ({ ok: true as const, value: await addVersion(each, { ...(await programmeAt(each, 'talent-recognition', 1)), version: 3 }, 'third') }), {});
    assert.equal((await view(talent, caseId)).programme.version, 1);
    const moved = await doing(bureau, moveToVersion, { caseId, version: 3, seen: 0, reason: '按新版办理' });
    assert.deepEqual(moved, { caseId, version: 3, seen: 1 });
    const shown = await view(bureau, caseId);
    assert.deepEqual([shown.programme.version, shown.steps[0]?.reason, shown.stage], [3, '按新版办理', 'draft']);
    assert.deepEqual(await perform(app, bureau, moveToVersion, { caseId, version: 7, seen: 1, reason: '试' }), { ok: false, reason: 'versionUnknown', detail: { params: { version: 7 } } });
    assert.deepEqual(await doing(bureau, publishProgrammes, {}), { published: [] });
    expectYes(await step(talent, caseId, 'submit'));
  });

  it('本人看自己的申报和公开的项目', async () => {
    const talent = await doctor('寅卯');
    const caseId = await draftOf(talent, call);
    const { rows } = await doing(talent, listMine, {});
    assert.deepEqual(rows.map(({ id, yours, stageLabel }) => [id, yours, stageLabel]), [[caseId, true, '填写中']]);
    const shown = await doing(as('visitor'), viewProgramme, { code: 'talent-recognition' });
    assert.deepEqual(shown.stages.map(({ stage }) => stage), ['draft', 'endorsement', 'screening', 'panel', 'decision', 'notice', 'payment']);
    assert.equal(shown.rounds.length, 1);
  });
});
