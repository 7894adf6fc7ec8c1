import { Section } from '#platform/web/Section.tsx';
import { useWords } from '#platform/web/useWords.ts';
import type { EvaluationView } from '../domain/evaluationContract.ts';

/** What the person objected to, and what the bureau answered. */
export function ObjectionList({ view: { objections } }: { view: EvaluationView }) {
  const w = useWords();
  if (objections.length === 0) return null;
  const state = (upheld: boolean | null) => (upheld === null ? 'open' : upheld ? 'upheld' : 'dismissed');
  return (
    <Section title={w('deploy.objections')}>
      <ul>{objections.map((each, at) => <li key={at}><p>{each.content} <span className="cap">{w(`deploy.objection.${state(each.upheld)}`, { date: each.on })}</span></p>{each.answer ? <p className="sub">{each.answer}</p> : null}</li>)}</ul>
    </Section>
  );
}
