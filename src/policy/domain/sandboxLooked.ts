import { personOn } from './evaluate.ts';
import { verdictAt, type Outcome } from './kernel/outcome.ts';
import { missingFor } from './missing.ts';
import type { Policy, Verdict } from './model.ts';
import { moveBetween, outcomesNamed, resultNames, type Move, type Trial } from './sandbox.ts';
import type { Crowd } from './sandboxCrowd.ts';
import { justOutside, missOf, type Miss } from './sandboxOutside.ts';

/** One person's answer to one result before and after, and why it is not yes. */
export type Look = { index: number; result: string; before: Verdict; after: Verdict; move: Move | undefined; missing: string[]; missed: Miss | undefined };

/** Which answers to look at; all of them where nothing is named. */
export type Wanted = { result?: string | undefined; institution?: number | undefined };

const verdictIn = (outcome: Outcome | undefined, index: number): Verdict => (outcome ? verdictAt(outcome, index) : 'no');

/** Every answer of the tried policy beside the published one, with the facts that are missing and the threshold that was missed. */
export function* looks(trial: Trial, crowd: Crowd, outcomes: readonly Outcome[], { result: only, institution }: Wanted = {}): Generator<Look> {
  const names = resultNames(trial).filter((name) => only === undefined || name === only);
  const before = outcomesNamed(names, trial.published.outcomes, trial.published.policy);
  const after = outcomesNamed(names, outcomes, trial.tried);
  for (let index = 0; index < crowd.size; index += 1) {
    if (institution !== undefined && crowd.institutionOf[index] !== institution) continue;
    const answers = names.map((name, at) => ({ result: name, before: verdictIn(before[at], index), after: verdictIn(after[at], index) }));
    yield* reasoned(trial, crowd, index, answers);
  }
}

function* reasoned({ tried, published: { asOf } }: Trial, crowd: Crowd, index: number, answers: Pick<Look, 'result' | 'before' | 'after'>[]): Generator<Look> {
  const open = answers.some(({ after }) => after !== 'yes');
  const person = open ? personOn(tried, crowd.factsOf(index), asOf) : undefined;
  for (const answer of answers) {
    const when = tried.results[answer.result]?.when;
    const missed = person && answer.after === 'no' ? missOf(tried, answer.result, person) : undefined;
    yield {
      index, ...answer, move: moveBetween(answer.before, answer.after),
      missing: person && when && answer.after === 'unknown' ? [...missingFor(when, person).facts] : [], missed: justOutside(missed) ? missed : undefined,
    };
  }
}

/** How many are just outside by result, and how many lack each fact. */
export type Summary = { outside: Map<string, number>; missing: Map<string, { people: number; becomesUnknown: number }> };

/** Counts what looks show; a person lacks a fact once, however many results want it. */
export function summed(trial: Trial, crowd: Crowd, outcomes: readonly Outcome[]): Summary {
  const outside = new Map(Object.keys(trial.tried.results).map((name): [string, number] => [name, 0]));
  const lacks = new Map<string, { people: Set<number>; fresh: Set<number> }>();
  for (const { index, result, missed, missing, move } of looks(trial, crowd, outcomes)) {
    if (missed) outside.set(result, (outside.get(result) ?? 0) + 1);
    for (const fact of missing) {
      const known = lacks.get(fact) ?? { people: new Set(), fresh: new Set() };
      lacks.set(fact, known);
      known.people.add(index);
      if (move === 'becomesUnknown') known.fresh.add(index);
    }
  }
  return { outside, missing: new Map([...lacks].map(([fact, { people, fresh }]) => [fact, { people: people.size, becomesUnknown: fresh.size }])) };
}

/** Whether somebody is entitled to anything under a policy, out of its outcomes. */
export const anyYes = (policy: Policy, outcomes: readonly Outcome[], index: number): boolean =>
  Object.keys(policy.results).some((_, at) => outcomes[at] !== undefined && verdictAt(outcomes[at], index) === 'yes');
