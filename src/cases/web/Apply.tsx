import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { Explain } from '#platform/web/Explain.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useGo, useSearchText } from '#platform/web/place.ts';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { Tri } from '#platform/web/Tri.tsx';
import { Unverified } from '#platform/web/Unverified.tsx';
import type { Given } from '#platform/domain/contract.ts';
import { useActor } from '#platform/web/useActor.ts';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { explainedClauses } from '#policy/web/public.tsx';
import { casesContract } from '../domain/contract.ts';
import './cases.css';

type Programme = Given<typeof casesContract.viewProgramme>;

/** Eligibility before effort: what the file already says, then the draft. */
export default function Apply() {
  const api = useApi(casesContract);
  const [code] = useSearchText('programme');
  const load = useLoad(['programme', code], () => api.viewProgramme({ params: { code } }), { when: code !== '' });
  return <Loaded of={load}>{(programme) => <Start programme={programme} />}</Loaded>;
}

function Start({ programme }: { programme: Programme }) {
  const w = useWords();
  const go = useGo();
  const api = useApi(casesContract);
  const [round, setRound] = useSearchText('round');
  const [category, setCategory] = useState('');
  const rounds = programme.rounds.filter(({ isOpen }) => isOpen);
  const chosenRound = rounds.find(({ id }) => id === round) ?? rounds[0];
  const act = useAct(
    () => api.openCase({ body: { programme: programme.code, ...(chosenRound ? { roundId: chosenRound.id } : {}), ...(category ? { category } : {}) } }),
    { done: ({ caseId }) => go(`/my/cases/${caseId}`) },
  );
  return (
    <div className="stack">
      <PageHead title={programme.title} sub={programme.summary} />
      {rounds.length > 0 ? <SelectField label={w('cases.apply.round')} required value={chosenRound?.id ?? ''} onChange={setRound} options={rounds.map(({ id, title, organisationName }) => ({ value: id, label: `${title} · ${organisationName}` }))} /> : <p className="sub">{w('cases.apply.none')}</p>}
      {programme.categories.length > 0 ? <Section title={w('cases.apply.check')}><Categories programme={programme} category={category} onPick={setCategory} /></Section> : null}
      <Refusal of={act.refusal} />
      {rounds.length > 0 ? <p><Button kind="primary" busy={act.running} onClick={() => act.run(undefined)}>{w('cases.apply.start')}</Button></p> : null}
    </div>
  );
}

function Categories({ programme, category, onPick }: { programme: Programme; category: string; onPick: (key: string) => void }) {
  const w = useWords();
  const chosen = category || (programme.categories[0]?.key ?? '');
  return (
    <>
      <SelectField label={w('cases.apply.category')} required value={chosen} onChange={onPick} options={programme.categories.map(({ key, label }) => ({ value: key, label }))} />
      {chosen ? <CategoryWhy key={chosen} programme={programme.code} category={chosen} /> : null}
    </>
  );
}

function CategoryWhy({ programme, category }: { programme: string; category: string }) {
  const w = useWords();
  const { actor } = useActor();
  const api = useApi(casesContract);
  const load = useLoad(['entitled', actor.personId, programme, category], () => api.explainEntitled({ params: { personId: actor.personId }, query: { programme, category } }));
  return (
    <Loaded of={load}>
      {(why) => (
        <>
          <p className="row"><Tri value={why.verdict} /> <b>{why.name}</b>{why.unverified ? <Unverified /> : null}</p>
          <Explain clauses={explainedClauses(why, w)} judgedOn={why.judgedOn} />
        </>
      )}
    </Loaded>
  );
}
