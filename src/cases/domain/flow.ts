import type { Role } from '#platform/domain/actor.ts';
import { type Answer, no, type Refusal, yes } from '#platform/domain/answer.ts';
import type { Ask, Effect, Guard, Programme } from './programme.ts';

/** What each guard answers for one case now: nothing when it holds, else the refusal with its numbers. */
export type GuardAnswers = Partial<Record<Guard, Refusal>>;
export type Step = { action: string; from: string; to: string; by: Role; effects: Effect[]; asks: Ask[]; wantsReason: boolean };

/** May this role take this action now; if not, why not. The one gate for server and screen. */
export function mayTake(programme: Programme, stage: string, action: string, by: Role, guards: GuardAnswers): Answer<Step> {
  const found = programme.stages[stage]?.actions[action];
  if (!found) return elsewhere(programme, stage, action, guards);
  if (!found.by.includes(by)) return no('notYourAction', { params: { roles: found.by.join(', ') } });
  const refusals = found.needs.flatMap((guard) => { const answer = guards[guard]; return answer ? [{ guard, answer }] : []; });
  const [first] = refusals;
  if (first) {
    const problems = refusals.map(({ guard, answer }) => ({ field: guard, reason: answer.reason }));
    return no(first.answer.reason, { ...first.answer.detail, problems: first.answer.detail?.problems ?? problems });
  }
  return yes({ action, from: stage, to: found.to, by, effects: found.does, asks: found.asks, wantsReason: found.reason === 'required' });
}

// An action of another stage is a step skipped, not an unknown word (bad-inputs row 28).
function elsewhere(programme: Programme, stage: string, action: string, guards: GuardAnswers): Refusal {
  const exists = Object.values(programme.stages).some((other) => other.actions[action]);
  if (!exists) return no('notOffered', { params: { action } });
  const running = guards.noticeOver?.detail;
  return no('notYet', { ...running, params: { stage: programme.stages[stage]?.label.staff ?? stage, ...running?.params } });
}

/** Everything a screen needs to draw its buttons: each action of a role, with the reason where it is shut. */
export const offered = (programme: Programme, stage: string, by: Role, guards: GuardAnswers) =>
  Object.entries(programme.stages[stage]?.actions ?? {})
    .filter(([, action]) => action.by.includes(by))
    .map(([action, { label, to, reason, asks }]) => ({
      action, label, asks, forward: to === stage || isHopeful(programme, to), wantsReason: reason === 'required', answer: mayTake(programme, stage, action, by, guards),
    }));

/** The step by which a case moves to another version of its programme; no programme may use the word. */
export const moveAction = 'move-to-version';

/** The stage that a history leads to; the stored stage must equal it. */
export const stageAfter = (programme: Programme, steps: readonly Pick<Step, 'to'>[]): string => steps.at(-1)?.to ?? programme.start;

/** Stages still ahead on the way to being granted, in order: what the timeline shows as to come. */
export function aheadOf(programme: Programme, stage: string): string[] {
  const towards = (name: string) =>
    Object.values(programme.stages[name]?.actions ?? {}).map((action) => action.to).filter((to) => isHopeful(programme, to) && to !== name);
  const path: string[] = [];
  for (let [next] = towards(stage); next && !path.includes(next) && next !== stage; [next] = towards(next)) path.push(next);
  return path;
}

const isHopeful = (programme: Programme, name: string) => {
  const found = programme.stages[name];
  return found !== undefined && found.kind !== 'draft' && (found.outcome === undefined || found.outcome === 'granted');
};
