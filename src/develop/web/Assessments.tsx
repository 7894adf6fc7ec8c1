import { useState } from 'react';
import { AreaField } from '#platform/web/AreaField.tsx';
import { Button } from '#platform/web/Button.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { pairingContract, type PairView } from '../domain/pairingContract.ts';

/** Yearly assessments by master, pupil and office, and one's own of a year not yet assessed. */
export function Assessments({ view }: { view: PairView }) {
  const w = useWords();
  const assessor = view.side ?? 'office';
  const openYears = view.years.filter((year) => !view.assessments.some((each) => each.year === year && each.assessor === assessor));
  return (
    <Section title={w('pairing.assess')}>
      {view.assessments.length === 0 ? <Empty>{w('pairing.assess.none')}</Empty> : null}
      <ul className="pair-record">
        {view.assessments.map((each) => (
          <li key={`${each.year}${each.assessor}`}><span>{each.year} {w(`pairing.assess.by.${each.assessor}`)} <span className="cap">{each.comment}</span></span><Tag kind="green">{each.level}</Tag></li>
        ))}
      </ul>
      {view.state === 'live' && openYears.length > 0 ? <NewAssessment view={view} years={openYears} /> : null}
    </Section>
  );
}

function NewAssessment({ view, years }: { view: PairView; years: readonly number[] }) {
  const w = useWords();
  const api = useApi(pairingContract);
  const [year, setYear] = useState(String(years.at(-1) ?? ''));
  const [level, setLevel] = useState('');
  const [comment, setComment] = useState('');
  const act = useAct(() => api.assessPair({ params: { pairId: view.pairId }, body: { year: Number(year), level, comment } }), { done: () => setComment('') });
  return (
    <form className="narrow" onSubmit={(event) => { event.preventDefault(); act.run(undefined); }}>
      <SelectField label={w('pairing.assess.year')} required value={year} onChange={setYear} options={years.map((each) => ({ value: String(each), label: String(each) }))} />
      <SelectField label={w('pairing.assess.level')} required value={level} onChange={setLevel} options={view.levels.map((each) => ({ value: each, label: each }))} />
      <AreaField label={w('pairing.assess.comment')} required rows={2} value={comment} onChange={setComment} maxLength={500} />
      <Button type="submit" busy={act.running}>{w('pairing.assess.send')}</Button>
      <Refusal of={act.refusal} />
    </form>
  );
}
