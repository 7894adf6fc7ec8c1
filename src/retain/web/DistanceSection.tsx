import { explainedClauses } from '#policy/web/public.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Explain } from '#platform/web/Explain.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Section } from '#platform/web/Section.tsx';
import { Sheet } from '#platform/web/Sheet.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import type { Load } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { distancesOf, goalsAmong, goalsShown, nearestGoals } from './goals.ts';
import type { MyEntitlements, MyResult } from './reads.ts';

/** How far the next titles and categories are: what is missing, from which day it will hold, what would help. */
export function DistanceSection({ judged }: { judged: Load<MyEntitlements> }) {
  const w = useWords();
  return (
    <Section title={w('retain.distance')} more={<Go to="/my/promotion">{w('retain.distance.all')}</Go>} className="area-distance">
      <Loaded of={judged}>
        {(value) => {
          const goals = nearestGoals(goalsAmong(value)).slice(0, goalsShown);
          if (goals.length === 0) return <Empty>{w('retain.distance.none')}</Empty>;
          return <Sheet roomy={false}><div className="goals">{goals.map((goal) => <Goal key={`${goal.document}${goal.name}`} goal={goal} />)}</div></Sheet>;
        }}
      </Loaded>
    </Section>
  );
}

function Goal({ goal }: { goal: MyResult }) {
  const w = useWords();
  const open = explainedClauses(goal, w).filter(({ mark }) => mark !== 'yes');
  const distances = distancesOf(goal);
  return (
    <div className="goal">
      <h3>{goal.name}<Tag>{w(goal.verdict === 'unknown' ? 'retain.distance.toKnow' : 'retain.distance.short', { n: open.length })}</Tag></h3>
      {distances.length > 0 ? <p className="distance">{distances.map(({ short, fact, unit }) => <span key={fact}>{short}<small>{w(`retain.distance.${unit}`, { fact })}</small></span>)}</p> : null}
      {goal.becomes ? <p className="sub">{w('retain.distance.becomes', { date: goal.becomes })}</p> : null}
      <Explain clauses={open} />
    </div>
  );
}
