import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { DateField } from '#platform/web/DateField.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useToday } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { pairingContract, type PairView } from '../domain/pairingContract.ts';

/** Goals the two have agreed on, and a new one. */
export function Goals({ view }: { view: PairView }) {
  const w = useWords();
  const api = useApi(pairingContract);
  const own = view.side !== null && view.state === 'live';
  const reach = useAct((goalId: string) => api.reachGoal({ params: { goalId }, body: {} }));
  return (
    <Section title={w('pairing.goals')}>
      {view.goals.length === 0 ? <Empty>{w('pairing.goals.none')}</Empty> : null}
      <ul className="pair-record">
        {view.goals.map((goal) => (
          <li key={goal.goalId}>
            <span>{goal.content} <span className="cap">{goal.doneOn ? w('pairing.goals.reached', { date: goal.doneOn }) : w('pairing.goals.due', { date: goal.dueOn, side: w(`pairing.side.${goal.setBy}`) })}</span></span>
            {own && !goal.doneOn ? <Button small busy={reach.running} aria-label={w('pairing.goals.reachIt', { content: goal.content })} onClick={() => reach.run(goal.goalId)}>{w('pairing.goals.reach')}</Button> : null}
          </li>
        ))}
      </ul>
      <Refusal of={reach.refusal} />
      {own ? <NewGoal pairId={view.pairId} /> : null}
    </Section>
  );
}

function NewGoal({ pairId }: { pairId: string }) {
  const w = useWords();
  const today = useToday();
  const api = useApi(pairingContract);
  const [content, setContent] = useState('');
  const [dueOn, setDueOn] = useState('');
  const act = useAct(() => api.setGoal({ params: { pairId }, body: { content, dueOn } }), { done: () => { setContent(''); setDueOn(''); } });
  return (
    <form className="narrow" onSubmit={(event) => { event.preventDefault(); act.run(undefined); }}>
      <TextField label={w('pairing.goals.content')} required value={content} onChange={setContent} maxLength={500} />
      <DateField label={w('pairing.goals.dueOn')} required value={dueOn} onChange={setDueOn} min={today} />
      <Button type="submit" busy={act.running}>{w('pairing.goals.add')}</Button>
      <Refusal of={act.refusal} />
    </form>
  );
}
