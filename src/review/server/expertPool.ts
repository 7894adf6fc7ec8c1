import { yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import { organisationTree, peopleById } from '#registry/server/public.ts';
import type { reviewContract } from '../domain/contract.ts';
import { expertsInTerm } from './review.store.ts';

/** Everybody in the pool whose term runs, with the panels of this year. */
export async function listExperts(call: Call): Promise<Answer<Given<typeof reviewContract.listExperts>>> {
  const experts = await expertsInTerm(call, `${call.clock.today().slice(0, 4)}-01-01`);
  const people = await peopleById(call, experts.map((expert) => expert.person_id));
  const organisations = new Map((await organisationTree(call)).map((each) => [each.id, each.name]));
  return yes({
    rows: experts.map((expert) => ({
      expertId: expert.id, personId: expert.person_id, name: people.get(expert.person_id)?.name ?? '', organisation: organisations.get(expert.organisation_id) ?? '',
      fields: expert.fields, level: expert.level, external: expert.external, from: expert.term_from, to: expert.term_to, load: expert.load ?? 0,
    })),
  });
}
