import { Suspense, useState } from 'react';
import { Clock } from '#platform/web/Clock.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useParam } from '#platform/web/place.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { ReviewNow } from '#review/web/public.tsx';
import { casesContract, type CaseView } from '../domain/contract.ts';
import { CaseActions } from './CaseActions.tsx';
import { CaseDocuments } from './CaseDocuments.tsx';
import { CaseForm } from './CaseForm.tsx';
import { Why } from './CasePage.tsx';
import { CaseTimeline } from './CaseTimeline.tsx';
import { DraftForm } from './DraftForm.tsx';
import { Instalments } from './Instalments.tsx';
import { useDraft } from './useDraft.ts';
import './cases.css';

/** One's own application: a draft to fill in, afterwards what happens to it. */
export default function MyCase() {
  const caseId = useParam('caseId');
  const api = useApi(casesContract);
  const load = useLoad(['case', caseId], () => api.viewCase({ params: { caseId } }));
  return <Loaded of={load}>{(view) => <Own view={view} reread={load.again} />}</Loaded>;
}

function Own({ view, reread }: { view: CaseView; reread: () => void }) {
  const w = useWords();
  const [first] = useState(view);
  const draft = useDraft(view, first, reread);
  const drafting = view.kind === 'draft';
  return (
    <div className="plain-page stack">
      <PageHead
        over={<Go to="/my/cases">{w('cases.apply.back')}</Go>} title={view.programme.title}
        sub={`${view.number} · ${view.talentLabel}${view.round ? ` · ${view.round.title}` : ''}`} aside={view.clock && !view.outcome ? <Clock clock={view.clock} mine={view.yours} /> : null}
      />
      <div className="beside">
        <div className="stack">
          {drafting ? <DraftForm view={view} draft={draft} /> : <div className="sheet roomy"><CaseForm view={view} /></div>}
          <CaseDocuments view={view} />
        </div>
        <aside className="stack">{drafting ? null : <Suspense><ReviewNow subject={view.id} /></Suspense>}<Why view={view} /><CaseTimeline view={view} /><Instalments view={view} /></aside>
      </div>
      <CaseActions view={view} before={draft.settle} />
    </div>
  );
}
