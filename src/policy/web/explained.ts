import type { ExplainedClause } from '#platform/web/Explain.tsx';
import type { Words } from '#platform/web/useWords.ts';
import type { ExplainedResult } from '../domain/contract.ts';

/** The lines of a judgement as clauses that the explanation shows; ways to qualify stand as next step of the first that fails. */
export function explainedClauses(result: ExplainedResult, w: Words): ExplainedClause[] {
  const way = result.ways[0]?.steps.map((step) => step.text).join(w('platform.comma'));
  const firstOpen = result.lines.findIndex((line) => line.mark !== 'yes');
  return result.lines.map((line, index) => ({
    mark: line.mark,
    clause: line.clause,
    article: [line.document, line.article].filter(Boolean).join(' · '),
    fact: line.facts.map((fact) => `${fact.name} ${fact.value ?? w('platform.notKnown')}`).join(w('platform.comma')),
    source: line.facts.find((fact) => fact.source)?.source,
    unverified: line.unverified,
    ...(index === firstOpen && way ? { next: way } : {}),
  }));
}
