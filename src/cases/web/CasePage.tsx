import { Suspense } from 'react';
import { CaseCertificate } from '#registry/web/public.tsx';
import { Clock } from '#platform/web/Clock.tsx';
import { Explain } from '#platform/web/Explain.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useParam, usePath } from '#platform/web/place.ts';
import { Tag } from '#platform/web/Tag.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { explainedClauses } from '#policy/web/public.tsx';
import { casesContract, type CaseView } from '../domain/contract.ts';
import { CaseActions } from './CaseActions.tsx';
import { CaseDocuments } from './CaseDocuments.tsx';
import { CaseForm } from './CaseForm.tsx';
import { CaseTimeline } from './CaseTimeline.tsx';
import { Instalments } from './Instalments.tsx';
import { MoveVersion } from './MoveVersion.tsx';
import { Objections } from './Objections.tsx';
import './cases.css';

/** One case for whoever handles it: what happened, the file with sources, why, and what may be done. */
export default function CasePage() {
  const caseId = useParam('caseId');
  const api = useApi(casesContract);
  const load = useLoad(['case', caseId], () => api.viewCase({ params: { caseId } }));
  return <Loaded of={load}>{(view) => <CaseOf view={view} />}</Loaded>;
}

function CaseOf({ view }: { view: CaseView }) {
  const w = useWords();
  const category = view.categories.find(({ key }) => key === view.category)?.label;
  return (
    <>
      <PageHead
        over={w('cases.pinned', { number: view.number, version: view.programme.version })}
        title={`${view.person.name} · ${view.programme.title}${category ? ` · ${category}` : ''}`} sub={`${view.organisation.name}${view.teamName ? ` · ${view.teamName}` : ''}`}
        aside={<span className="row">{view.clock && !view.outcome ? <Clock clock={view.clock} about={view.stageLabel} mine={view.yours} /> : <span className="sub">{view.stageLabel}</span>}{view.yours && !view.outcome ? <Tag kind="waiting">{w('cases.yours')}</Tag> : null}</span>}
      />
      <MoveVersion view={view} />
      <div className="three case-columns">
        <div><CaseTimeline view={view} /></div>
        <div className="case-document"><CaseForm view={view} /><CaseDocuments view={view} /></div>
        <div className="stack"><Why view={view} /><Panel view={view} />{view.outcome === 'granted' ? <Suspense><CaseCertificate caseId={view.id} title={w('cases.certificate')} /></Suspense> : null}<Objections view={view} /><Instalments view={view} /><Basis view={view} /></div>
      </div>
      <CaseActions view={view} />
    </>
  );
}

/** Why the person is entitled or not, clause by clause. */
export function Why({ view: { id, outcome, explanation } }: { view: CaseView }) {
  const w = useWords();
  const letter = `${usePath().startsWith('/my') ? '/my' : '/work'}/cases/${id}/letter`;
  return (
    <section className="case-part">
      <h2>{w('cases.why')}</h2>
      {outcome === 'refused' ? <p><Go to={letter} look="button">{w('cases.letter.open')}</Go></p> : null}
      {explanation ? <Explain clauses={explainedClauses(explanation, w)} judgedOn={explanation.judgedOn} /> : <p className="sub">{w('cases.why.none')}</p>}
    </section>
  );
}

function Panel({ view: { panel } }: { view: CaseView }) {
  const w = useWords();
  if (!panel) return null;
  return (
    <section className="case-part">
      <h2>{w('cases.panel')}</h2>
      <p>{w('cases.panel.state', { size: panel.size, received: panel.received })}{panel.meanTenths === null ? '' : ` · ${w('cases.panel.mean', { mean: panel.meanTenths / 10 })}`}</p>
    </section>
  );
}

function Basis({ view: { programme, policy } }: { view: CaseView }) {
  const w = useWords();
  return (
    <section className="case-part">
      <h2>{w('cases.basis')}</h2>
      {policy ? <p>{w('cases.policy')} <Go to={`/work/policies/${policy.code}/${policy.version}`}>{w('cases.policy.version', { version: policy.version })}</Go></p> : null}
      <ul className="lines">{programme.basis.map(({ document, article }) => <li key={document}>{document}<span className="cap line">{article}</span></li>)}</ul>
    </section>
  );
}
