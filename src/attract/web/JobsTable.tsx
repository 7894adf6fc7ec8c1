import { DataTable } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import { useToday } from '#platform/web/useActor.ts';
import { useWords } from '#platform/web/useWords.ts';
import { shortDate } from '#platform/web/written.ts';
import type { ProgrammeLine } from './ProgrammeYear.tsx';

export type Job = ProgrammeLine['rounds'][number];

/** Posts that institutions offer: rounds that hold places. */
export const jobsOf = (programmes: readonly ProgrammeLine[]): Job[] =>
  programmes.flatMap((programme) => programme.rounds).filter((round) => round.places !== null).toSorted((a, b) => (a.closesOn < b.closesOn ? -1 : 1));

/** Open posts with what they ask for and until when. */
export function JobsTable({ jobs }: { jobs: readonly Job[] }) {
  const w = useWords();
  const today = useToday();
  return (
    <DataTable
      caption={w('attract.jobs')}
      rows={jobs}
      rowKey={(job) => job.id}
      empty={<Empty>{w('attract.jobs.none')}</Empty>}
      columns={[
        { key: 'title', head: w('attract.jobs.post'), phone: 'main', cell: (job) => <Go to={`/programmes/${job.programme}?round=${job.id}`}>{job.title}</Go> },
        { key: 'asks', head: w('attract.jobs.asks'), phone: 'under', cell: (job) => <span className="sub">{Object.entries(job.requirements).map(([fact, value]) => `${fact} ${value}`).join(w('platform.listComma')) || w('attract.jobs.asksNone')}</span> },
        { key: 'employer', head: w('attract.jobs.employer'), phone: 'sub', cell: (job) => <span className="sub">{job.organisationName}</span> },
        { key: 'places', head: w('attract.jobs.places'), phone: 'aside', cell: (job) => <span className="nw">{job.places === null ? w('attract.jobs.placesOpen') : w('attract.jobs.n', { n: job.places })}</span> },
        { key: 'until', head: w('attract.jobs.until'), phone: 'aside', align: 'right', cell: (job) => job.isOpen ? <span className="nw sub">{shortDate(job.closesOn, today)}</span> : <Tag>{w('attract.jobs.closed')}</Tag> },
      ]}
    />
  );
}
