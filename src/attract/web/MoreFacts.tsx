import { DateField } from '#platform/web/DateField.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useWords } from '#platform/web/useWords.ts';
import type { Question } from './EligibilityCheck.tsx';

/** The facts a visitor chose to add, beneath the sentence. */
export function MoreFacts({ questions, given, onChange }: { questions: readonly Question[]; given: Record<string, string>; onChange: (fact: string, value: string) => void }) {
  if (questions.length === 0) return null;
  return (
    <div className="more-facts">
      {questions.map((question) => <OneFact key={question.fact} question={question} value={given[question.fact] ?? ''} onChange={(value) => onChange(question.fact, value)} />)}
    </div>
  );
}

function OneFact({ question, value, onChange }: { question: Question; value: string; onChange: (value: string) => void }) {
  const w = useWords();
  const yesNo = [{ value: 'true', label: w('platform.tri.yes') }, { value: 'false', label: w('platform.tri.no') }];
  const common = { label: question.ask, value, onChange, required: true };
  if (question.type === 'enum') return <SelectField {...common} options={question.options.map((option) => ({ value: option, label: option }))} />;
  if (question.type === 'boolean') return <SelectField {...common} options={yesNo} />;
  if (question.type === 'date') return <DateField {...common} />;
  return <TextField {...common} type="number" inputMode="numeric" />;
}
