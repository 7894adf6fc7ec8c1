import './policy.css';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useParam } from '#platform/web/place.ts';
import { Section } from '#platform/web/Section.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import { useActor } from '#platform/web/useActor.ts';
import { downloadOf, useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { openContract } from '../domain/openContract.ts';
import { ClauseRules } from './ClauseRules.tsx';
import { EntitlementsExport } from './EntitlementsExport.tsx';
import { ForceTag } from './ForceTag.tsx';
import { ParameterTable } from './ParameterTable.tsx';
import { PolicyTests } from './PolicyTests.tsx';
import type { PolicyView } from './policyView.ts';

/** One policy for the office: clauses beside their rules, dated values, its own tests, and what keeps it from being final. */
export default function PolicyPage() {
  const code = useParam('code');
  const version = useParam('version');
  const api = useApi(openContract);
  const load = useLoad(['policy', code, version], () => api.viewPolicy({ params: { code, version } }));
  return <Loaded of={load}>{(policy) => <PolicySheet policy={policy} />}</Loaded>;
}

function PolicySheet({ policy }: { policy: PolicyView }) {
  const w = useWords();
  return (
    <>
      <PageHead over={policy.documents.join(w('platform.listComma'))} title={policy.title} sub={w('policy.versionFrom', { version: policy.version, date: policy.from })} aside={<Versions policy={policy} />} />
      <div className="beside">
        <div>
          <Section title={w('policy.clauses')} note={w('policy.clauses.note')}><ClauseRules policy={policy} /></Section>
          <Gate policy={policy} />
        </div>
        <aside className="stack">
          <Section title={w('policy.parameters')}><ParameterTable parameters={policy.parameters} /></Section>
          <Section title={w('policy.tests')} note={w('policy.tests.passed', { n: policy.tests.filter((each) => each.passed).length, total: policy.tests.length })}><PolicyTests tests={policy.tests} /></Section>
          <EntitlementsExport code={policy.code} version={policy.version} />
        </aside>
      </div>
    </>
  );
}

function Versions({ policy }: { policy: PolicyView }) {
  const w = useWords();
  const { actor } = useActor();
  return (
    <>
      {policy.versions.length > 1 ? <Go to={`/work/policies/${policy.code}/comparison?after=${policy.version}`}>{w('policy.compare')}</Go> : null}
      {actor.role === 'bureau' || actor.role === 'leader' ? <Go to={`/work/policies/${policy.code}/${policy.version}/sandbox`}>{w('policy.sandbox')}</Go> : null}
      <a href={downloadOf(`/api/policies/${policy.code}/${policy.version}/dmn`)} download>{w('policy.dmn')}</a>
      <ForceTag of={policy} />
      {policy.versions.filter((each) => each.version !== policy.version).map((each) => <Go key={each.version} to={`/work/policies/${policy.code}/${each.version}`}>{w('policy.versionFrom', { version: each.version, date: each.from })}</Go>)}
    </>
  );
}

/** What stands between this policy and being final: values without an official text, tests that fail. */
function Gate({ policy }: { policy: PolicyView }) {
  const w = useWords();
  const failed = policy.tests.filter((each) => !each.passed).length;
  if (policy.unverified === 0 && failed === 0) return null;
  return <div className="policy-gate"><Tag kind="open">{w('policy.gate.tag')}</Tag><p className="why"><b>{w('policy.gate')}</b>{w('policy.gate.why', { open: policy.unverified, failed, total: policy.tests.length })}</p></div>;
}
