import { openContract } from '#policy/domain/openContract.ts';
import { ResultRow } from '#policy/web/public.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { entitlementContract } from '../domain/entitlementContract.ts';
import { OffersList } from './OffersList.tsx';
import { resultsOf, type MyDue, type MyResult } from './reads.ts';

const verdicts = ['yes', 'unknown', 'no'] as const;

/** Everything the policies say of the talent today, each with its clauses, facts and sources one press away. */
export default function Services() {
  const w = useWords();
  const api = useApi(openContract);
  const entitlements = useApi(entitlementContract);
  const due = useLoad(['entitlements', 'mine'], () => entitlements.ownEntitlements());
  const judged = useLoad(['policy', 'mine'], () => api.listOwnEntitlements());
  return (
    <div className="plain-page">
      <PageHead title={w('retain.services')} sub={w('retain.services.sub')} />
      {due.value ? <ToConfirm due={due.value} /> : null}
      <Loaded of={judged}>{(value) => <Verdicts results={resultsOf(value)} />}</Loaded>
    </div>
  );
}

/** Offers, and those put aside, which may still be confirmed. */
function ToConfirm({ due: { entitlements } }: { due: MyDue }) {
  const w = useWords();
  const offers = entitlements.filter(({ state }) => state !== 'confirmed');
  if (offers.length === 0) return null;
  return <Section title={w('retain.offers')} waiting={offers.some(({ state }) => state === 'offered')}><OffersList offers={offers} first /></Section>;
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
