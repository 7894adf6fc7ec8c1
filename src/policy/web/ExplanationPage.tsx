import { Button } from '#platform/web/Button.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { useParam, useSearchText } from '#platform/web/place.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { explanationContract } from '../domain/explanationContract.ts';
import { WrittenExplanation } from './WrittenExplanation.tsx';

/** One result for one person on one page of A4: one's own, or for the office somebody's in its reach. */
export default function ExplanationPage() {
  const w = useWords();
  const api = useApi(explanationContract);
  const personId = useParam('personId');
  const [code] = useSearchText('policy');
  const [result] = useSearchText('result');
  const written = useLoad(['explanation', personId, code, result], () => (personId ? api.personExplanation({ params: { personId }, query: { code, result } }) : api.ownExplanation({ query: { code, result } })));
  return (
    <Loaded of={written}>
      {({ name, organisationName, platform, madeOn, explanation }) => (
        <article className="paper">
          <div className="row no-print"><Button kind="primary" onClick={() => window.print()}>{w('policy.written.print')}</Button></div>
          <h1 tabIndex={-1}>{explanation.title}</h1>
          <p className="cap">{w('policy.written.about', { name, organisation: organisationName })}</p>
          <WrittenExplanation text={explanation} />
          <p className="foot">{w('policy.written.foot', { platform, day: madeOn })}</p>
        </article>
      )}
    </Loaded>
  );
}
