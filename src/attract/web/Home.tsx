import './portal.css';
import { casesContract } from '#cases/domain/contract.ts';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { EligibilityCheck } from './EligibilityCheck.tsx';
import { ExamList } from './ExamList.tsx';
import { JobsTable, jobsOf } from './JobsTable.tsx';
import { NoticesAside } from './NoticesAside.tsx';
import { ProgrammeYear } from './ProgrammeYear.tsx';
import { VerifyBox } from './VerifyBox.tsx';

const jobsShown = 6;

/** The portal's first page: check before filling in, notices, posts, exams, the year of programmes. */
export default function Home() {
  const w = useWords();
  const api = useApi(casesContract);
  const programmes = useLoad(['cases', 'programmes'], () => api.listProgrammes());
  return (
    <>
      <div className="lead">
        <div>
          <PageHead title={w('attract.check.title')} sub={w('attract.check.sub')} />
          <EligibilityCheck />
        </div>
        <aside className="stack" aria-label={w('attract.aside')}>
          <NoticesAside />
          <VerifyBox />
        </aside>
      </div>
      <div className="two">
        <Section title={w('attract.jobs.open')} more={<Go to="/jobs">{w('attract.all')}</Go>}>
          <Loaded of={programmes}>{({ rows }) => <JobsTable jobs={jobsOf(rows).filter((job) => job.isOpen).slice(0, jobsShown)} />}</Loaded>
        </Section>
        <aside><ExamList /></aside>
      </div>
      <Section title={w('attract.year')} note={w('attract.year.note')} more={<Go to="/programmes">{w('attract.all')}</Go>} className="portal-end">
        <Loaded of={programmes}>{({ rows }) => (rows.length === 0 ? <Empty>{w('attract.programmes.none')}</Empty> : <ProgrammeYear programmes={rows} />)}</Loaded>
      </Section>
    </>
  );
}
