import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { DateField } from '#platform/web/DateField.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useGo } from '#platform/web/place.ts';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useToday } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { meetingContract } from '../domain/meetingContract.ts';

type Listed = Given<typeof meetingContract.listMeetings>;

/** Meetings of the office, or one's own; the office calls the next. */
export default function Meetings() {
  const w = useWords();
  const api = useApi(meetingContract);
  const meetings = useLoad(['meetings'], () => api.listMeetings());
  const columns: Column<Listed['rows'][number]>[] = [
    { key: 'heading', head: w('review.meeting'), phone: 'main', cell: (row) => <Go to={`/work/meetings/${row.meetingId}`}>{row.heading}</Go> },
    { key: 'meetsOn', head: w('review.meeting.on'), phone: 'sub', cell: (row) => `${row.meetsOn}${row.place ? ` · ${row.place}` : ''}` },
    { key: 'files', head: w('review.agenda'), align: 'right', phone: 'hidden', cell: (row) => row.files },
    { key: 'state', head: w('review.now'), phone: 'under', cell: (row) => w(`review.meeting.state.${row.published ? 'published' : row.state}`) },
  ];
  return (
    <div className="stack">
      <PageHead title={w('review.meetings')} />
      <Loaded of={meetings}>
        {({ rows, ready }) => (
          <>
            {ready.length > 0 ? <Convene ready={ready} /> : null}
            <DataTable caption={w('review.meetings')} columns={columns} rows={rows} rowKey={(row) => row.meetingId} empty={<Empty>{w('review.meetings.none')}</Empty>} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Convene({ ready }: { ready: Listed['ready'] }) {
  const w = useWords();
  const go = useGo();
  const api = useApi(meetingContract);
  const today = useToday();
  const [reviewRoundId, setRound] = useState(ready[0]?.reviewRoundId ?? '');
  const [meetsOn, setDay] = useState(today);
  const [place, setPlace] = useState('');
  const act = useAct(() => api.conveneMeeting({ body: { reviewRoundId, meetsOn, place } }), { done: ({ meetingId }) => go(`/work/meetings/${meetingId}`) });
  return (
    <Section title={w('review.meeting.convene')} note={w('review.meeting.conveneNote')} className="narrow">
      <SelectField label={w('review.meeting.round')} required value={reviewRoundId} onChange={setRound} options={ready.map((round) => ({ value: round.reviewRoundId, label: round.heading }))} />
      <div className="halves"><DateField label={w('review.meeting.on')} required value={meetsOn} onChange={setDay} /><TextField label={w('review.meeting.place')} maxLength={100} value={place} onChange={setPlace} /></div>
      <Refusal of={act.refusal} />
      <p><Button kind="primary" busy={act.running} disabled={!reviewRoundId || !meetsOn} onClick={() => act.run(undefined)}>{w('review.meeting.convene')}</Button> <Go to={`/work/calibrations/${reviewRoundId}`}>{w('review.calibration')}</Go></p>
    </Section>
  );
}
