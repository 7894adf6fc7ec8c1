import { policyContract } from '#policy/domain/contract.ts';
import { explainedClauses } from '#policy/web/public.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Explain } from '#platform/web/Explain.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Section } from '#platform/web/Section.tsx';
import { Tri } from '#platform/web/Tri.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { resultsOf } from './reads.ts';

const order = { yes: 0, unknown: 1, no: 2 } as const;

/** Everything the policies say of the talent today, each with its clauses, facts and sources. */
export default function Services() {
  const w = useWords();
  const api = useApi(policyContract);
  const judged = useLoad(['policy', 'mine'], () => api.listOwnEntitlements());
  return (
    <div className="plain-page">
      <PageHead title={w('retain.services')} sub={w('retain.services.sub')} />
      <Loaded of={judged}>
        {(value) => {
          const results = resultsOf(value).toSorted((a, b) => order[a.verdict] - order[b.verdict]);
          if (results.length === 0) return <Empty>{w('retain.entitled.none')}</Empty>;
          return (
            <div className="stack narrow">
              {results.map((result) => (
                <Section key={`${result.document}${result.name}`} title={<><Tri value={result.verdict} /> {result.name}</>} note={`${result.document} ${result.article}`}>
                  <Explain clauses={explainedClauses(result, w)} judgedOn={value.judged[0]?.asOf} />
                </Section>
              ))}
            </div>
          );
        }}
      </Loaded>
    </div>
  );
}
