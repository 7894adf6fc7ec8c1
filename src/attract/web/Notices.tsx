import './portal.css';
import { useState } from 'react';
import { bulletinContract } from '#bulletin/domain/contract.ts';
import { Button } from '#platform/web/Button.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { FilterLine } from '#platform/web/FilterLine.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useSearchText } from '#platform/web/place.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { NoticeList } from './NoticeList.tsx';

const pageSize = 30;
const most = 100;

/** All public notices, newest first. */
export default function Notices() {
  const w = useWords();
  const api = useApi(bulletinContract);
  const [view, setView] = useSearchText('view');
  const [limit, setLimit] = useState(pageSize);
  const load = useLoad(['notices', view, limit], () => api.listNotices({ query: { limit, ...(view === 'open' ? { open: 'yes' as const } : {}) } }));
  return (
    <div className="plain-page">
      <PageHead title={w('attract.notices')} sub={w('attract.notices.sub')} />
      <FilterLine label={w('attract.notices')} value={view} onPick={setView} choices={[{ key: '', label: w('attract.notices.every') }, { key: 'open', label: w('attract.notices.open') }]} />
      <Loaded of={load}>
        {({ rows, next }) => (
          <div className="narrow">
            {rows.length === 0 ? <Empty>{w('attract.notices.none')}</Empty> : <NoticeList notices={rows} />}
            {next && limit < most ? <Button onClick={() => setLimit(most)}>{w('platform.more')}</Button> : null}
          </div>
        )}
      </Loaded>
    </div>
  );
}
