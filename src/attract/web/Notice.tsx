import './portal.css';
import { bulletinContract } from '#bulletin/domain/contract.ts';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useParam } from '#platform/web/place.ts';
import { Section } from '#platform/web/Section.tsx';
import { Sheet } from '#platform/web/Sheet.tsx';
import { useApi, type Api } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { NoticeTerm } from './NoticeList.tsx';
import { ObjectionForm } from './ObjectionForm.tsx';

type View = Awaited<ReturnType<Api<typeof bulletinContract>['viewNotice']>>;

/** One notice: its text, masked names, how long it stands, and how to object. */
export default function Notice() {
  const noticeId = useParam('noticeId');
  const api = useApi(bulletinContract);
  const load = useLoad(['notice', noticeId], () => api.viewNotice({ params: { noticeId } }));
  return <div className="plain-page"><Loaded of={load}>{(notice) => <NoticeText notice={notice} />}</Loaded></div>;
}

function NoticeText({ notice }: { notice: View }) {
  const w = useWords();
  return (
    <>
      <PageHead over={w('attract.notices.term', { from: notice.opensOn, to: notice.clock.dueOn, n: notice.workingDays })} title={notice.title} aside={<NoticeTerm notice={notice} />} />
      <div className="stack narrow">
        <Sheet>
          {notice.body.split('\n').filter(Boolean).map((line) => <p key={line} className="law">{line}</p>)}
          {notice.names.length > 0 ? <ul className="names">{notice.names.map((name, index) => <li key={`${name}${index}`}>{name}</li>)}</ul> : null}
          {notice.withheld > 0 ? <p className="cap">{w('bulletin.notice.withheld', { n: notice.withheld })}</p> : null}
          <p className="cap">{w('attract.notices.masked')}</p>
        </Sheet>
        {notice.state === 'open' ? <Section title={w('attract.objection')} note={w('attract.objection.note')}><ObjectionForm caseId={notice.subject} /></Section> : null}
      </div>
    </>
  );
}
