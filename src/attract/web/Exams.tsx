import { PageHead } from '#platform/web/PageHead.tsx';
import { useWords } from '#platform/web/useWords.ts';
import { ExamList } from './ExamList.tsx';

/** The exam calendar on its own page. */
export default function Exams() {
  const w = useWords();
  return <div className="plain-page narrow"><PageHead title={w('attract.exams')} sub={w('attract.exams.sub')} /><ExamList /></div>;
}
