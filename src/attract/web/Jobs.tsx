import './portal.css';
import { casesContract } from '#cases/domain/contract.ts';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { JobsTable, jobsOf } from './JobsTable.tsx';

/** All posts that institutions offer now. */
export default function Jobs() {
  const w = useWords();
  const api = useApi(casesContract);
  const programmes = useLoad(['cases', 'programmes'], () => api.listProgrammes());
  return (
    <div className="plain-page">
      <PageHead title={w('attract.jobs')} sub={w('attract.jobs.sub')} />
      <Loaded of={programmes}>{({ rows }) => <JobsTable jobs={jobsOf(rows)} />}</Loaded>
    </div>
  );
}
