import { useState } from 'react';
import { AreaField } from '#platform/web/AreaField.tsx';
import { Button } from '#platform/web/Button.tsx';
import { DateField } from '#platform/web/DateField.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useToday } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { pairingContract, type PairView } from '../domain/pairingContract.ts';

/** Meetings: one side writes down, the other confirms. */
export function Meetings({ view }: { view: PairView }) {
  const w = useWords();
  const api = useApi(pairingContract);
  const own = view.side !== null && view.state === 'live';
  const confirm = useAct((meetingId: string) => api.confirmMeeting({ params: { meetingId }, body: {} }));
  const mine = (meeting: PairView['meetings'][number]) => own && !meeting.confirmed && meeting.recordedBy !== view.side;
  return (
    <Section title={w('pairing.meeting')} waiting={view.meetings.some(mine)}>
      {view.meetings.length === 0 ? <Empty>{w('pairing.meeting.none')}</Empty> : null}
      <ul className="pair-record">
        {view.meetings.map((meeting) => (
          <li key={meeting.meetingId}>
            <span>{meeting.content} <span className="cap">{w('pairing.meeting.by', { date: meeting.heldOn, side: w(`pairing.side.${meeting.recordedBy}`) })}</span></span>
            {mine(meeting) ? <Button small busy={confirm.running} aria-label={w('pairing.meeting.confirmOf', { date: meeting.heldOn })} onClick={() => confirm.run(meeting.meetingId)}>{w('pairing.meeting.confirm')}</Button>
              : <Tag kind={meeting.confirmed ? 'green' : 'plain'}>{w(meeting.confirmed ? 'pairing.meeting.confirmed' : 'pairing.meeting.waits')}</Tag>}
          </li>
        ))}
      </ul>
      <Refusal of={confirm.refusal} />
      {own ? <NewMeeting view={view} /> : null}
    </Section>
  );
}

function NewMeeting({ view }: { view: PairView }) {
  const w = useWords();
  const today = useToday();
  const api = useApi(pairingContract);
  const [content, setContent] = useState('');
  const [heldOn, setHeldOn] = useState(today);
  const act = useAct(() => api.recordMeeting({ params: { pairId: view.pairId }, body: { content, heldOn } }), { done: () => setContent('') });
  return (
    <form className="narrow" onSubmit={(event) => { event.preventDefault(); act.run(undefined); }}>
      <AreaField label={w('pairing.meeting.content')} required rows={2} value={content} onChange={setContent} maxLength={500} />
      <DateField label={w('pairing.meeting.heldOn')} required value={heldOn} onChange={setHeldOn} min={view.madeOn} max={today} />
      <Button type="submit" busy={act.running}>{w('pairing.meeting.add')}</Button>
      <Refusal of={act.refusal} />
    </form>
  );
}
