import type { bulletinContract } from '#bulletin/domain/contract.ts';
import { Clock } from '#platform/web/Clock.tsx';
import { Go } from '#platform/web/Go.tsx';
import type { Api } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';

export type NoticeRow = Awaited<ReturnType<Api<typeof bulletinContract>['listNotices']>>['rows'][number];

/** Notices with the countdown of those still open. */
export function NoticeList({ notices }: { notices: readonly NoticeRow[] }) {
  return (
    <ul className="notices">
      {notices.map((notice) => <li key={notice.noticeId}><Go to={`/notices/${notice.noticeId}`}>{notice.title}</Go><NoticeTerm notice={notice} /></li>)}
    </ul>
  );
}

/** How long a notice still stands, or how it ended. A visitor does not act on it, so its clock stays green. */
export function NoticeTerm({ notice }: { notice: NoticeRow }) {
  const w = useWords();
  if (notice.state === 'open') return <Clock clock={notice.clock} mine={false} />;
  return <span className="cap">{w(notice.state === 'closed' ? 'attract.notices.closed' : 'attract.notices.withdrawn', { from: notice.opensOn, to: notice.clock.dueOn })}</span>;
}
