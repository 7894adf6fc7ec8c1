import './promotion.css';
import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Unverified } from '#platform/web/Unverified.tsx';
import { downloadOf, useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords, type Words } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { groups, little } from '../domain/cohortGroups.ts';
import { promotionContract } from '../domain/promotionContract.ts';

type Goal = Given<typeof promotionContract.viewCohort>['goals'][number];

/** Next year's cohort: how many become eligible for what in which quarter; each number opens its list. */
export default function Cohort() {
  const w = useWords();
  const api = useApi(promotionContract);
  const cohort = useLoad(['cohort'], () => api.viewCohort());
  return (
    <Loaded of={cohort}>
      {({ year, people, goals }) => (
        <>
          <PageHead title={w('develop.cohort')} sub={w('develop.cohort.sub', { year })} aside={<span className="sub">{w('develop.cohort.people', { n: people })}</span>} />
          <DataTable
            caption={w('develop.cohort.caption', { year })} rows={goals.filter(({ counts }) => groups.some((group) => (counts[group] ?? 0) > 0))} rowKey={({ policy, result }) => `${policy} ${result}`} columns={columnsOf(w)}
            exportTo={downloadOf('/api/develop/cohort/export')} empty={<Empty>{w('develop.cohort.none')}</Empty>} foot={<span className="cap">{w('develop.cohort.near', { days: little.postingDays, months: little.studyMonths })}</span>}
          />
        </>
      )}
    </Loaded>
  );
}

const columnsOf = (w: Words): Column<Goal>[] => [
  { key: 'goal', head: w('develop.cohort.goal'), phone: 'main', cell: (goal) => <><b>{goal.gives}</b>{goal.unverified ? <> <Unverified /></> : null}<span className="cap line">{goal.document} {goal.article}</span></> },
  ...groups.map((group): Column<Goal> => ({ key: group, head: w(`develop.group.${group}`), align: 'right', phone: 'under', cell: (goal) => <Count goal={goal} group={group} /> })),
];

function Count({ goal, group }: { goal: Goal; group: string }) {
  const w = useWords();
  const n = goal.counts[group] ?? 0;
  if (n === 0) return <span className="cap">0</span>;
  const name = w('develop.cohort.countOf', { goal: goal.gives, group: w(`develop.group.${group}`), n });
  return <span className="cohort-number"><Go to={`/work/cohort/people?policy=${goal.policy}&result=${goal.result}&group=${group}`} look="opens" label={name}>{n}</Go></span>;
}
