import { Clock } from '#platform/web/Clock.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useParam } from '#platform/web/place.ts';
import { Section } from '#platform/web/Section.tsx';
import { Sheet } from '#platform/web/Sheet.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { bulletinContract } from '../domain/contract.ts';
import './bulletin.css';

/** One notice: its text, the masked names, and how long it still stands. */
export default function Notice() {
  const w = useWords();
  const api = useApi(bulletinContract);
  const noticeId = useParam('noticeId');
  const notice = useLoad(['notice', noticeId], () => api.viewNotice({ params: { noticeId } }));
  return (
    <Loaded of={notice}>
      {(found) => (
        <div className="stack narrow">
          <PageHead
            title={found.title} sub={w('bulletin.notice.from', { from: found.opensOn, n: found.workingDays })}
            aside={found.state === 'open' ? <Clock clock={found.clock} mine={false} /> : <span className="sub">{w(`bulletin.notice.state.${found.state}`)}</span>}
          />
          <Sheet><div className="notice-paper">{found.body.split('\n').map((line, index) => <p key={index}>{line}</p>)}</div></Sheet>
          <Section title={w('bulletin.notice.names')} note={String(found.names.length)}>
            <ul className="notice-names">{found.names.map((name, index) => <li key={index}>{name}</li>)}</ul>
          </Section>
          <p className="cap">{w('bulletin.notice.objection')}</p>
        </div>
      )}
    </Loaded>
  );
}
