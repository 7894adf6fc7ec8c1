import { bulletinContract } from '#bulletin/domain/contract.ts';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { NoticeList } from './NoticeList.tsx';

const shownFirst = 4;

/** The newest notices beside the eligibility check. */
export function NoticesAside() {
  const w = useWords();
  const api = useApi(bulletinContract);
  const notices = useLoad(['notices', shownFirst], () => api.listNotices({ query: { limit: shownFirst } }));
  const total = notices.value?.total;
  return (
    <Section title={w('attract.notices')} more={<Go to="/notices">{total ? w('attract.notices.all', { n: total }) : w('attract.all')}</Go>}>
      <Loaded of={notices}>{({ rows }) => (rows.length === 0 ? <Empty>{w('attract.notices.none')}</Empty> : <NoticeList notices={rows} />)}</Loaded>
    </Section>
  );
}
