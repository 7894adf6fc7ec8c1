import { yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import type { workContract, WorkShown } from '../domain/workContract.ts';
import { peopleById } from './peopleById.ts';
import { organisationTree } from './organisation.store.ts';
import { coworkersOf, filesOf, sharesAskedOf, usesOf, worksOfPerson, type WorkRow } from './work.store.ts';
import { workKindsOf } from './workFile.ts';

/** What each type of work asks for. */
export async function listWorkKinds(call: Call): Promise<Answer<Given<typeof workContract.workKinds>>> {
  const { kinds, parts, levels } = workKindsOf(call.region);
  return yes({
    kinds: [...kinds.values()].map(({ columns, ...kind }) => ({
      ...kind, columns: columns.map(({ name, type, unit = '', enum: list, needed }) => ({ name, type, unit, labels: list?.values.map((value) => value.name) ?? [], needed })),
    })),
    parts: [...parts.values()].map(({ name, alone }) => ({ name, alone })), levels,
  });
}

/** One's own works. */
export async function listMyWorks(call: Call): Promise<Answer<{ rows: WorkShown[] }>> {
  return yes({ rows: await showWorks(call, await worksOfPerson(call, call.actor.personId)) });
}

/** Shares that others ascribe to oneself, those still to answer first. */
export async function listMyShares(call: Call): Promise<Answer<Given<typeof workContract.listMyShares>>> {
  const asked = await sharesAskedOf(call, call.actor.personId);
  const owners = await peopleById(call, asked.map(({ owner }) => owner));
  const rows = asked.map((row) => ({
    workId: row.id, kind: row.kind, title: row.title, madeOn: row.made_on, part: row.part, ownerName: owners.get(row.owner)?.name ?? '', ownerOrganisation: owners.get(row.owner)?.organisationName ?? '',
    ownerShare: row.owner_share, share: row.share, standing: row.standing as WorkShown['coworkers'][number]['standing'], claimedShare: row.claimed_share, reason: row.reason ?? '',
  }));
  return yes({ rows: rows.toSorted((a, b) => Number(b.standing === 'asked') - Number(a.standing === 'asked')) });
}

/** Works with everything that stands beside them, in the order given. */
export async function showWorks(call: Call, works: readonly WorkRow[]): Promise<WorkShown[]> {
  const ids = works.map(({ id }) => id);
  const [coworkers, files, uses] = [await coworkersOf(call, ids), await filesOf(call, ids), await usesOf(call, ids)];
  const names = new Map((await organisationTree(call)).map(({ id, name }) => [id, name]));
  const { kinds } = workKindsOf(call.region);
  return works.map((work) => ({
    workId: work.id, kind: work.kind, level: work.level, title: work.title, abstract: work.abstract, madeOn: work.made_on, part: work.part, share: work.share,
    details: Object.entries(work.details as Record<string, string | number | boolean>).map(([name, value]) => ({ name, value, unit: kinds.get(work.kind)?.columns.find((column) => column.name === name)?.unit ?? '' })),
    coworkers: coworkers.filter(({ work_id }) => work_id === work.id).map((each) => ({
      name: each.name, organisationId: each.organisation_id ?? '', organisationName: names.get(each.organisation_id ?? '') ?? '', share: each.share, standing: each.standing as WorkShown['coworkers'][number]['standing'],
      claimedShare: each.claimed_share, reason: each.reason ?? '',
    })),
    files: files.filter(({ work_id }) => work_id === work.id).map(({ id, name, bytes, sha256 }) => ({ fileId: id, name, bytes, sha256 })),
    uses: uses.filter(({ work_id }) => work_id === work.id).map(({ number, level, year, state }) => ({ number, level, year, state: state as 'entered' | 'granted' })),
  }));
}
