import { z } from 'zod';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { organisationTree, peopleById } from '#registry/server/public.ts';
import { panelState } from '#review/server/public.ts';
import { Assessment } from '../domain/assessment.ts';
import { Recheck, type CaseView } from '../domain/contract.ts';
import { lastDayOf } from '../domain/deadline.ts';
import { aheadOf, moveAction } from '../domain/flow.ts';
import { fillingOf } from '../domain/filledForm.ts';
import type { Programme } from '../domain/programme.ts';
import { categoriesAt, assessCase, policyFor } from './assessCase.ts';
import { caseDocuments } from './caseDocuments.ts';
import { caseForm } from './caseForm.ts';
import { findCase, type FoundCase } from './case.store.ts';
import { deadlineOf, dueClock } from './dueClock.ts';
import { stepsOf, usualDays } from './history.store.ts';
import { instalmentsOf } from './instalment.store.ts';
import { objectionsTo, type ObjectionRow } from './objection.store.ts';
import { objectionDays } from './raiseObjection.ts';
import { isTurnOf, offeredActions } from './offeredActions.ts';
import { newestVersion } from './programme.store.ts';
import { findRound, type RoundRow } from './round.store.ts';

/** One case with everything its page shows; a case that is not yours is not there. */
export async function viewCase(call: Call, { caseId }: { caseId: string }): Promise<Answer<CaseView>> {
  const found = await findCase(call, caseId);
  if (!found) return no('notFound');
  const sections = await caseForm(call, found);
  const { stages } = found.programme;
  const round = found.round_id ? await findRound(call, found.round_id) : undefined;
  const objections = await objectionsTo(call, found.id);
  return yes({
    ...(await headOf(call, found, round)),
    ...stageOf(call, found, round, objections.some(({ answered_at }) => answered_at === null)),
    usualDays: await usualDays(call, found.programme_code, found.stage),
    steps: (await stepsOf(call, found.id)).map((step) => ({
      position: step.position, label: step.action === moveAction ? call.say('cases.move', { version: step.programme_version }) : labelOf(found.programme, step.from_stage, step.action), to: step.to_stage, toLabel: stages[step.to_stage]?.label.staff ?? step.to_stage,
      role: step.role, actorName: step.display_name ?? '', at: step.taken_at.toISOString(), reason: step.reason,
    })),
    ahead: aheadOf(found.programme, found.stage).map((stage) => ({ stage, label: forWhom(call, found.programme, stage) })),
    sections, filled: fillingOf(sections),
    explanation: (await explanationOf(call, found)) ?? null,
    panel: await panelOf(call, found),
    ...(await partsOf(call, found, objections)),
    offered: await offeredActions(call, found),
  });
}

async function pinnedPolicy(call: Call, { programme, policy_version }: FoundCase) {
  const policy = await policyFor(call, programme, policy_version);
  return policy ? { code: policy.code, version: policy.version } : null;
}

async function headOf(call: Call, found: FoundCase, round: RoundRow | undefined) {
  const { programme } = found;
  const person = (await peopleById(call, [found.person_id])).get(found.person_id);
  const organisation = (await organisationTree(call)).find(({ id }) => id === found.organisation_id);
  const open = categoriesAt(programme, found.organisation_path);
  return {
    id: found.id, number: found.number,
    programme: { code: programme.code, version: programme.version, newest: (await newestVersion(call, programme.code)) ?? programme.version, title: programme.title, basis: programme.basis },
    policy: await pinnedPolicy(call, found),
    round: round ? { id: round.id, title: round.title, closesOn: lastDayOf(round.closes_at) } : null,
    person: { id: found.person_id, name: person?.name ?? '' }, organisation: { id: found.organisation_id, name: organisation?.name ?? '' },
    category: found.category, categories: Object.entries(programme.categories).filter(([key]) => key === found.category || open.includes(key)).map(([key, { label }]) => ({ key, label })), teamName: found.team_name,
    seen: found.step_count, saved: found.saved_count, openedAt: found.opened_at.toISOString(), stageSince: found.stage_since.toISOString(), grantedFen: found.granted_fen,
  };
}

function stageOf(call: Call, found: FoundCase, round: RoundRow | undefined, objected: boolean) {
  const stage = found.programme.stages[found.stage];
  return {
    stage: found.stage, stageLabel: stage?.label.staff ?? found.stage, talentLabel: stage?.label.talent ?? found.stage, kind: stage?.kind ?? 'ended', outcome: found.outcome,
    clock: deadlineOf(found, round, call).shown, yours: isTurnOf(found, call.actor.role, objected),
  };
}

async function partsOf(call: Call, found: FoundCase, objections: ObjectionRow[]) {
  const documents = await caseDocuments(call, found);
  return {
    documents: documents.map(({ files, ...asked }) => ({ ...asked, files: files.map(({ id, name, bytes, added_at, content }) => ({ id, name, bytes, addedAt: added_at.toISOString(), stored: content !== null })) })),
    objections: objections.map(({ id, content, raised_at, due_at, answer, upheld, effect, rechecks }) => ({
      id, content, raisedAt: raised_at.toISOString(), clock: dueClock(call, due_at, objectionDays) ?? { dueOn: '', left: 0, total: objectionDays }, answer, upheld,
      effect: effect as 'stands' | 'falls' | null, rechecks: z.array(Recheck).parse(rechecks),
    })),
    instalments: (await instalmentsOf(call, found.id)).map(({ position, label, amount_fen, due_on, state, paid_at }) => ({
      position, label, amountFen: amount_fen, dueOn: due_on, state: state as CaseView['instalments'][number]['state'], paidAt: paid_at?.toISOString() ?? null,
    })),
  };
}

/** While a case runs, the newest judgement counts; an ended one keeps what it was decided on. */
const explanationOf = async (call: Call, found: FoundCase) =>
  found.ended_at === null || found.assessment === null ? assessCase(call, found) : Assessment.parse(found.assessment);

async function panelOf(call: Call, found: FoundCase): Promise<CaseView['panel']> {
  const panel = call.actor.role === 'talent' ? undefined : await panelState(call, found.id);
  return panel ? { size: panel.size, received: panel.received, meanTenths: panel.meanTenths, complete: panel.complete } : null;
}

const labelOf = (programme: Programme, stage: string, action: string) => programme.stages[stage]?.actions[action]?.label ?? action;

/** Applicants and staff read different words for a stage. */
export const forWhom = ({ actor }: Call, programme: Programme, stage: string): string => {
  const label = programme.stages[stage]?.label;
  return (actor.role === 'talent' ? label?.talent : label?.staff) ?? stage;
};
