import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import { dayOf } from '#platform/clock/clock.ts';
import { addDays } from '#platform/clock/workingDays.ts';
import type { Call } from '#platform/server/call.ts';
import { organisationTree, peopleById } from '#registry/server/public.ts';
import { BlindFile } from '../domain/blindFile.ts';
import type { reviewContract } from '../domain/contract.ts';
import type { ExpertFilter, PoolRow } from '../domain/expertContract.ts';
import { promptnessOf, standingOn, standings, termOn } from '../domain/expertTerm.ts';
import { absencesOf, allExperts, findExpert, seatsTaken, termsOf, type AbsenceRow, type ExpertRow, type SeatTaken, type TermRow } from './expert.store.ts';

/** The pool as its filters want it, with this year's panels, and how many there are of each standing. */
export async function listExperts(call: Call, filter: Partial<ExpertFilter> = {}): Promise<Answer<Given<typeof reviewContract.listExperts>>> {
  const known = (await poolRows(call, await allExperts(call))).filter((row) => fits(row, filter));
  const rows = known.filter(({ standing }) => filter.standing === undefined || filter.standing === standing);
  return yes({
    rows: rows.toSorted((a, b) => b.load - a.load || (a.expertId < b.expertId ? -1 : 1)),
    counts: Object.fromEntries(standings.map((standing) => [standing, known.filter((row) => row.standing === standing).length])),
    fields: [...new Set(known.flatMap(({ fields }) => fields))].toSorted(), levels: [...new Set(known.map(({ level }) => level))].toSorted(),
  });
}

/** One expert: terms, absences, and every panel of this year and the two before. Scores are not shown here. */
export async function viewExpert(call: Call, expertId: string): Promise<Answer<Given<typeof reviewContract.viewExpert>>> {
  const expert = await findExpert(call, expertId);
  const [row] = expert ? await poolRows(call, [expert]) : [];
  if (!expert || !row) return no('notFound');
  const seats = (await seatsTaken(call, `${Number(call.clock.today().slice(0, 4)) - 2}-01-01`, expertId)).get(expertId) ?? [];
  return yes({
    ...row, leftOn: expert.left_on, leftReason: expert.left_reason,
    terms: (await termsOf(call, expertId)).map(({ position, term_from: from, term_to: to }) => ({ position, from, to })),
    absences: (await absencesOf(call, expertId)).map(({ id, away_from: from, away_to: to, reason }) => ({ absenceId: id, from, to, reason })),
    seats: seats.map(shownSeat),
  });
}

const shownSeat = (seat: SeatTaken) => ({
  panelId: seat.panelId, subject: seat.subject, heading: BlindFile.parse(seat.file).heading, state: seat.state, invitedOn: dayOf(seat.invitedAt), dueOn: addDays(dayOf(seat.dueAt), -1), scoredOn: seat.scoredAt ? dayOf(seat.scoredAt) : null,
});

async function poolRows(call: Call, experts: readonly ExpertRow[]): Promise<PoolRow[]> {
  const one = experts.length === 1 ? experts[0]?.id : undefined;
  const people = await peopleById(call, experts.map((expert) => expert.person_id));
  const organisations = new Map((await organisationTree(call)).map((each) => [each.id, each.name]));
  const away = Map.groupBy(await absencesOf(call, one), (row) => row.expert_id);
  const terms = Map.groupBy(await termsOf(call, one), (row) => row.expert_id);
  const seats = await seatsTaken(call, `${call.clock.today().slice(0, 4)}-01-01`, one);
  return experts.map((expert) => ({
    expertId: expert.id, personId: expert.person_id, name: people.get(expert.person_id)?.name ?? '', organisationId: expert.organisation_id, organisation: organisations.get(expert.organisation_id) ?? '',
    fields: expert.fields, level: expert.level, external: expert.external,
    ...placeOf(call, expert, terms.get(expert.id) ?? [], away.get(expert.id) ?? []), ...figuresOf(call, seats.get(expert.id) ?? []),
  }));
}

function placeOf({ clock }: Call, expert: ExpertRow, given: TermRow[], absences: AbsenceRow[]) {
  const today = clock.today();
  const away = absences.map(({ away_from: from, away_to: to }) => ({ from, to }));
  const terms = given.map(({ term_from: from, term_to: to }) => ({ from, to }));
  const { from, to } = termOn(today, terms) ?? { from: expert.term_from, to: expert.term_to };
  return { from, to, until: expert.term_to, standing: standingOn(today, { terms, leftOn: expert.left_on, away }), away: away.find((each) => each.from <= today && today <= each.to) ?? null };
}

const figuresOf = ({ clock }: Call, seats: SeatTaken[]) => ({
  load: seats.filter(({ state }) => state === 'invited' || state === 'scored').length,
  ...promptnessOf(seats.map(({ invitedAt, dueAt, scoredAt, state }) => ({ invitedAt: Number(invitedAt), dueAt: Number(dueAt), scoredAt: scoredAt ? Number(scoredAt) : null, state })), Number(clock.now())),
});

const fits = (row: PoolRow, { q, field, level, organisationId }: Partial<ExpertFilter>): boolean =>
  (!q || row.name.includes(q)) && (!field || row.fields.includes(field)) && (!level || row.level === level) && (!organisationId || row.organisationId === organisationId);
