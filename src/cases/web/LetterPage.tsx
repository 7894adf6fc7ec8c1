import { WrittenExplanation } from '#policy/web/public.tsx';
import { Button } from '#platform/web/Button.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { useParam, usePath } from '#platform/web/place.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { casesContract } from '../domain/contract.ts';
import type { Letter } from '../domain/letter.ts';

/** The notice of a refusal, to be read and printed by the applicant and by the office. */
export default function LetterPage() {
  const w = useWords();
  const caseId = useParam('caseId');
  const area = usePath().startsWith('/my') ? '/my' : '/work';
  const api = useApi(casesContract);
  const letter = useLoad(['letter', caseId], () => api.readLetter({ params: { caseId } }));
  return (
    <Loaded of={letter}>
      {(value) => (
        <article className="paper">
          <div className="row no-print"><Button kind="primary" onClick={() => window.print()}>{w('cases.letter.print')}</Button><Go to={`${area}/cases/${caseId}`}>{w('cases.letter.back')}</Go></div>
          <LetterText letter={value} />
        </article>
      )}
    </Loaded>
  );
}

function LetterText({ letter }: { letter: Letter }) {
  return (
    <>
      <h1 tabIndex={-1}>{letter.title}</h1>
      <p className="cap">{letter.number}</p>
      <p>{letter.addressee}</p>
      {letter.opening.map((line) => <p key={line}>{line}</p>)}
      <h2>{letter.reasonsHeading}</h2>
      {letter.reasons.map((line) => <p key={line}>{line}</p>)}
      <h2>{letter.explainedHeading}</h2>
      {letter.explanation ? <WrittenExplanation text={letter.explanation} heading="h3" /> : <p>{letter.notJudged}</p>}
      <h2>{letter.objectionHeading}</h2>
      {letter.objection.map((line) => <p key={line}>{line}</p>)}
      <p className="sign">{letter.issuer}<br />{letter.date}</p>
    </>
  );
}
