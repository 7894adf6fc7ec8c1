import type { ExplainedClause } from '#platform/web/Explain.tsx';
import type { Words } from '#platform/web/useWords.ts';
import type { ExplainedResult } from '../domain/openContract.ts';
import { markOfClause } from '../domain/clauseMark.ts';
import { nextStepsOf } from '../domain/nextSteps.ts';

type Line = ExplainedResult['lines'][number];


/** The lines of a judgement as clauses to show, one a clause; the cheapest way stands as next step of the first that fails. */
export function explainedClauses(result: ExplainedResult, w: Words): ExplainedClause[] {
  const clauses = [...Map.groupBy(result.lines, (line) => `${line.clause} ${line.document} ${line.article}`).values()];
  const shown = clauses.map((lines) => clauseOf(lines, w));
  const firstOpen = shown.findIndex((clause) => clause.mark !== 'yes');
  const next = nextStepOf(result, w);
  return shown.map((clause, index) => (index === firstOpen && next ? { ...clause, next } : clause));
}

/** The cheapest way in one sentence, '' when there is none. */
export const nextStepOf = (result: ExplainedResult, w: Words): string =>
  nextStepsOf(result, w).join(w('platform.comma'));

/** Facts that would settle what is unknown. */
export const missingOf = (result: ExplainedResult): string[] => [...new Set(result.lines.flatMap((line) => line.missing))];

function clauseOf(lines: readonly Line[], w: Words): ExplainedClause {
  const [first] = lines;
  if (!first) throw new Error('a clause without lines');
  const facts = new Map(lines.flatMap((line) => line.facts).map((fact) => [fact.name, fact]));
  return {
    mark: markOfClause(lines),
    clause: first.clause,
    article: [first.document, first.article].filter(Boolean).join(' · '),
    fact: [...facts.values()].map((fact) => `${fact.name} ${fact.value ?? w('platform.notKnown')}`).join(w('platform.comma')),
    source: [...facts.values()].find((fact) => fact.source)?.source,
    unverified: lines.some((line) => line.unverified),
  };
}
