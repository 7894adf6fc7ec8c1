import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PDFDocument } from 'pdf-lib';
import { expectYes } from '#platform/domain/answer.ts';
import { perform } from '#platform/server/call.ts';
import { recuse } from '../../review/server/recuse.ts';
import { viewOwnReview } from '../../review/server/ownReviews.ts';
import { downloadReviewed } from '../../review/server/reviewedFile.ts';
import { addFile, downloadFile } from './addFile.ts';
import { testCases } from './testCases.ts';

const { app, as, bureau, hr, doctor, expert, round, draftOf, view, step, doing } = await testCases();
const experts = [await expert('何守正'), await expert('方既白'), await expert('骆明谦'), await expert('卞思齐')];

async function proofOf(author: string): Promise<Buffer> {
  const file = await PDFDocument.create();
  file.setAuthor(author);
  file.setTitle(`${author}的学位证书`);
  file.addPage().drawText('certificate');
  return Buffer.from(await file.save({ useObjectStreams: false }));
}

const talent = await doctor('沈知远');
const caseId = await draftOf(talent, await round());
const proof = await proofOf('沈知远');
const utf16 = Buffer.from('沈知远', 'utf16le').swap16();

test('材料连内容一起收:加密存放,原样取回,同一份只收一次', async () => {
  const handed = { caseId, kind: 'diploma', shownName: '../../沈知远\u202e学位.pdf', content: proof };
  const { documentId } = await doing(talent, addFile, handed);
  assert.equal((await doing(talent, addFile, handed)).documentId, documentId);
  const stored = await app.db.selectFrom('content').selectAll().executeTakeFirstOrThrow();
  assert.ok(!stored.sealed.includes(Buffer.from('%PDF')) && !stored.sealed.includes(utf16), '库里看不到内容');
  for (const actor of [talent, hr, bureau]) {
    const file = await doing(actor, downloadFile, { caseId, documentId });
    assert.deepEqual([Buffer.from(file.content).equals(proof), file.fileName, file.mediaType], [true, '../../沈知远学位.pdf', 'application/pdf']);
  }
  const [asked] = (await view(talent, caseId)).documents.filter(({ kind }) => kind === 'diploma');
  assert.deepEqual(asked?.files.map(({ name, stored: kept, bytes }) => [name, kept, bytes]), [['../../沈知远学位.pdf', true, proof.length]]);
});

test('别人的材料与不存在的材料是同一个回答', async () => {
  const { documentId } = await doing(talent, addFile, { caseId, kind: 'diploma', shownName: 'a.pdf', content: proof });
  const other = await doctor('另一人');
  const none = await perform(app, other, downloadFile, { caseId: 'case_none', documentId: 'doc_none' });
  assert.deepEqual(none, { ok: false, reason: 'notFound' });
  for (const actor of [other, as('employer', 'rmyy'), as('bureau', 'wjj', '', 'cixi')]) assert.deepEqual(await perform(app, actor, downloadFile, { caseId, documentId }), none);
  assert.deepEqual(await perform(app, other, addFile, { caseId, kind: 'diploma', shownName: 'a.pdf', content: proof }), none);
});

test('改名的程序、带脚本的 PDF、太大的文件都不收(第20行)', async () => {
  const hand = async (content: Buffer) => { const answer = await perform(app, talent, addFile, { caseId, kind: 'diploma', shownName: 'x.pdf', content }); return answer.ok ? 'taken' : answer.reason; };
  const scripted = await PDFDocument.create();
  scripted.addPage();
  scripted.addJavaScript('x', 'app.alert(1)');
  assert.deepEqual([await hand(Buffer.from('MZ\u0090')), await hand(Buffer.from(await scripted.save())), await hand(Buffer.concat([Buffer.from('%PDF-1.4'), Buffer.alloc(60_000_000)]))], ['fileType', 'fileScript', 'fileSize']);
});

test('评审专家拿到的是中性名字、去掉来历的副本;回避以后什么也拿不到', async () => {
  for (const action of ['submit']) expectYes(await step(talent, caseId, action));
  expectYes(await step(hr, caseId, 'endorse'));
  expectYes(await step(bureau, caseId, 'pass'));
  const panel = await app.db.selectFrom('panel').select(['id', 'blinding']).where('subject', '=', caseId).executeTakeFirstOrThrow();
  const seats = await app.db.selectFrom('panel_seat').innerJoin('expert', 'expert.id', 'panel_seat.expert_id').select('expert.person_id').where('panel_id', '=', panel.id).execute();
  const seated = experts.find(({ personId }) => seats.some(({ person_id }) => person_id === personId)) ?? experts[0]!;
  const outside = experts.find(({ personId }) => !seats.some(({ person_id }) => person_id === personId)) ?? experts[0]!;
  const seen = await doing(seated, viewOwnReview, panel.id);
  assert.deepEqual(seen.file.documents.map(({ position, name }) => [position, name]), [[1, 'review.documentName.pdf']]);
  const copy = await doing(seated, downloadReviewed, { panelId: panel.id, position: 1 });
  assert.ok(proof.includes(utf16) || proof.toString('latin1').includes('Author'), '原件里有作者');
  const plain = Buffer.from(await PDFDocument.load(copy.content, { updateMetadata: false }).then((file) => file.save({ useObjectStreams: false })));
  for (const bytes of [Buffer.from(copy.content), plain]) assert.ok(!bytes.includes(utf16) && !bytes.includes('沈知远') && !bytes.includes('/Author'));
  assert.ok(!JSON.stringify(seen.file).includes('沈知远'));
  assert.deepEqual(await perform(app, outside, downloadReviewed, { panelId: panel.id, position: 1 }), { ok: false, reason: 'notFound' });
  assert.deepEqual(await perform(app, seated, downloadReviewed, { panelId: panel.id, position: 2 }), { ok: false, reason: 'notFound' });
  const told = { heading: '沈知远', sections: [{ label: '业绩', fields: [{ label: '自述', value: '沈 知远在普陀区中心医院与同事完成', source: '区中心医院 2024' }] }] };
  await app.db.updateTable('panel').set({ blinding: 'double', file: JSON.stringify(told) }).where('id', '=', panel.id).execute();
  const blind = JSON.stringify((await doing(seated, viewOwnReview, panel.id)).file);
  const institution = await app.db.selectFrom('organisation').select('name').where('id', '=', 'putuo-zxyy').executeTakeFirstOrThrow();
  assert.ok(blind.includes('review.hidden') && !/沈\s*知远/.test(blind) && !blind.includes(institution.name), blind);
  await doing(seated, recuse, { panelId: panel.id, kind: 'interest' });
  assert.deepEqual(await perform(app, seated, downloadReviewed, { panelId: panel.id, position: 1 }), { ok: false, reason: 'notFound' });
});
