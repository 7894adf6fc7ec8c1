import './portal.css';
import { bulletinContract } from '#bulletin/domain/contract.ts';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useSearchText } from '#platform/web/place.ts';
import { Tri } from '#platform/web/Tri.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { VerifyBox } from './VerifyBox.tsx';

/** Tells whether a number belongs to something this platform published. */
export default function Verify() {
  const w = useWords();
  const api = useApi(bulletinContract);
  const [number] = useSearchText('number');
  const notice = useLoad(['notice', number], () => api.viewNotice({ params: { noticeId: number } }), { when: number !== '' });
  return (
    <div className="plain-page">
      <PageHead title={w('attract.verify')} sub={w('attract.verify.sub')} />
      <div className="narrow stack">
        <VerifyBox />
        {number !== '' && notice.value ? (
          <div className="refusal" role="status">
            <Tri value="yes" />
            <div><b>{w('attract.verify.found')}</b><div><Go to={`/notices/${notice.value.noticeId}`}>{notice.value.title}</Go></div><span className="source">{w('attract.notices.term', { from: notice.value.opensOn, to: notice.value.clock.dueOn, n: notice.value.workingDays })}</span></div>
          </div>
        ) : null}
        {number !== '' && notice.refusal ? <Empty>{w('attract.verify.none', { number })}</Empty> : null}
      </div>
    </div>
  );
}
