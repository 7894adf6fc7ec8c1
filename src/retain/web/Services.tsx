import { policyContract } from '#policy/domain/contract.ts';
import { ResultRow } from '#policy/web/public.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { resultsOf, type MyResult } from './reads.ts';

const verdicts = ['yes', 'unknown', 'no'] as const;

/** Everything the policies say of the talent today, each with its clauses, facts and sources one press away. */
export default function Services() {
  const w = useWords();
  const api = useApi(policyContract);
  const judged = useLoad(['policy', 'mine'], () => api.listOwnEntitlements());
  return (
    <div className="plain-page">
      <PageHead title={w('retain.services')} sub={w('retain.services.sub')} />
      <Loaded of={judged}>{(value) => <Verdicts results={resultsOf(value)} />}</Loaded>
    </div>
  );
}

function Verdicts({ results }: { results: readonly MyResult[] }) {
  const w = useWords();
  if (results.length === 0) return <Empty>{w('retain.entitled.none')}</Empty>;
  const groups = verdicts.map((verdict) => ({ verdict, held: results.filter((result) => result.verdict === verdict) }));
  return (
    <div className="stack">
      {groups.filter(({ held }) => held.length > 0).map(({ verdict, held }) => (
        <Section key={verdict} title={w(`retain.services.${verdict}`, { n: held.length })}>
          <ul>{held.map((result) => <ResultRow key={`${result.document}${result.name}`} result={result} />)}</ul>
        </Section>
      ))}
    </div>
  );
}
