import { Go } from '#platform/web/Go.tsx';
import { Section } from '#platform/web/Section.tsx';
import type { Load } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { MyDue } from './reads.ts';

const questionsShown = 3;

/** The single facts that would settle most: unknown is a question to the person, never a refusal. Nothing shows while nothing is open. */
export function QuestionsSection({ due }: { due: Load<MyDue> }) {
  const w = useWords();
  const top = (due.value?.questions.top ?? []).filter(({ alone }) => alone.length > 0).slice(0, questionsShown);
  if (top.length === 0) return null;
  return (
    <Section title={w('retain.questions')} note={w('retain.questions.note')} className="area-questions">
      <ul className="questions">
        {top.map(({ fact, ask, evidence, alone }) => (
          <li key={fact}>
            <b>{w('retain.question.alone', { fact, n: alone.length })}</b>
            <span className="sub">{[ask, evidence.length > 0 ? w('retain.question.evidence', { evidence: evidence.join(w('platform.listComma')) }) : ''].filter(Boolean).join(w('platform.comma'))}</span>
            <span className="source">{alone.map(({ gives }) => gives).join(w('platform.listComma'))}</span>
            <Go to={`/my/file?fact=${fact}`} look="button" label={w('retain.question.fill', { fact })}>{w('retain.question.fillShort')}</Go>
          </li>
        ))}
      </ul>
    </Section>
  );
}
