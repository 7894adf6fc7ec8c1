import './evaluation.css';
import { useWords, type Words } from '#platform/web/useWords.ts';
import type { EvaluationView } from '../domain/evaluationContract.ts';
import type { Element, Indicator } from '../domain/evaluationIndex.ts';

/** The result, and for every indicator its figure, its rule, its points and its source. */
export function ResultView({ view: { index, result, span } }: { view: EvaluationView }) {
  const w = useWords();
  const points = (tenths: number | null) => (tenths === null ? '—' : (tenths / 10).toFixed(1));
  return (
    <>
      <p><b>{result.tenths === null ? w('deploy.result.open', { names: result.missing.join('、') }) : w('deploy.result.whole', { points: points(result.tenths), level: result.level ?? '' })}</b></p>
      {result.vetoedBy ? <p>{w('deploy.result.veto', { name: result.vetoedBy, level: index.levels.at(-1)?.name ?? '' })}</p> : null}
      <div className="evaluation-elements">
        {index.elements.map((element) => {
          const scored = result.elements.find(({ key }) => key === element.key);
          return (
            <div key={element.key}>
              <h3><span>{w('deploy.element', { name: element.name, weight: element.weight })}</span><span>{scored?.tenths === null ? '—' : w('deploy.element.points', { points: points(scored?.tenths ?? null) })}</span></h3>
              <div className="evaluation-bar" aria-hidden="true"><i style={{ width: `${(scored?.tenths ?? 0) / 10}%` }} /></div>
              {span === 'year' ? <Indicators element={element} scored={scored} /> : null}
            </div>
          );
        })}
      </div>
    </>
  );
}

function Indicators({ element, scored }: { element: Element; scored: EvaluationView['result']['elements'][number] | undefined }) {
  const w = useWords();
  return (
    <ul>
      {element.indicators.map((indicator) => {
        const found = scored?.indicators.find(({ key }) => key === indicator.key);
        return (
          <li key={indicator.key}>
            <span>{indicator.name}</span><b>{found?.value === null || found === undefined ? w('deploy.indicator.missing') : `${found.value} ${indicator.unit}`}</b>
            <span className="cap">{[found?.score === null || found === undefined ? '' : w('deploy.indicator.counts', { score: found.score, weight: indicator.weight }), ruleOf(indicator, w), sourceOf(indicator, w)].filter(Boolean).join('；')}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** Where a figure comes from. */
export const sourceOf = ({ source, fact }: Indicator, w: Words): string => (fact ? w('deploy.source.fact', { fact }) : w('deploy.source', { source }));

/** The labels of a choice, best first. */
export const choicesOf = (scores: Readonly<Record<string, number>>): string[] => Object.keys(scores).toSorted((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0));

/** How a figure counts, in words. */
export function ruleOf({ rule, unit }: Indicator, w: Words): string {
  if (rule.kind === 'full') return w('deploy.rule.full', { full: rule.full, unit });
  if (rule.kind === 'choice') return w('deploy.rule.choice', { scores: choicesOf(rule.scores).map((label) => w('deploy.rule.scored', { label, score: rule.scores[label] ?? 0 })).join('、') });
  return w('deploy.rule.steps', { scores: rule.steps.map(({ upTo, score }) => (upTo === undefined ? w('deploy.rule.rest', { score }) : w('deploy.rule.step', { upTo, score }))).join('、') });
}
