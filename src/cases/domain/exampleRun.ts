import type { Role } from '#platform/domain/actor.ts';
import { no } from '#platform/domain/answer.ts';
import { type GuardAnswers, mayTake, stageAfter, type Step } from './flow.ts';
import { type Effect, Guard, type Outcome, type Programme } from './programme.ts';

type Example = { refuse: Partial<Record<Guard, string>>; steps: readonly (readonly [Role, string, string?])[] };

/** Guards that all hold, except those named with the reason they answer. */
export const guardsExcept = (refuse: Partial<Record<Guard, string>> = {}): GuardAnswers =>
  Object.fromEntries(Guard.options.flatMap((guard) => (refuse[guard] ? [[guard, no(refuse[guard])]] : [])));

/** Takes the steps of an example; says where it ended, what it did, and which step was answered otherwise than written. */
export function runExample(programme: Programme, { refuse, steps }: Example): { ends: Outcome | undefined; effects: Effect[]; surprises: string[] } {
  const guards = guardsExcept(refuse);
  const taken: Step[] = [];
  const surprises: string[] = [];
  for (const [by, action, refused] of steps) {
    const answer = mayTake(programme, stageAfter(programme, taken), action, by, guards);
    if (answer.ok) taken.push(answer.value);
    const reason = answer.ok ? undefined : answer.reason;
    if (reason !== refused) surprises.push(`${by} ${action}: ${reason ?? 'taken'}, expected ${refused ?? 'taken'}`);
  }
  return { ends: programme.stages[stageAfter(programme, taken)]?.outcome, effects: taken.flatMap((step) => step.effects), surprises };
}
