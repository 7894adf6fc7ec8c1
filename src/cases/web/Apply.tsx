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
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { explainedClauses } from '#policy/web/public.tsx';
import { openContract } from '#policy/domain/openContract.ts';
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
    <div className="plain-page stack">
      <PageHead title={programme.title} sub={programme.summary} />
      {rounds.length > 0 ? <SelectField label={w('cases.apply.round')} required value={chosenRound?.id ?? ''} onChange={setRound} options={rounds.map(({ id, title, organisationName }) => ({ value: id, label: `${title} · ${organisationName}` }))} /> : <p className="sub">{w('cases.apply.none')}</p>}
      {programme.categories.length > 0 ? <Section title={w('cases.apply.check')}><Categories programme={programme} pinned={chosenRound?.policyVersion} category={category} onPick={setCategory} /></Section> : null}
      <Refusal of={act.refusal} />
      {rounds.length > 0 ? <p><Button kind="primary" busy={act.running} onClick={() => act.run(undefined)}>{w('cases.apply.start')}</Button></p> : null}
    </div>
  );
}

/** Every category with what the policy says of me today; the first sure one is chosen (从优就高). */
function Categories({ programme, pinned, category, onPick }: { programme: Programme; pinned: string | null | undefined; category: string; onPick: (key: string) => void }) {
  const w = useWords();
  const api = useApi(openContract);
  const [code, named] = (programme.policy ?? '').split('@');
  const asked = { ...(code ? { code } : {}), ...(named ?? pinned ? { version: named ?? pinned ?? '' } : {}) };
  const load = useLoad(['entitlements', asked], () => api.listOwnEntitlements({ query: asked }));
  return (
    <Loaded of={load}>
      {({ judged }) => {
        const results = judged.find(({ policy }) => policy === code)?.results ?? [];
        const shown = programme.categories.map((each) => ({ ...each, why: results.find(({ name }) => name === each.result) }));
        const chosen = shown.find(({ key }) => key === category) ?? shown.find(({ why, team }) => why?.verdict === 'yes' && !team) ?? shown[0];
        return (
          <>
            <ul className="lines">
              {shown.map(({ key, label, why }) => (
                <li key={key} className="row">
                  <Tri value={why?.verdict ?? 'unknown'} /><button type="button" className="text-button" aria-pressed={key === chosen?.key} onClick={() => onPick(key)}>{label}</button>{why?.unverified ? <Unverified /> : null}
                </li>
              ))}
            </ul>
            {chosen?.why ? <><h3>{w('cases.apply.whyOf', { category: chosen.label })}</h3><Explain clauses={explainedClauses(chosen.why, w)} /></> : null}
          </>
        );
      }}
    </Loaded>
  );
}
