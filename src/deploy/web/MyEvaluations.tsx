import './evaluation.css';
import { useState } from 'react';
import { AreaField } from '#platform/web/AreaField.tsx';
import { Button } from '#platform/web/Button.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { evaluationContract, type EvaluationView } from '../domain/evaluationContract.ts';
import { IndexNote } from './IndexNote.tsx';
import { ObjectionList } from './ObjectionList.tsx';
import { ResultView } from './ResultView.tsx';

/** My evaluations as my institution confirmed them: every indicator, and my word on it. */
export default function MyEvaluations() {
  const w = useWords();
  const api = useApi(evaluationContract);
  const own = useLoad(['evaluations', 'own'], () => api.listOwnEvaluations());
  return (
    <div className="stack plain-page">
      <PageHead title={w('deploy.mine')} sub={w('deploy.mine.sub')} />
      <Loaded of={own}>
        {({ rows }) => (rows.length === 0 ? <Empty>{w('deploy.mine.none')}</Empty> : <>{rows.map((view) => <Own key={view.evaluationId} view={view} />)}</>)}
      </Loaded>
    </div>
  );
}

function Own({ view }: { view: EvaluationView }) {
  const w = useWords();
  const span = view.span === 'year' ? w('deploy.yearOf', { year: view.toYear }) : w('deploy.term', { from: view.fromYear, to: view.toYear });
  return (
    <Section title={`${view.index.title} · ${span}`} note={w(`deploy.state.${view.state}`)} waiting={view.may.object}>
      <div className="stack">
        <div><ResultView view={view} /></div>
        <ObjectionList view={view} />
        {view.may.object ? <Word view={view} /> : null}
        {view.closedOn ? <p>{view.span === 'year' ? w('deploy.closed', { date: view.closedOn, fact: view.index.fact }) : w('deploy.closed.term', { date: view.closedOn })}</p> : null}
        <IndexNote index={view.index} />
      </div>
    </Section>
  );
}

function Word({ view }: { view: EvaluationView }) {
  const w = useWords();
  const api = useApi(evaluationContract);
  const [open, setOpen] = useState(false);
  const [content, setContent] = useState('');
  const params = { evaluationId: view.evaluationId };
  const agree = useAct(() => api.agreeToEvaluation({ params, body: {} }));
  const object = useAct(() => api.objectToEvaluation({ params, body: { content } }), { done: () => setOpen(false) });
  return (
    <div>
      <p className="sub">{w('deploy.until', { date: view.objectionsUntil ?? '' })}</p>
      <p className="row"><Button kind="primary" busy={agree.running} onClick={() => agree.run(undefined)}>{w('deploy.agree')}</Button><Button onClick={() => setOpen(true)}>{w('deploy.object')}</Button></p>
      <Refusal of={agree.refusal} />
      <Dialog title={w('deploy.object')} open={open} onClose={() => setOpen(false)} actions={<Button kind="primary" busy={object.running} onClick={() => object.run(undefined)}>{w('deploy.object.send')}</Button>}>
        <div>
          <AreaField label={w('deploy.object.content')} required rows={4} value={content} onChange={setContent} maxLength={500} />
          <Refusal of={object.refusal} />
        </div>
      </Dialog>
    </div>
  );
}
