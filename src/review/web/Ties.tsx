import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { JustChanged } from '#platform/web/JustChanged.tsx';
import { useActor } from '#platform/web/useActor.ts';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { registryContract } from '#registry/domain/contract.ts';
import { tieKinds } from '../domain/conflict.ts';
import { expertContract } from '../domain/expertContract.ts';
import { AbsenceForm } from './AbsenceForm.tsx';
import './experts.css';

/** Relations that bar somebody from judging me, or me from judging somebody; nobody learns whether the other is here. */
export default function Ties() {
  const w = useWords();
  const api = useApi(expertContract);
  const { actor } = useActor();
  const ties = useLoad(['ties'], () => api.listToldTies());
  const withdraw = useAct((tieId: string) => api.withdrawTie({ params: { tieId } }));
  return (
    <div className="stack">
      <PageHead title={w('review.ties')} sub={w(actor.role === 'reviewer' ? 'review.ties.noteReviewer' : 'review.ties.noteTalent')} />
      <Loaded of={ties}>
        {({ rows }) => (
          <Section title={w('review.ties.told')} note={String(rows.length)}>
            {rows.length === 0 ? <Empty>{w('review.ties.none')}</Empty> : (
              <ul className="person-choices">
                {rows.map(({ tieId, name, organisation, kind, note }) => (
                  <li key={tieId}><span><b>{name}</b> {organisation} <span className="sub">{w(`review.kind.${kind}`)}{note ? ` · ${note}` : ''}</span></span><Button small busy={withdraw.running} aria-label={`${w('review.ties.withdraw')} ${name}`} onClick={() => withdraw.run(tieId)}>{w('review.ties.withdraw')}</Button></li>
                ))}
              </ul>
            )}
            <Refusal of={withdraw.refusal} />
          </Section>
        )}
      </Loaded>
      <TellTie />
      {actor.role === 'reviewer' ? <TellAbsence /> : null}
    </div>
  );
}

function TellTie() {
  const w = useWords();
  const api = useApi(expertContract);
  const registry = useApi(registryContract);
  const organisations = useLoad(['organisations'], () => registry.organisations());
  const empty = { name: '', organisationId: '', kind: '', note: '' };
  const [given, setGiven] = useState(empty);
  const put = (key: keyof typeof empty) => (value: string) => setGiven((before) => ({ ...before, [key]: value }));
  const kind = tieKinds.find((each) => each === given.kind);
  const act = useAct((chosen: (typeof tieKinds)[number]) => api.tellTie({ body: { name: given.name, kind: chosen, note: given.note, ...(given.organisationId ? { organisationId: given.organisationId } : {}) } }), { done: () => setGiven(empty) });
  return (
    <Section title={w('review.ties.tell')}>
      <div className="tie-form">
        <TextField label={w('review.ties.name')} required value={given.name} onChange={put('name')} />
        <SelectField label={w('review.ties.kind')} required value={given.kind} onChange={put('kind')} options={tieKinds.map((value) => ({ value, label: w(`review.kind.${value}`) }))} />
        <SelectField label={w('review.ties.organisation')} value={given.organisationId} onChange={put('organisationId')} options={(organisations.value ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
        <TextField label={w('review.ties.about')} value={given.note} onChange={put('note')} />
        {given.name.trim() && kind ? <Button kind="primary" busy={act.running} onClick={() => act.run(kind)}>{w('review.ties.tell')}</Button> : null}
      </div>
      <Refusal of={act.refusal} />
    </Section>
  );
}

function TellAbsence() {
  const w = useWords();
  const api = useApi(expertContract);
  const act = useAct((away: { from: string; to: string; reason: string }) => api.tellAbsence({ body: away }));
  return (
    <Section title={w('review.away')} note={w('review.away.note')}>
      {act.value ? <JustChanged text={w('review.away.told')} /> : <AbsenceForm busy={act.running} onGive={act.run} />}
      <Refusal of={act.refusal} />
    </Section>
  );
}
