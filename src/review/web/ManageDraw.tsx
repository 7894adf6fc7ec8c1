import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { DateField } from '#platform/web/DateField.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useParam } from '#platform/web/place.ts';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { ShutButton } from '#platform/web/ShutButton.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi, type Wire } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { assignmentContract } from '../domain/assignmentContract.ts';
import { drawContract } from '../domain/drawContract.ts';
import { drawParties } from '../domain/drawList.ts';
import { Countdown } from './Countdown.tsx';
import './draw.css';

type Published = Wire<Given<typeof drawContract.publishDraw>>;
type View = Wire<Given<typeof drawContract.viewDraw>>;

/** The office's side of a draw: publish the list, hand out the links, enter the outside number. */
export default function ManageDraw() {
  const w = useWords();
  const reviewRoundId = useParam('panelId');
  const api = useApi(assignmentContract);
  const round = useLoad(['reviewRound', reviewRoundId], () => api.viewReviewRound({ params: { reviewRoundId } }));
  const [published, setPublished] = useState<Published | undefined>();
  return (
    <div className="stack">
      <PageHead over={<Go to={`/work/reviews/${reviewRoundId}`}>{w('review.round.back')}</Go>} title={w('review.act.publishDraw')} sub={round.value?.heading ?? ''} />
      {published ? <Links published={published} /> : null}
      <Loaded of={round}>
        {(view) => {
          const live = view.draws.find(({ state }) => state !== 'void');
          return live ? <Live drawId={live.drawId} /> : <Publish reviewRoundId={reviewRoundId} onPublished={setPublished} />;
        }}
      </Loaded>
    </div>
  );
}

const blank = { commitOn: '', commitAt: '17:00', revealOn: '', revealAt: '17:00', external: '', externalOn: '', personnel: '', discipline: '', applicants: '' };

function Publish({ reviewRoundId, onPublished }: { reviewRoundId: string; onPublished: (published: Published) => void }) {
  const w = useWords();
  const api = useApi(drawContract);
  const [form, setForm] = useState(blank);
  const put = (key: keyof typeof blank) => (value: string) => setForm((before) => ({ ...before, [key]: value }));
  const instant = (day: string, at: string) => `${day}T${at}:00+08:00`;
  const act = useAct(() => api.publishDraw({ params: { reviewRoundId }, body: {
    commitBy: instant(form.commitOn, form.commitAt), revealBy: instant(form.revealOn, form.revealAt), external: form.external, externalOn: form.externalOn,
    representatives: { personnel: form.personnel, discipline: form.discipline, applicants: form.applicants },
  } }), { done: onPublished });
  const complete = Object.values(form).every((each) => each.trim() !== '');
  return (
    <div className="beside">
      <Section title={w('review.publish.title')}>
        <div className="halves">
          <DateField label={w('review.publish.commitOn')} required value={form.commitOn} onChange={put('commitOn')} />
          <TextField label={w('review.publish.at')} type="time" required value={form.commitAt} onChange={put('commitAt')} />
          <DateField label={w('review.publish.revealOn')} required value={form.revealOn} onChange={put('revealOn')} />
          <TextField label={w('review.publish.at')} type="time" required value={form.revealAt} onChange={put('revealAt')} />
          <TextField label={w('review.publish.external')} required value={form.external} onChange={put('external')} hint={w('review.publish.externalHint')} maxLength={120} />
          <DateField label={w('review.publish.externalOn')} required value={form.externalOn} onChange={put('externalOn')} />
        </div>
        {drawParties.map((party) => <TextField key={party} label={w('review.publish.representative', { party: w(`review.party.${party}`) })} required value={form[party]} onChange={put(party)} maxLength={60} />)}
        <Refusal of={act.refusal} />
        <p><Button kind="primary" busy={act.running} disabled={!complete} onClick={() => act.run(undefined)}>{w('review.publish.do')}</Button></p>
      </Section>
      <Section title={w('review.publish.what')}><p>{w('review.publish.whatText')}</p><p className="cap">{w('review.draw.ruleText')}</p></Section>
    </div>
  );
}

/** The parties' links, shown this once. */
function Links({ published }: { published: Published }) {
  const w = useWords();
  return (
    <Section title={w('review.publish.links')} note={w('review.publish.linksNote')} waiting>
      <ul className="draw-parties">
        {published.codes.map(({ party, representative, code }) => (
          <li key={party}><b>{w(`review.party.${party}`)}</b> {representative}<code className="draw-code">{`${window.location.origin}/draw/${published.drawId}/party#${code}`}</code></li>
        ))}
      </ul>
    </Section>
  );
}

function Live({ drawId }: { drawId: string }) {
  const api = useApi(drawContract);
  const draw = useLoad(['draw', drawId], () => api.viewDraw({ params: { drawId } }), { every: 10_000 });
  return <Loaded of={draw}>{(view) => <Running view={view} />}</Loaded>;
}

function Running({ view }: { view: View }) {
  const w = useWords();
  const api = useApi(drawContract);
  const [number, setNumber] = useState('');
  const params = { drawId: view.drawId };
  const enter = useAct(() => api.enterExternal({ params, body: { externalNumber: number } }));
  const withdraw = useAct(() => api.withdrawDraw({ params, body: {} }));
  const waiting = view.parties.filter((each) => (view.state === 'committing' ? !each.commitment : !each.nonce)).map(({ party }) => w(`review.party.${party}`)).join('、');
  return (
    <Section title={w(`review.draw.state.${view.state}`)} more={<Go to={`/draws/${view.drawId}`}>{w('review.publish.seePublic')}</Go>}>
      {view.nextBy ? <p><Countdown until={view.nextBy} seconds={view.secondsLeft ?? 0} /></p> : null}
      {waiting && view.state !== 'drawn' ? <p>{w(view.state === 'committing' ? 'review.publish.waitCommit' : 'review.publish.waitReveal', { parties: waiting })}</p> : null}
      {view.state === 'awaitingNumber' ? (
        <>
          <TextField label={w('review.publish.number')} value={number} onChange={setNumber} hint={view.external} maxLength={60} />
          <p><Button kind="primary" busy={enter.running} disabled={number.trim() === ''} onClick={() => enter.run(undefined)}>{w('review.publish.draw')}</Button></p>
        </>
      ) : null}
      {view.state === 'committing' || view.state === 'revealing' ? <p><Button busy={withdraw.running} onClick={() => withdraw.run(undefined)}>{w('review.publish.withdraw')}</Button></p> : null}
      {view.state === 'awaitingNumber' ? <p><ShutButton why={w('reason.drawForeseeable')}>{w('review.publish.withdraw')}</ShutButton></p> : null}
      <Refusal of={enter.refusal} />
      <Refusal of={withdraw.refusal} />
    </Section>
  );
}
