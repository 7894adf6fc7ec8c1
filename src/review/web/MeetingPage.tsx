import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useParam } from '#platform/web/place.ts';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { downloadOf, useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { meetingContract, type MeetingView } from '../domain/meetingContract.ts';
import { MemberPart } from './MemberPart.tsx';
import { PresidePart } from './PresidePart.tsx';
import { shareWords } from './shareWords.ts';
import './meeting.css';

type File = MeetingView['files'][number];

const pollMs = 2500;

/** A meeting as it goes on: a member votes here on his own phone, the chair and the office lead it, everybody sees the agenda. */
export default function MeetingPage() {
  const meetingId = useParam('meetingId');
  const api = useApi(meetingContract);
  const meeting = useLoad(['meeting', meetingId], () => api.viewMeeting({ params: { meetingId } }), { every: pollMs });
  return <Loaded of={meeting}>{(view) => <Meeting view={view} />}</Loaded>;
}

function Meeting({ view }: { view: MeetingView }) {
  const w = useWords();
  return (
    <div className="stack">
      <PageHead over={<Go to="/work/meetings">{w('review.meetings')}</Go>} title={view.heading} sub={`${view.meetsOn}${view.place ? ` · ${view.place}` : ''} · ${w(`review.meeting.state.${view.published ? 'published' : view.state}`)}`} aside={<Go to={`/work/meetings/${view.meetingId}/minutes`}>{w('review.minutes')}</Go>} />
      <div className={view.presides ? 'beside' : 'stack'}>
        <div className="stack"><MemberPart view={view} /><Agenda view={view} /><Rule view={view} /></div>
        {view.presides ? <aside className="stack"><PresidePart view={view} /></aside> : null}
      </div>
    </div>
  );
}

function Agenda({ view }: { view: MeetingView }) {
  const w = useWords();
  const [stepping, setStepping] = useState<File | undefined>();
  const open = view.own?.present !== undefined && view.state === 'gathering';
  const columns: Column<File>[] = [
    { key: 'number', head: w('review.file.no'), phone: 'aside', width: 56, cell: (file) => file.number },
    { key: 'heading', head: w('review.subject'), phone: 'main', cell: (file) => <b>{file.heading}</b> },
    { key: 'mean', head: w('review.mean.official'), align: 'right', phone: 'sub', cell: (file) => <>{file.meanTenths === null ? '—' : <><span className="phone-word">{w('review.mean.official')} </span>{file.meanTenths / 10}</>}{file.disqualified ? <> <Tag kind="open">{w('review.disqualified')}</Tag></> : null}</> },
    { key: 'recused', head: w('review.recusals'), phone: 'under', cell: (file) => <Recused file={file} view={view} onStep={open && !file.ownRecused ? () => setStepping(file) : undefined} /> },
    { key: 'outcome', head: w('review.outcome'), phone: 'under', cell: (file) => (file.outcome && file.counts ? <><Tag kind={file.outcome === 'passed' ? 'green' : 'plain'}>{w(`review.outcome.${file.outcome}`)}</Tag> <span className="cap">{w('review.counts', file.counts)}</span></> : null) },
  ];
  return (
    <Section title={w('review.agenda')} note={w('review.agenda.n', { n: view.files.length })}>
      <DataTable caption={w('review.agenda')} columns={columns} rows={view.files} rowKey={(file) => String(file.number)} />
      {stepping ? <StepAside meetingId={view.meetingId} file={stepping} close={() => setStepping(undefined)} /> : null}
    </Section>
  );
}

function Recused({ file, view, onStep }: { file: File; view: MeetingView; onStep: (() => void) | undefined }) {
  const w = useWords();
  return (
    <>
      {file.recused.map(({ name, kind }) => <span key={name} className="cap line">{name} · {w(`review.kind.${kind}`)}</span>)}
      {file.ownRecused ? <Tag>{w('review.recused.own')}</Tag> : null}
      {onStep && view.own ? <button type="button" className="text-button" aria-label={w('review.recuse.file', { n: file.number })} onClick={onStep}>{w('review.recuse')}</button> : null}
    </>
  );
}

const kinds = ['mentor', 'coAuthor', 'relative', 'interest'] as const;

function StepAside({ meetingId, file, close }: { meetingId: string; file: File; close: () => void }) {
  const w = useWords();
  const api = useApi(meetingContract);
  const [kind, setKind] = useState('');
  const chosen = kinds.find((each) => each === kind);
  const act = useAct((given: (typeof kinds)[number]) => api.recuseFromFile({ params: { meetingId }, body: { number: file.number, kind: given } }), { done: close });
  return (
    <Dialog title={w('review.recuse.file', { n: file.number })} open onClose={close} actions={chosen ? <Button kind="primary" busy={act.running} onClick={() => act.run(chosen)}>{w('review.recuse')}</Button> : null}>
      <p>{w('review.recuse.noBallot')}</p>
      <SelectField label={w('review.recuse')} required value={kind} onChange={setKind} options={kinds.map((value) => ({ value, label: w(`review.kind.${value}`) }))} />
      <Refusal of={act.refusal} />
    </Dialog>
  );
}

function Rule({ view: { rule, votes, meetingId } }: { view: MeetingView }) {
  const w = useWords();
  return (
    <Section title={w('review.rule')}>
      <ul className="lines">
        <li>{w('review.rule.size', { n: rule.panelSize })} · {w('review.rule.quorum', { share: shareWords(rule.quorum, w) })}</li>
        <li>{w(rule.passBase === 'entitled' ? 'review.rule.passEntitled' : 'review.rule.passCast', { share: shareWords(rule.pass, w) })}{rule.passAtMost ? ` · ${w('review.rule.cap', { share: shareWords(rule.passAtMost, w) })}` : ''}</li>
        {votes.flatMap(({ position, sealedHash }) => (sealedHash ? [<li key={position}><a href={downloadOf(`/api/meetings/${meetingId}/tallies/${position}`)} download>{w('review.tally.n', { n: position })}</a><span className="cap line receipt"><code>{sealedHash}</code></span></li>] : []))}
      </ul>
    </Section>
  );
}
