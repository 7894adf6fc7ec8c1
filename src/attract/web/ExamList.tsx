import { Section } from '#platform/web/Section.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { useWords } from '#platform/web/useWords.ts';

/** The professional exams of the year. */
export function ExamList() {
  const w = useWords();
  return <Section title={w('attract.exams')} note={w('attract.exams.note')}><Empty>{w('attract.exams.none')}</Empty></Section>;
}
