import { foldName } from '#registry/domain/personName.ts';
import { employmentsOf, nameVariantsOf, peopleById, works } from '#registry/server/public.ts';
import type { Call } from '#platform/server/call.ts';
import { distinct, handingInConflicts, institutionConflicts, tieConflicts, workConflicts, type Conflict, type Side, type TieKind } from '../domain/conflict.ts';
import { declaredAgainst } from './review.store.ts';
import { tiesOf } from './tie.store.ts';

type Someone = { id: string; person_id: string; organisation_id?: string };

/** Whom and what a file concerns: applicant and co-workers, and the institution that hands it in. */
export type About = { personIds: readonly string[]; organisationId?: string | undefined };

/** Conflicts of each expert with one file, from the registry and from declarations; an expert without any is not in the map. */
export async function conflictsWith(call: Call, experts: readonly Someone[], about: About): Promise<Map<string, Conflict[]>> {
  return (await conflictsAmong(call, experts, [about])).get(about) ?? new Map<string, Conflict[]>();
}

/** The same for many files at once. */
export async function conflictsAmong<A extends About>(call: Call, experts: readonly Someone[], files: readonly A[]): Promise<Map<A, Map<string, Conflict[]>>> {
  const known = await knownOf(call, experts, files);
  const sides = experts.map((expert) => ({ expert, side: known.sideOf(expert.person_id, expert.organisation_id) }));
  return new Map(files.map((about): [A, Map<string, Conflict[]>] => [about, new Map(sides.flatMap(({ expert, side }) => {
    const found = known.conflictsOf(expert.id, side, about);
    return found.length ? [[expert.id, found] as const] : [];
  }))]));
}

/** Everything that can bear on a conflict between these experts and files, read once. */
async function knownOf(call: Call, experts: readonly Someone[], files: readonly About[]) {
  const applicants = [...new Set(files.flatMap(({ personIds }) => personIds))];
  const everybody = [...new Set([...applicants, ...experts.map((expert) => expert.person_id)])];
  const employed = Map.groupBy(await employmentsOf(call, everybody), ({ personId }) => personId);
  const variants = nameVariantsOf(call.region);
  const names = new Map([...await peopleById(call, everybody)].map(([id, { name }]) => [id, foldName(name, variants)]));
  const ties = await tiesOf(call, applicants, applicants.flatMap((id) => names.get(id) ?? []));
  const declared = Map.groupBy(await declaredAgainst(call, applicants), ({ expert_id: expertId }) => expertId);
  const common = await works.coMakersOf(call, applicants);
  const today = call.clock.today();
  const sideOf = (personId: string, placedAt?: string): Side => ({
    personId, employed: employed.get(personId) ?? [], ...(names.has(personId) ? { foldedName: names.get(personId) ?? '' } : {}), ...(placedAt ? { placedAt } : {}),
  });
  const against = (expertId: string, side: Side, personId: string): Conflict[] => [
    ...institutionConflicts(side, sideOf(personId), today), ...tieConflicts(side, sideOf(personId), ties), ...workConflicts(side, sideOf(personId), common),
    ...(declared.get(expertId) ?? []).filter((each) => each.person_id === personId).map((each) => ({ kind: each.kind as TieKind, source: `declared:${each.declared_by}` })),
  ];
  return {
    sideOf,
    conflictsOf: (expertId: string, side: Side, about: About): Conflict[] =>
      distinct([...about.personIds.flatMap((personId) => against(expertId, side, personId)), ...handingInConflicts(side, about.organisationId, today)]),
  };
}
