import { dayOf } from '#platform/clock/clock.ts';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { writtenExplanation } from '#policy/server/public.ts';
import { organisationTree, peopleById } from '#registry/server/public.ts';
import { Assessment } from '../domain/assessment.ts';
import { writeLetter, type Letter } from '../domain/letter.ts';
import { findCase, type FoundCase } from './case.store.ts';
import { stepsOf } from './history.store.ts';

type Taken = Awaited<ReturnType<typeof stepsOf>>[number];

/** The notice of a refusal, made from the case as it is pinned: its programme's version, its steps, the judgement kept when it was refused. */
export async function readLetter(call: Call, { caseId }: { caseId: string }): Promise<Answer<Letter>> {
  const found = await findCase(call, caseId);
  if (!found) return no('notFound');
  const steps = await stepsOf(call, caseId);
  const refusing = steps.at(-1);
  if (found.outcome !== 'refused' || !refusing) return no('letterNone');
  const person = (await peopleById(call, [found.person_id])).get(found.person_id);
  const { programme } = found;
  const at = programme.stages[refusing.from_stage];
  return yes(writeLetter({
    number: found.number, programme: programme.title, version: found.programme_version, basis: programme.basis, category: programme.categories[found.category]?.label ?? '',
    name: person?.name ?? '', organisation: person?.organisationName ?? '', submittedOn: submittedOn(found, steps), stage: at?.label.staff ?? refusing.from_stage,
    action: at?.actions[refusing.action]?.label ?? refusing.action, position: refusing.position, reason: refusing.reason, refusedOn: dayOf(refusing.taken_at),
    ...(await issuerOf(call, found, refusing)), explanation: found.assessment === null ? null : writtenExplanation(call, withDay(found)),
  }, call.say));
}

const withDay = (found: FoundCase) => Assessment.parse(found.assessment);

/** The day on which the case left its draft for the last time. */
function submittedOn({ programme }: FoundCase, steps: readonly Taken[]): string | undefined {
  const step = steps.findLast(({ from_stage, to_stage }) => programme.stages[from_stage]?.kind === 'draft' && programme.stages[to_stage]?.kind !== 'draft');
  return step && dayOf(step.taken_at);
}

/** Who decided: the institution where its people did, else the region's office. */
async function issuerOf(call: Call, { organisation_id }: FoundCase, { role }: Taken): Promise<{ issuer: string; byOffice: boolean }> {
  const institution = role === 'employer' ? (await organisationTree(call)).find(({ id }) => id === organisation_id)?.name : undefined;
  return { issuer: institution ?? call.region.bureau, byOffice: institution === undefined };
}
