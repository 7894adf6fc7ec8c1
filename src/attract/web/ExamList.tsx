import { Empty } from '#platform/web/Empty.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Section } from '#platform/web/Section.tsx';
import { Unverified } from '#platform/web/Unverified.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { attractContract } from '../domain/contract.ts';

/** The professional exams in the order in which they come; dates not yet checked are only months. */
export function ExamList() {
  const w = useWords();
  const api = useApi(attractContract);
  const exams = useLoad(['attract', 'exams'], () => api.listExams());
  return (
    <Section title={w('attract.exams')} note={w('attract.exams.note')}>
      <Loaded of={exams}>
        {({ rows }) => rows.length === 0 ? <Empty>{w('attract.exams.none')}</Empty> : (
          <table>
            <caption className="reader-only">{w('attract.exams')}</caption>
            <tbody>
              {rows.map((exam) => (
                <tr key={exam.name}>
                  <th scope="row" className="b nw">{w('attract.year.month', { n: exam.month })}</th>
                  <td>{exam.name}<span className="cap">{w('attract.exams.registration', { when: exam.registration })} {exam.unverified ? <Unverified /> : null}</span></td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
    </Section>
  );
}
