import { expectYes, type Answer } from '#platform/domain/answer.ts';
import { visitorActor, type Actor, type Role } from '#platform/domain/actor.ts';
import { perform, type App, type Call } from '#platform/server/call.ts';
import { settled, marksIn, withDocument, withParameter } from '../domain/settle.ts';
import { loadPolicy, type Policy } from '../domain/policy.ts';
import { filedPolicies } from './policyFiles.ts';
import { savePolicyDraft } from './savePolicyDraft.ts';
import { startDraft } from './startDraft.ts';
import { submitDraft } from './submitDraft.ts';
import { viewDraft } from './viewDrafts.ts';

/** Officers at work in the studio, for the tests of drafts and of what follows from publication. */
export function testStudio(app: App) {
  const as = (accountId: string, role: Role = 'bureau', regionId = 'putuo'): Actor => ({ ...visitorActor(regionId), role, accountId });
  const [author, second] = [as('acc_author'), as('acc_second')];
  const doing = <I, O>(actor: Actor, what: (call: Call, input: I) => Promise<Answer<O>>, input: I) => perform(app, actor, what, input).then(expectYes);
  const region = app.regions.get('putuo');
  if (!region) throw new Error('no putuo');
  const { dictionary } = filedPolicies(region);
  const read = (source: string): Policy => {
    const loaded = loadPolicy(source, dictionary);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    return loaded.value;
  };
  /** Every 待核 of a text settled by a document of the demonstration. */
  const clean = (source: string): string => settled(withDocument(source, '演示文件', { name: '人才开发办法调整通知（演示）', number: '普演〔2026〕1号', date: '2026-11-01' }), marksIn(read(source)), '演示文件', '附件');

  const start = async (version = '3.0', from = '2027-01-01') => (await doing(author, startDraft, { code: 'talent-development', version, from })).draftId;
  const save = async (draftId: string, change: (source: string) => string, actor = author) => {
    const { source, saved } = await doing(actor, viewDraft, { draftId });
    return perform(app, actor, savePolicyDraft, { draftId, saved, source: change(source) });
  };
  /** A draft of a further version, clean, with the age limit of 学科骨干 at 50, submitted by its author. */
  const submitted = async (version = '3.0', from = '2027-01-01') => {
    const draftId = await start(version, from);
    const { saved } = expectYes(await save(draftId, (source) => withParameter(clean(source), '骨干年龄上限', 50)));
    await doing(author, submitDraft, { draftId, saved });
    return { draftId, saved };
  };
  return { as, author, second, doing, clean, start, save, submitted };
}
