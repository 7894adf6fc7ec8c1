import './evaluation.css';
import { useState } from 'react';
import { AreaField } from '#platform/web/AreaField.tsx';
import { Button } from '#platform/web/Button.tsx';
import { CheckField } from '#platform/web/CheckField.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { ShutButton } from '#platform/web/ShutButton.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import { useParam } from '#platform/web/place.ts';
import { useAct } from '#platform/web/useAct.ts';
import { useActor } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { evaluationContract, type EvaluationView } from '../domain/evaluationContract.ts';
import { FigureForm } from './FigureForm.tsx';
import { IndexNote } from './IndexNote.tsx';
import { ObjectionList } from './ObjectionList.tsx';
import { ResultView } from './ResultView.tsx';

/** One evaluation for staff: figures, the explained result, objections, confirming and closing. */
export default function EvaluationPage() {
  const w = useWords();
  const evaluationId = useParam('evaluationId');
  const api = useApi(evaluationContract);
  const view = useLoad(['evaluation', evaluationId], () => api.viewEvaluation({ params: { evaluationId } }));
  return (
    <Loaded of={view}>
      {(shown) => (
        <div className="stack">
          <PageHead over={<Go to={`/work/evaluations?year=${shown.toYear}`}>{w('deploy.evaluations')}</Go>} title={w('deploy.title', { name: shown.name, span: shown.span === 'year' ? w('deploy.yearOf', { year: shown.toYear }) : w('deploy.term', { from: shown.fromYear, to: shown.toYear }) })}
            sub={shown.organisation} aside={<Tag kind={shown.state === 'closed' ? 'green' : 'plain'}>{w(`deploy.state.${shown.state}`)}</Tag>} />
          <IndexNote index={shown.index} />
          {shown.may.enter ? <FigureForm key={shown.evaluationId} view={shown} /> : null}
          <Section title={w('deploy.result')}><ResultView view={shown} /></Section>
          <ObjectionList view={shown} />
          {shown.may.answer ? <Answer view={shown} /> : null}
          <Ending view={shown} />
        </div>
      )}
    </Loaded>
  );
}

function Answer({ view: { evaluationId } }: { view: EvaluationView }) {
  const w = useWords();
  const api = useApi(evaluationContract);
  const [upheld, setUpheld] = useState(false);
  const [content, setContent] = useState('');
  const act = useAct(() => api.answerObjection({ params: { evaluationId }, body: { upheld, content } }));
  return (
    <Section title={w('deploy.answer')} waiting>
      <CheckField label={w('deploy.answer.upheld')} value={upheld} onChange={setUpheld} />
      <AreaField label={w('deploy.answer.content')} required rows={3} value={content} onChange={setContent} maxLength={500} />
      <Button kind="primary" busy={act.running} onClick={() => act.run(undefined)}>{w('deploy.answer.send')}</Button>
      <Refusal of={act.refusal} />
    </Section>
  );
}

function Ending({ view }: { view: EvaluationView }) {
  const w = useWords();
  const { actor } = useActor();
  const api = useApi(evaluationContract);
  const params = { evaluationId: view.evaluationId };
  const confirm = useAct(() => api.confirmEvaluation({ params, body: {} }));
  const close = useAct(() => api.closeEvaluation({ params, body: {} }));
  const { fact } = view.index;
  if (view.state === 'closed') return <p>{view.span === 'year' ? w('deploy.closed', { date: view.closedOn ?? '', fact }) : w('deploy.closed.term', { date: view.closedOn ?? '' })}</p>;
  const missing = view.span === 'year' ? view.result.missing.length : 0;
  return (
    <div>
      {view.may.confirm ? missing > 0 ? <ShutButton beside why={w('deploy.confirm.shut', { n: missing })}>{w('deploy.confirm')}</ShutButton> : <Button kind="primary" busy={confirm.running} onClick={() => confirm.run(undefined)}>{w('deploy.confirm')}</Button> : null}
      {view.may.close ? <><Button kind="primary" busy={close.running} onClick={() => close.run(undefined)}>{w('deploy.close')}</Button><p className="sub">{w('deploy.close.what', { fact })}</p></> : null}
      {actor.role === 'bureau' && view.state === 'confirmed' && !view.may.close ? <ShutButton beside why={w('deploy.close.shut', { date: view.objectionsUntil ?? '' })}>{w('deploy.close')}</ShutButton> : null}
      <Refusal of={confirm.refusal ?? close.refusal} />
    </div>
  );
}
