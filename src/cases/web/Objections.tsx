import { useState } from 'react';
import { AreaField } from '#platform/web/AreaField.tsx';
import { Button } from '#platform/web/Button.tsx';
import { Clock } from '#platform/web/Clock.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { useActor } from '#platform/web/useActor.ts';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { casesContract, type CaseView } from '../domain/contract.ts';

type Line = CaseView['objections'][number];

/** Objections to a case with their own clock; the bureau answers with reasons. */
export function Objections({ view }: { view: CaseView }) {
  const w = useWords();
  const { actor } = useActor();
  const [answering, setAnswering] = useState<Line | undefined>();
  if (view.objections.length === 0 && view.kind !== 'notice') return null;
  return (
    <section className="case-part">
      <h2>{w('cases.objections')}</h2>
      {view.objections.length === 0 ? <p className="sub">{w('cases.objections.none')}</p> : null}
      <ul className="lines">
        {view.objections.map((line) => (
          <li key={line.id}>
            <p>{line.content}</p>
            <Rechecks line={line} />
            {line.answer === null
              ? <span className="row"><Clock clock={line.clock} mine={actor.role === 'bureau'} />{actor.role === 'bureau' ? <Button small onClick={() => setAnswering(line)}>{w('cases.objections.answer')}</Button> : <span className="sub">{w('cases.objections.open')}</span>}</span>
              : <p className="sub">{w(line.upheld ? 'cases.objections.upheld' : 'cases.objections.rejected')} · {line.answer}{line.effect ? ` · ${w(`cases.objections.effect.${line.effect}`)}` : ''}</p>}
          </li>
        ))}
      </ul>
      {answering ? <Answer line={answering} close={() => setAnswering(undefined)} /> : null}
    </section>
  );
}

/** What looking again found; the office may look again until the objection is answered. */
function Rechecks({ line }: { line: Line }) {
  const w = useWords();
  const { actor } = useActor();
  const api = useApi(casesContract);
  const act = useAct((what: 'ballots' | 'scores') => api.recheckObjection({ params: { objectionId: line.id }, body: { what } }));
  const open = line.answer === null && actor.role === 'bureau';
  return (
    <>
      {line.rechecks.map((found) => <p key={found.at + found.what} className="sub">{w(`cases.recheck.${found.what}Found`, found.figures)} · <b>{w(found.agrees ? 'cases.recheck.agrees' : 'cases.recheck.differs')}</b></p>)}
      {open ? <span className="row">{(['ballots', 'scores'] as const).map((what) => <Button key={what} small busy={act.running} onClick={() => act.run(what)}>{w(`cases.recheck.${what}`)}</Button>)}</span> : null}
      <Refusal of={act.refusal} />
    </>
  );
}

function Answer({ line, close }: { line: Line; close: () => void }) {
  const w = useWords();
  const api = useApi(casesContract);
  const [verdict, setVerdict] = useState('');
  const [answer, setAnswer] = useState('');
  const act = useAct(() => api.answerObjection({ params: { objectionId: line.id }, body: { upheld: verdict === 'upheld', answer } }), { done: close });
  return (
    <Dialog
      title={w('cases.objections.answer')} open onClose={close}
      actions={verdict && answer.trim() ? <Button kind="primary" busy={act.running} onClick={() => act.run(undefined)}>{w('cases.action.confirm')}</Button> : null}
    >
      <p>{line.content}</p>
      <SelectField label={w('cases.objections')} required value={verdict} onChange={setVerdict} options={['upheld', 'rejected'].map((value) => ({ value, label: w(`cases.objections.${value}`) }))} />
      <AreaField label={w('cases.objections.text')} required maxLength={2000} value={answer} onChange={setAnswer} />
      <Refusal of={act.refusal} />
    </Dialog>
  );
}
