import './studio.css';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useParam, useSearchText } from '#platform/web/place.ts';
import { Section } from '#platform/web/Section.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { useApi, type Api } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { openContract } from '../domain/openContract.ts';
import { ChangeList } from './ChangeList.tsx';
import { ChangeTable } from './ChangeTable.tsx';
import { DraftReportView } from './DraftReportView.tsx';

type View = Awaited<ReturnType<Api<typeof openContract>['comparePolicies']>>;

/** Two versions of one policy: what differs in words, and as a table. */
export default function ComparePage() {
  const code = useParam('code');
  const [before, setBefore] = useSearchText('before');
  const [after, setAfter] = useSearchText('after');
  const api = useApi(openContract);
  const load = useLoad(['policy', code, 'comparison', before, after], () => api.comparePolicies({ params: { code }, query: { after, ...(before ? { before } : {}) } }));
  return <Loaded of={load}>{(view) => <Compared view={view} setBefore={setBefore} setAfter={setAfter} />}</Loaded>;
}

function Compared({ view, setBefore, setAfter }: { view: View; setBefore: (version: string) => void; setAfter: (version: string) => void }) {
  const w = useWords();
  const options = view.versions.map(({ version, from }) => ({ value: version, label: w('policy.versionFrom', { version, date: from }) }));
  return (
    <div className="stack">
      <PageHead over={<Go to={`/work/policies/${view.code}/${view.after.version}`}>{view.title}</Go>} title={w('policy.compare.title', { before: view.before.version, after: view.after.version })} sub={w('policy.compare.sub')} />
      <div className="form-grid">
        <SelectField required label={w('policy.compare.before')} value={view.before.version} onChange={setBefore} options={options} />
        <SelectField required label={w('policy.compare.after')} value={view.after.version} onChange={setAfter} options={options} />
      </div>
      <Section title={w('policy.compare.words')} note={w('policy.changes.n', { n: view.changes.length })}><ChangeList changes={view.changes} /></Section>
      <Section title={w('policy.compare.table')}><ChangeTable changes={view.changes} before={view.before.version} after={view.after.version} /></Section>
      {view.published?.report ? <DraftReportView report={view.published.report} /> : null}
    </div>
  );
}
