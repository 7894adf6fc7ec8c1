import { useWords } from '#platform/web/useWords.ts';
import type { Question } from './EligibilityCheck.tsx';

/** A blank in the sentence: a native control that looks like a gap to fill. */
export function FactBlank({ question, value, onChange }: { question: Question; value: string; onChange: (value: string) => void }) {
  const w = useWords();
  const look = value === '' ? 'blank unset' : 'blank';
  if (question.type === 'enum' || question.type === 'boolean') {
    return (
      <select className={look} aria-label={question.ask} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{w('attract.check.choose', { fact: question.fact })}</option>
        {question.type === 'boolean'
          ? <><option value="true">{w('platform.tri.yes')}</option><option value="false">{w('platform.tri.no')}</option></>
          : question.options.map((option) => <option key={option} value={option}>{option}</option>)}
      </select>
    );
  }
  if (question.type === 'date') return <input className={look} type="date" aria-label={question.ask} value={value} onChange={(event) => onChange(event.target.value)} />;
  return <input className={`${look} number`} type="number" min={0} aria-label={question.ask} value={value} onChange={(event) => onChange(event.target.value)} />;
}
