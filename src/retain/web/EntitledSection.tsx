import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Section } from '#platform/web/Section.tsx';
import type { Load } from '#platform/web/useLoad.ts';
import { Unverified } from '#platform/web/Unverified.tsx';
import { useWords } from '#platform/web/useWords.ts';
import { writtenFen } from '#platform/web/written.ts';
import { resultsOf, type MyEntitlements, type MyResult } from './reads.ts';

/** What the policies grant the talent today, with the document that says so. */
export function EntitledSection({ judged }: { judged: Load<MyEntitlements> }) {
  const w = useWords();
  return (
    <Section title={w('retain.entitled')} more={<Go to="/my/services">{w('retain.entitled.why')}</Go>} className="area-entitled">
      <Loaded of={judged}>
        {(value) => {
          const held = resultsOf(value).filter((result) => result.verdict === 'yes');
          return held.length === 0 ? <Empty>{w('retain.entitled.none')}</Empty> : <Held results={held} />;
        }}
      </Loaded>
    </Section>
  );
}

function Held({ results }: { results: readonly MyResult[] }) {
  const w = useWords();
  return (
    <table className="entitled">
      <caption className="reader-only">{w('retain.entitled')}</caption>
      <tbody>
        {results.map((result) => (
          <tr key={`${result.document}${result.name}`}>
            <td>{result.service ?? result.qualification ?? result.name}<span className="source">{result.document} {result.article}</span></td>
            <td className="r nw">{result.sureFen !== null && !result.unverified ? writtenFen(result.sureFen, w) : result.unverified ? <Unverified /> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
