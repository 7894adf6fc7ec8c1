import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useParam } from '#platform/web/place.ts';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi, type Wire } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { commitmentOf } from '../domain/draw.ts';
import { drawContract } from '../domain/drawContract.ts';
import { Countdown } from './Countdown.tsx';
import { forgottenNonce, freshNonce, keepNonce, keptNonce } from './ownNonce.ts';
import './draw.css';

type View = Wire<Given<typeof drawContract.viewDraw>>;
type Party = Wire<Given<typeof drawContract.viewParty>>;

/** A party of a draw at its phone, by its own link: first the hash, later the number. */
export default function DrawPartyPage() {
  const w = useWords();
  const drawId = useParam('drawId');
  const [code, setCode] = useState(() => window.location.hash.slice(1));
  const [typed, setTyped] = useState('');
  return (
    <div className="plain-page narrow stack">
      <PageHead over={<Go to={`/draws/${drawId}`}>{w('review.draws')}</Go>} title={w('review.own.title')} />
      {code ? <Own drawId={drawId} code={code} /> : (
        <Section title={w('review.own.code')}>
          <TextField label={w('review.own.code')} value={typed} onChange={setTyped} hint={w('review.own.codeHint')} autoComplete="off" />
          <p><Button kind="primary" disabled={typed.trim().length < 16} onClick={() => setCode(typed.trim())}>{w('review.own.enter')}</Button></p>
        </Section>
      )}
    </div>
  );
}

function Own({ drawId, code }: { drawId: string; code: string }) {
  const api = useApi(drawContract);
  const draw = useLoad(['draw', drawId], () => api.viewDraw({ params: { drawId } }), { every: 10_000 });
  const party = useLoad(['drawParty', drawId, code], () => api.viewParty({ params: { drawId }, body: { code } }), { every: 10_000 });
  return <Loaded of={party}>{(own) => <Loaded of={draw}>{(view) => <Act view={view} own={own} code={code} />}</Loaded>}</Loaded>;
}

function Act({ view, own, code }: { view: View; own: Party; code: string }) {
  const w = useWords();
  const all = view.parties.every(({ commitment }) => commitment !== null);
  return (
    <>
      <p><b>{view.heading}</b><br />{w('review.own.you', { party: w(`review.party.${own.party}`), name: own.representative })}</p>
      {view.nextBy ? <p><Countdown until={view.nextBy} seconds={view.secondsLeft ?? 0} /></p> : null}
      {view.state === 'void' ? <p>{w('reason.drawVoid')}</p> : null}
      {own.commitment === null && view.state === 'committing' ? <Commit view={view} own={own} code={code} /> : null}
      {own.commitment !== null ? <Section title={w('review.own.committed')}><p className="hash">{own.commitment}</p></Section> : null}
      {own.commitment !== null && !own.revealed && !all ? <p>{w('review.own.waiting')}</p> : null}
      {!own.revealed && view.state === 'revealing' ? <Reveal view={view} own={own} code={code} /> : null}
      {own.revealed ? <p>{w('review.own.finished')}</p> : null}
    </>
  );
}

function Commit({ view, own, code }: { view: View; own: Party; code: string }) {
  const w = useWords();
  const api = useApi(drawContract);
  const [nonce, setNonce] = useState(() => keptNonce(view.drawId, own.party) || freshNonce());
  const ready = /^[0-9a-f]{32,64}$/.test(nonce);
  const act = useAct(() => {
    keepNonce(view.drawId, own.party, nonce);
    return api.commitNumber({ params: { drawId: view.drawId }, body: { code, commitment: commitmentOf(view.inputHash, own.party, nonce) } });
  });
  return (
    <Section title={w('review.own.commitTitle')} waiting>
      <p>{w('review.own.commitHow')}</p>
      <TextField label={w('review.draw.nonce')} value={nonce} onChange={setNonce} hint={w('review.own.nonceHint')} autoComplete="off" />
      <p className="cap">{w('review.own.willPublish')}</p>
      <p className="hash">{ready ? commitmentOf(view.inputHash, own.party, nonce) : ''}</p>
      <p className="row">
        <Button onClick={() => setNonce(freshNonce())}>{w('review.own.another')}</Button>
        <a href={`data:text/plain,${nonce}`} download={`${view.drawId}-${own.party}.txt`}>{w('review.own.save')}</a>
      </p>
      <Refusal of={act.refusal} />
      <p><Button kind="primary" busy={act.running} disabled={!ready} onClick={() => act.run(undefined)}>{w('review.own.commit')}</Button></p>
    </Section>
  );
}

function Reveal({ view, own, code }: { view: View; own: Party; code: string }) {
  const w = useWords();
  const api = useApi(drawContract);
  const [nonce, setNonce] = useState(() => keptNonce(view.drawId, own.party));
  const fits = nonce !== '' && commitmentOf(view.inputHash, own.party, nonce) === own.commitment;
  const act = useAct(() => api.revealNumber({ params: { drawId: view.drawId }, body: { code, nonce } }), { done: () => forgottenNonce(view.drawId, own.party) });
  return (
    <Section title={w('review.own.revealTitle')} waiting>
      <p>{w('review.own.revealHow')}</p>
      <TextField label={w('review.draw.nonce')} value={nonce} onChange={setNonce} error={nonce !== '' && !fits ? w('review.own.misfit') : ''} autoComplete="off" />
      <Refusal of={act.refusal} />
      <p><Button kind="primary" busy={act.running} disabled={!fits} onClick={() => act.run(undefined)}>{w('review.own.reveal')}</Button></p>
    </Section>
  );
}
