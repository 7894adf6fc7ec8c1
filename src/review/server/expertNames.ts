import type { Call } from '#platform/server/call.ts';
import { organisationTree, peopleById } from '#registry/server/public.ts';

/** Names and institutions of experts, for the office's eyes only. */
export async function expertNames(call: Call, experts: readonly { id: string; person_id: string; organisation_id: string }[]): Promise<Map<string, { name: string; organisation: string }>> {
  const people = await peopleById(call, experts.map(({ person_id }) => person_id));
  const organisations = new Map((await organisationTree(call)).map(({ id, name }) => [id, name]));
  return new Map(experts.map(({ id, person_id, organisation_id }) => [id, { name: people.get(person_id)?.name ?? '', organisation: organisations.get(organisation_id) ?? '' }]));
}
