import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import type { WorkShown } from '../domain/workContract.ts';
import { lockPeople } from './person.store.ts';
import { decideUses, insertUses, selectMakers, selectWorks, usesOf } from './work.store.ts';
import { showWorks } from './workLines.ts';
import { feedWorksFact } from './worksFact.ts';

/** Works chosen for an application: whose, which, and for which level of title. */
export type Chosen = { personId: string; workIds: readonly string[]; level: string; subject: string };

/** Works by id with all that stands beside them, in the order asked; one that is not there, or not this maker's, is left out. The caller has decided that the actor may know. */
export async function worksById(call: Call, workIds: readonly string[], makerId?: string): Promise<WorkShown[]> {
  const rows = new Map((await selectWorks(call, workIds)).filter((row) => makerId === undefined || row.person_id === makerId).map((row) => [row.id, row]));
  return showWorks(call, workIds.flatMap((id) => rows.get(id) ?? []));
}

/** May these works be handed in: each once, each one's own, each with evidence, no share in dispute, none used before for this level. */
export async function worksFree(call: Call, { personId, workIds, level, subject }: Chosen): Promise<Answer<void>> {
  const rows = await selectWorks(call, workIds);
  const shown = new Map((await showWorks(call, rows)).map((work) => [work.workId, work]));
  for (const [at, workId] of workIds.entries()) {
    const work = shown.get(workId);
    if (!work || rows.find(({ id }) => id === workId)?.person_id !== personId) return no('workNotYours', { field: 'works' });
    if (workIds.indexOf(workId) !== at) return no('workTwice', { field: 'works', params: { title: work.title } });
    if (work.files.length === 0) return no('workWithoutFile', { field: 'works', params: { title: work.title } });
    const disputed = work.coworkers.find(({ standing }) => standing === 'disputed');
    if (disputed) return no('shareDisputed', { field: 'works', params: { title: work.title, name: disputed.name, share: disputed.share, claimed: disputed.claimedShare ?? '' } });
  }
  return usedBefore(call, { workIds, level, subject });
}

/** Was one of these works granted before for the same level of title, in another case? */
export async function usedBefore(call: Call, { workIds, level, subject }: Omit<Chosen, 'personId'>): Promise<Answer<void>> {
  const used = (await usesOf(call, workIds)).find((use) => use.state === 'granted' && use.level === level && use.subject !== subject);
  if (!used) return yes(undefined);
  const [work] = await selectWorks(call, [used.work_id]);
  return no('workUsed', { field: 'works', params: { title: work?.title ?? '', year: used.year, number: used.number, level } });
}

/** Co-workers of these works who have not answered for their share yet. */
export async function sharesOpen(call: Call, workIds: readonly string[]): Promise<{ title: string; name: string }[]> {
  return (await worksById(call, workIds)).flatMap(({ title, coworkers }) => coworkers.filter(({ standing }) => standing === 'asked' || standing === 'disputed').map(({ name }) => ({ title, name })));
}

/** Hands works in for a subject: until it is decided they cannot be changed. */
export async function enterWorks(call: Call, { number, ...chosen }: Chosen & { number: string }): Promise<Answer<void>> {
  await lockPeople(call, [chosen.personId]);
  const free = await worksFree(call, chosen);
  if (!free.ok) return free;
  await insertUses(call, chosen.workIds.map((workId) => ({ workId, subject: chosen.subject, number, level: chosen.level, year: Number(call.clock.today().slice(0, 4)) })));
  await audit(call, { act: 'work.enter', subject: chosen.subject, detail: { works: chosen.workIds.length } });
  return yes(undefined);
}

/** The institution has checked a person's works against their evidence: from now on they count as its word. */
export async function verifyWorks(call: Call, { personId, evidence }: { personId: string; evidence: string }): Promise<void> {
  await feedWorksFact(call, personId, { evidence });
}

/** The subject was granted: its works are spent for that level. Two grants at one moment: the second is refused. */
export async function grantWorks(call: Call, chosen: Chosen): Promise<Answer<void>> {
  await lockPeople(call, [chosen.personId]);
  const free = await usedBefore(call, chosen);
  if (!free.ok) return free;
  await decideUses(call, chosen.subject, 'granted');
  return yes(undefined);
}

/** The subject came to nothing: its works are free again. */
export const releaseWorks = (call: Call, subject: string) => decideUses(call, subject, 'released');

/** Works that any of these people made together with others: title and all known makers. For conflicts of interest. */
export const coMakersOf = (call: Call, personIds: readonly string[]) => selectMakers(call, personIds);
