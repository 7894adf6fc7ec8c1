import './promotion.css';
import { Empty } from '#platform/web/Empty.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { promotionContract } from '../domain/promotionContract.ts';
import { GoalRow } from './GoalRow.tsx';
import { TryGrowth } from './TryGrowth.tsx';

type Own = Given<typeof promotionContract.ownPromotion>;
const reaches = ['open', 'next', 'later', 'closed'] as const;

/** How far I am from each title and category, and what a posting or study would do. */
export default function Promotion() {
  const w = useWords();
  const api = useApi(promotionContract);
  const own = useLoad(['promotion'], () => api.ownPromotion());
  return (
    <div className="plain-page">
      <PageHead title={w('develop.promotion')} sub={w('develop.promotion.sub')} />
      <Loaded of={own}>{(value) => <Goals own={value} />}</Loaded>
    </div>
  );
}

function Goals({ own: { goals } }: { own: Own }) {
  const w = useWords();
  if (goals.length === 0) return <Empty>{w('develop.promotion.none')}</Empty>;
  const needed = goals.find(({ reach, effect }) => reach === 'next' && effect)?.effect?.growth;
  const groups = reaches.map((reach) => ({ reach, those: goals.filter((goal) => goal.reach === reach) })).filter(({ those }) => those.length > 0);
  return (
    <div className="beside">
      <div className="stack">
        {groups.map(({ reach, those }) => (
          <Section key={reach} title={w(`develop.reach.${reach}`)}>
            <ul>{those.map((goal) => <GoalRow key={`${goal.policy} ${goal.result}`} goal={goal} />)}</ul>
          </Section>
        ))}
      </div>
      <aside><TryGrowth first={needed} shown={new Set(goals.filter(({ reach }) => reach === 'next' || reach === 'open').map(({ policy, result }) => `${policy} ${result}`))} /></aside>
    </div>
  );
}
