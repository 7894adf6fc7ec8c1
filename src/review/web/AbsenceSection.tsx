import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { expertContract } from '../domain/expertContract.ts';
import { AbsenceForm } from './AbsenceForm.tsx';
import type { Expert } from './ExpertPage.tsx';

/** When an expert is not invited. */
export function AbsenceSection({ expert }: { expert: Expert }) {
  const w = useWords();
  const api = useApi(expertContract);
  const [adding, setAdding] = useState(false);
  const add = useAct((away: { from: string; to: string; reason: string }) => api.addAbsence({ params: { expertId: expert.expertId }, body: away }), { done: () => setAdding(false) });
  const end = useAct((absenceId: string) => api.endAbsence({ params: { expertId: expert.expertId, absenceId } }));
  return (
    <Section title={w('review.away')} note={w('review.away.note')}>
      {expert.absences.length === 0 ? <Empty>{w('review.away.none')}</Empty> : (
        <ul className="person-choices">
          {expert.absences.map(({ absenceId, from, to, reason }) => (
            <li key={absenceId}><span>{from} – {to} <span className="sub">{reason}</span></span><Button small busy={end.running} aria-label={`${w('review.away.end')} ${from}`} onClick={() => end.run(absenceId)}>{w('review.away.end')}</Button></li>
          ))}
        </ul>
      )}
      {expert.leftOn !== null ? null : adding ? <AbsenceForm busy={add.running} onGive={add.run} /> : <p><Button small onClick={() => setAdding(true)}>{w('review.away.add')}</Button></p>}
      <Refusal of={add.refusal ?? end.refusal} />
    </Section>
  );
}
