import './written.css';
import { Tri } from '#platform/web/Tri.tsx';
import type { WrittenExplanation as Written } from '../domain/writtenExplanation.ts';

/** An explanation as it stands on paper; the page and the letter print this same part. */
export function WrittenExplanation({ text, heading: Heading = 'h2' }: { text: Written; heading?: 'h2' | 'h3' }) {
  return (
    <div className="written">
      <p className="conclusion"><b>{text.conclusion}</b></p>
      <p>{text.judged}</p>
      {text.clauses.map((clause) => (
        <section key={clause.heading}>
          <Heading><Tri value={clause.mark} /> {clause.heading}</Heading>
          <p className="basis">{clause.basis}</p>
          {clause.asks.map((ask) => <p key={ask}>{ask}</p>)}
          <ul>
            {clause.facts.map(({ fact, source, correct }) => <li key={fact}><b>{fact}</b>{source ? <span className="line">{source}</span> : null}<span className="line">{correct}</span></li>)}
          </ul>
        </section>
      ))}
      <ul className="next">{text.next.map((line) => <li key={line}>{line}</li>)}</ul>
    </div>
  );
}
