import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { DateField } from '#platform/web/DateField.tsx';
import { JustChanged } from '#platform/web/JustChanged.tsx';
import { NumberField } from '#platform/web/NumberField.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { casesContract } from '../domain/contract.ts';
import './cases.css';

const blank = { programme: '', title: '', opensOn: '', closesOn: '', placesAccount: '' };

/** Opens a call or a posting, and shows those that are open. */
export default function Rounds() {
  const w = useWords();
  const api = useApi(casesContract);
  const [round, setRound] = useState(blank);
  const [places, setPlaces] = useState<number | undefined>();
  const programmes = useLoad(['programmes'], () => api.listProgrammes()).value?.rows ?? [];
  const act = useAct(
    () => api.openRound({ body: { programme: round.programme, title: round.title, opensOn: round.opensOn, closesOn: round.closesOn, ...(places ? { places } : {}), ...(round.placesAccount ? { placesAccount: round.placesAccount } : {}) } }),
    { done: () => { setRound(blank); setPlaces(undefined); } },
  );
  const put = (key: keyof typeof blank) => (value: string) => setRound((before) => ({ ...before, [key]: value }));
  const complete = [round.programme, round.title, round.opensOn, round.closesOn].every((each) => each.trim() !== '');
  return (
    <div className="stack">
      <PageHead title={w('cases.round.new')} aside={act.value ? <JustChanged text={w('cases.round.published')} /> : null} />
      <div className="beside">
        <Section title={w('cases.round.new')}>
          <SelectField label={w('cases.programme')} required value={round.programme} onChange={put('programme')} options={programmes.map(({ code, title }) => ({ value: code, label: title }))} />
          <TextField label={w('cases.round.title')} required maxLength={100} value={round.title} onChange={put('title')} />
          <div className="halves"><DateField label={w('cases.round.opensOn')} required value={round.opensOn} onChange={put('opensOn')} /><DateField label={w('cases.round.closesOn')} required value={round.closesOn} onChange={put('closesOn')} /></div>
          <NumberField label={w('cases.round.placesField')} min={1} value={places} onChange={setPlaces} />
          <TextField label={w('cases.round.account')} value={round.placesAccount} onChange={put('placesAccount')} hint={w('cases.round.accountHint')} />
          <Refusal of={act.refusal} />
          <p><Button kind="primary" busy={act.running} disabled={!complete} onClick={() => act.run(undefined)}>{w('cases.round.publish')}</Button></p>
        </Section>
        <Section title={w('cases.programme.rounds')}>
          <ul className="lines">
            {programmes.flatMap(({ rounds }) => rounds).map((each) => (
              <li key={each.id}><b>{each.title}</b><span className="cap line">{each.programmeTitle} · {each.organisationName} · {each.isOpen ? w('cases.round.closes', { day: each.closesOn, n: each.daysLeft }) : w('cases.round.notOpen', { day: each.opensOn })}</span></li>
            ))}
          </ul>
        </Section>
      </div>
    </div>
  );
}
