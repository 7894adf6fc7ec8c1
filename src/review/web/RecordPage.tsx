import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useParam } from '#platform/web/place.ts';
import { Section } from '#platform/web/Section.tsx';
import { downloadOf, useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { meetingContract } from '../domain/meetingContract.ts';
import { shareWords } from './shareWords.ts';
import './meeting.css';

type Line = Given<typeof meetingContract.viewRecord>['files'][number];

/** The public record of a meeting: outcomes by number, the sealed tally to download, the page that recounts it. */
export default function RecordPage() {
  const w = useWords();
  const meetingId = useParam('meetingId');
  const api = useApi(meetingContract);
  const record = useLoad(['record', meetingId], () => api.viewRecord({ params: { meetingId } }));
  const columns: Column<Line>[] = [
    { key: 'number', head: w('review.file.no'), phone: 'main', cell: (line) => w('review.file.number', { n: line.number }) },
    { key: 'counts', head: w('review.minutes.counts'), phone: 'sub', cell: (line) => w('review.counts', line.counts) },
    { key: 'outcome', head: w('review.outcome'), phone: 'aside', cell: (line) => w(`review.outcome.${line.outcome}`) },
  ];
  return (
    <div className="plain-page">
      <Loaded of={record}>
        {(found) => (
          <div className="stack">
            <PageHead title={w('review.record.of', { heading: found.heading })} sub={`${found.meetsOn} · ${w('review.meeting.present', { n: found.present, of: found.rule.panelSize })} · ${w(found.rule.passBase === 'entitled' ? 'review.rule.passEntitled' : 'review.rule.passCast', { share: shareWords(found.rule.pass, w) })}`} />
            <DataTable caption={w('review.record')} columns={columns} rows={found.files} rowKey={(line) => String(line.number)} />
            <Section title={w('review.record.check')}>
              <p>{w('review.record.how')}</p>
              <ul className="lines record-links">
                {found.votes.map(({ position, sealedHash }) => <li key={position}><a href={downloadOf(`/api/meetings/${meetingId}/tallies/${position}`)} download>{w('review.tally.n', { n: position })}</a><span className="cap line receipt"><code>{sealedHash}</code></span></li>)}
                {found.scores ? <li><a href={downloadOf(`/api/calibrations/${found.reviewRoundId}/record`)} download>{w('review.scores.record')}</a></li> : null}
                <li><Go to="/draws">{w('review.draws')}</Go></li>
                <li><a href="/verify.html" download>{w('review.record.verify')}</a></li>
              </ul>
            </Section>
          </div>
        )}
      </Loaded>
    </div>
  );
}
