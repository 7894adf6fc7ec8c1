import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import { likenessOf, sharedStretches } from '../domain/likeness.ts';
import type { Alike, workContract } from '../domain/workContract.ts';
import { maySeePerson } from './maySeePerson.ts';
import { peopleById } from './peopleById.ts';
import { coworkersOf, selectWorks, sharingFingerprints, type WorkRow } from './work.store.ts';
import { workKindsOf } from './workFile.ts';

const compared = 40;
const shown = 5;

/** Earlier works of anybody in the region that read like this one, the most alike first, cut for reading side by side. */
export async function worksAlike(call: Call, { workId }: { workId: string }): Promise<Answer<Given<typeof workContract.worksAlike>>> {
  const [work] = await selectWorks(call, [workId]);
  if (!work || !(await maySeePerson(call, work.person_id))) return no('notFound');
  const { hint, unverified, shingle } = workKindsOf(call.region).likeness;
  const others = await selectWorks(call, await sharingFingerprints(call, workId, compared));
  const alike = others.map((other) => ({ other, percent: likenessOf(textOf(work), textOf(other), shingle) }))
    .filter(({ percent }) => percent >= hint).toSorted((a, b) => b.percent - a.percent || a.other.id.localeCompare(b.other.id)).slice(0, shown);
  const owners = await peopleById(call, alike.map(({ other }) => other.person_id));
  const relation = await relationsOf(call, work, alike.map(({ other }) => other));
  return yes({
    hint, unverified,
    rows: alike.map(({ other, percent }) => ({
      workId: other.id, kind: other.kind, title: other.title, madeOn: other.made_on, ownerName: owners.get(other.person_id)?.name ?? '', ownerOrganisation: owners.get(other.person_id)?.organisationName ?? '',
      percent, relation: relation(other), here: sharedStretches(textOf(work), textOf(other), shingle), there: sharedStretches(textOf(other), textOf(work), shingle),
    })),
  });
}

/** The text that is compared: title and abstract. */
const textOf = ({ title, abstract }: Pick<WorkRow, 'title' | 'abstract'>): string => `${title}\n${abstract}`;

/** Is the other work one's own, one that a co-worker also entered, or a stranger's? */
async function relationsOf(call: Call, work: WorkRow, others: readonly WorkRow[]): Promise<(other: WorkRow) => Alike['relation']> {
  const pairs = await coworkersOf(call, [work.id, ...others.map(({ id }) => id)]);
  const together = (workId: string, personId: string) => pairs.some((each) => each.work_id === workId && each.person_id === personId);
  return (other) => (other.person_id === work.person_id ? 'own' : together(work.id, other.person_id) || together(other.id, work.person_id) ? 'coworker' : 'stranger');
}
