import { dayOf } from '#platform/clock/clock.ts';
import { daysBetween } from '#platform/clock/workingDays.ts';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import { organisationTree } from '#registry/server/public.ts';
import type { casesContract } from '../domain/contract.ts';
import { lastDayOf } from '../domain/deadline.ts';
import type { Programme } from '../domain/programme.ts';
import { newestProgrammes } from './programme.store.ts';
import { roundsNotClosed, type RoundRow } from './round.store.ts';

type Lines = Given<typeof casesContract.listProgrammes>;
type View = Given<typeof casesContract.viewProgramme>;
type RoundShown = Lines['rows'][number]['rounds'][number];

/** Programmes of the region with the rounds that are open or soon will be. */
export async function listProgrammes(call: Call, _: object = {}): Promise<Answer<Lines>> {
  const rounds = await shownRounds(call);
  return yes({ rows: (await newestProgrammes(call)).map((programme) => lineOf(programme, rounds)) });
}

/** One programme in plain words: basis, stages with their terms, documents, rounds. */
export async function viewProgramme(call: Call, { code }: { code: string }): Promise<Answer<View>> {
  const programme = (await newestProgrammes(call)).find((each) => each.code === code);
  if (!programme) return no('notFound');
  return yes({
    ...lineOf(programme, await shownRounds(call)), basis: programme.basis, policy: programme.policy ?? null,
    categories: Object.entries(programme.categories).map(([key, { label, result, team }]) => ({ key, label, result, team })),
    documents: Object.values(programme.documents).map(({ label, required }) => ({ label, required })),
    stages: Object.entries(programme.stages).filter(([, { kind }]) => kind !== 'ended').map(([stage, { label, within, actions }]) => ({
      stage, staff: label.staff, talent: label.talent, workingDays: within?.workingDays ?? null, by: [...new Set(Object.values(actions).flatMap(({ by }) => by))],
    })),
  });
}

const lineOf = ({ code, version, title, summary, pillar }: Programme, rounds: RoundShown[]): Lines['rows'][number] =>
  ({ code, version, title, summary, pillar, rounds: rounds.filter((round) => round.programme === code) });

async function shownRounds(call: Call): Promise<RoundShown[]> {
  const organisations = new Map((await organisationTree(call)).map(({ id, name }) => [id, name]));
  const titles = new Map((await newestProgrammes(call)).map(({ code, title }) => [code, title]));
  return (await roundsNotClosed(call)).map((round) => roundShown(call, round, titles, organisations));
}

function roundShown({ clock }: Call, round: RoundRow, titles: ReadonlyMap<string, string>, organisations: ReadonlyMap<string, string>): RoundShown {
  const closesOn = lastDayOf(round.closes_at);
  return {
    id: round.id, programme: round.programme_code, programmeTitle: titles.get(round.programme_code) ?? '', title: round.title, organisationId: round.organisation_id,
    organisationName: organisations.get(round.organisation_id) ?? '', places: round.places, opensOn: dayOf(round.opens_at), closesOn,
    isOpen: round.opens_at <= clock.now(), daysLeft: daysBetween(clock.today(), closesOn), requirements: round.requirements as Record<string, string>, policyVersion: round.policy_version,
  };
}
