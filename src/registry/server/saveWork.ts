import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { fingerprintsOf } from '../domain/likeness.ts';
import { foldName } from '../domain/personName.ts';
import { WorkTold } from '../domain/workContract.ts';
import { checkWork, type ToldWork } from './checkWork.ts';
import { nameVariantsOf } from './factFile.ts';
import { lockPeople } from './person.store.ts';
import { coworkersOf, insertFile, namesakesAt, selectWorks, stampDropped, usesOf, worksOfPerson, writeCoworkers, writeWork, type CoworkerRow, type NewCoworker, type WorkRow } from './work.store.ts';
import { workKindsOf } from './workFile.ts';
import { feedWorksFact } from './worksFact.ts';

/** Enters a work of one's own. */
export async function addWork(call: Call, told: WorkTold): Promise<Answer<{ workId: string }>> {
  return call.actor.personId === '' ? no('notFound') : write(call, WorkTold.parse(told), undefined);
}

/** Changes a work of one's own as long as no application uses it. */
export async function changeWork(call: Call, { workId, ...told }: WorkTold & { workId: string }): Promise<Answer<{ workId: string }>> {
  const own = await ownFreeWork(call, workId);
  return own.ok ? write(call, WorkTold.parse(told), own.value) : own;
}

/** Takes a work of one's own off the list. */
export async function dropWork(call: Call, { workId }: { workId: string }): Promise<Answer<{ workId: string }>> {
  const own = await ownFreeWork(call, workId);
  if (!own.ok) return own;
  await stampDropped(call, workId);
  await feedWorksFact(call, own.value.person_id);
  await audit(call, { act: 'work.drop', subject: workId });
  return yes({ workId });
}

/** Names a file of evidence of a work of one's own; the same content counts once. */
export async function addWorkFile(call: Call, { workId, ...file }: { workId: string; name: string; bytes: number; sha256: string }): Promise<Answer<{ fileId: string }>> {
  const own = await ownWork(call, workId);
  if (!own) return no('notFound');
  const { id } = await insertFile(call, { id: call.newId('wfl'), workId, ...file });
  await audit(call, { act: 'work.file', subject: workId, detail: { fileId: id } });
  return yes({ fileId: id });
}

async function ownWork(call: Call, workId: string): Promise<WorkRow | undefined> {
  const [work] = await selectWorks(call, [workId]);
  return work?.person_id === call.actor.personId ? work : undefined;
}

async function ownFreeWork(call: Call, workId: string): Promise<Answer<WorkRow>> {
  const work = await ownWork(call, workId);
  if (!work) return no('notFound');
  const [use] = await usesOf(call, [workId]);
  return use ? no('workInUse', { params: { title: work.title, number: use.number } }) : yes(work);
}

async function write(call: Call, told: ToldWork, before: WorkRow | undefined): Promise<Answer<{ workId: string }>> {
  const { personId } = call.actor;
  const checked = checkWork(call, told);
  if (!checked.ok) return checked;
  await lockPeople(call, [personId]);
  const twin = (await worksOfPerson(call, personId)).find(({ id, kind, title }) => id !== before?.id && kind === told.kind && title === told.title);
  if (twin) return no('workKnown', { field: 'title', params: { title: told.title } });
  const workId = before?.id ?? call.newId('wrk');
  const coworkers = await findCoworkers(call, told, await coworkersOf(call, [workId]));
  if (!coworkers.ok) return coworkers;
  const { coworkers: _, ...work } = told;
  await writeWork(call, { ...work, id: workId, personId, fingerprints: fingerprintsOf(`${told.title}\n${told.abstract}`, workKindsOf(call.region).likeness) });
  await writeCoworkers(call, workId, coworkers.value);
  await feedWorksFact(call, personId);
  await audit(call, { act: before ? 'work.change' : 'work.add', subject: workId, detail: { coworkers: coworkers.value.length } });
  return yes({ workId });
}

/** Who the co-workers are; a share that did not change keeps the answer it has. */
async function findCoworkers(call: Call, { coworkers }: ToldWork, before: readonly CoworkerRow[]): Promise<Answer<NewCoworker[]>> {
  const found: NewCoworker[] = [];
  for (const { name, organisationId, share } of coworkers) {
    const people = organisationId ? await namesakesAt(call, foldName(name, nameVariantsOf(call.region)), organisationId) : [];
    const personId = people.length === 1 ? people[0]?.id ?? null : null;
    if (personId === call.actor.personId) return no('coworkerSelf', { field: 'coworkers', params: { name } });
    if (found.some((each) => (personId ? each.person_id === personId : each.name === name && (each.organisation_id ?? '') === organisationId))) return no('coworkerTwice', { field: 'coworkers', params: { name } });
    const kept = before.find((each) => personId !== null && each.person_id === personId && each.share === share && each.answered_at !== null);
    found.push({
      name, organisation_id: organisationId || null, person_id: personId, share, standing: kept?.standing ?? (personId ? 'asked' : 'named'),
      claimed_share: kept?.claimed_share ?? null, reason: kept?.reason ?? null, answered_at: kept?.answered_at ?? null,
    });
  }
  return yes(found);
}
