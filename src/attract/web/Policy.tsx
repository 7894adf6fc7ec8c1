import './portal.css';
import { openContract } from '#policy/domain/openContract.ts';
import { ChangeList, plainRule } from '#policy/web/public.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useParam } from '#platform/web/place.ts';
import { Section } from '#platform/web/Section.tsx';
import { Unverified } from '#platform/web/Unverified.tsx';
import { downloadOf, useApi, type Api } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';

type View = Awaited<ReturnType<Api<typeof openContract>['viewPolicy']>>;

/** One policy in plain words: what it gives, clause by clause, with the article; numbers still to be verified are not shown. */
export default function Policy() {
  const code = useParam('code');
  const version = useParam('version');
  const api = useApi(openContract);
  const load = useLoad(['policy', code, version], () => api.viewPolicy({ params: { code, version } }));
  return <div className="plain-page"><Loaded of={load}>{(policy) => <PolicyText policy={policy} />}</Loaded></div>;
}

function PolicyText({ policy }: { policy: View }) {
  const w = useWords();
  return (
    <>
      <PageHead over={policy.documents.join(w('platform.listComma'))} title={policy.title} sub={w('attract.policies.from', { version: policy.version, date: policy.from })}
        aside={<Go to="/" look="primary">{w('attract.programme.check')}</Go>} />
      <div className="two">
        <Section title={w('attract.policies.clauses')}>
          <ul className="clause-list">
            {policy.clauses.map((clause) => (
              <li key={clause.name}>
                <h3>{clause.name} {clause.unverified ? <Unverified /> : null}</h3>
                <p className="law">{clause.when ? w('policy.plain.when', { text: plainRule(clause.when, w) }) : ''}{plainRule(clause.text, w)}{w('platform.stop')}</p>
                <p className="cap">{clause.document} {clause.article}{clause.exceptionTo ? ` · ${w('attract.policies.exception', { clause: clause.exceptionTo })}` : ''}</p>
              </li>
            ))}
          </ul>
        </Section>
        <aside className="stack">
          <Section title={w('attract.policies.gives')}>
            <ul className="clause-list">
              {policy.outcomes.map((outcome) => (
                <li key={outcome.name}>
                  <b>{outcome.name}</b> {outcome.unverified ? <Unverified /> : null}
                  <p className="sub">{plainRule(outcome.text, w)}{w('platform.stop')}</p>
                  {outcome.unverified ? <p className="cap">{w('attract.check.amountsWait')}</p> : null}
                  <p className="cap">{outcome.document} {outcome.article}</p>
                </li>
              ))}
            </ul>
          </Section>
          <WhatChanged policy={policy} />
          <p className="cap"><a href={downloadOf(`/api/policies/${policy.code}/${policy.version}/dmn`)} download>{w('policy.dmn')}</a> {w('policy.dmn.for')}</p>
        </aside>
      </div>
    </>
  );
}

/** What this version says differently from the one before it; a first version has none. */
function WhatChanged({ policy: { code, version, from, versions } }: { policy: View }) {
  const w = useWords();
  const api = useApi(openContract);
  const follows = versions.some((each) => each.from < from);
  const load = useLoad(['policy', code, 'comparison', version], () => api.comparePolicies({ params: { code }, query: { after: version } }), { when: follows });
  if (!follows) return null;
  return <Loaded of={load}>{(view) => <Section title={w('attract.policies.changes', { version: view.before.version })}><ChangeList changes={view.changes} /></Section>}</Loaded>;
}
