import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Figure } from '#platform/web/Figure.tsx';
import { FigureStrip } from '#platform/web/FigureStrip.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { downloadOf, useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords, type Words } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { entitlementContract } from '../domain/entitlementContract.ts';

type Ranking = Given<typeof entitlementContract.rankUnlocks>;
type Row = Ranking['rows'][number];

const resultsShown = 3;

/** Which missing fact would settle how much for how many people; each number opens its list. */
export default function Unlocks() {
  const w = useWords();
  const api = useApi(entitlementContract);
  const ranking = useLoad(['unlocks'], () => api.rankUnlocks());
  return (
    <>
      <PageHead title={w('retain.unlocks')} sub={w('retain.unlocks.sub')} />
      <Loaded of={ranking}>
        {(value) => (
          <>
            <Counts ranking={value} />
            <DataTable caption={w('retain.unlocks.caption')} rows={value.rows} rowKey={({ fact }) => fact} columns={columnsOf(w)} exportTo={downloadOf('/api/retain/unlocks/export')} empty={<Empty>{w('retain.unlocks.none')}</Empty>} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Counts({ ranking: { people, judgedOn, counts } }: { ranking: Ranking }) {
  const w = useWords();
  const unit = w('retain.unlocks.itemsUnit');
  return (
    <FigureStrip>
      <Figure label={w('retain.unlocks.judged')} value={people} unit={w('retain.unlocks.peopleUnit')} note={judgedOn ? w('retain.unlocks.judgedOn', { date: judgedOn }) : undefined} to="/work/people" />
      <Figure label={w('retain.unlocks.offered')} value={counts.offered} unit={unit} to="/work/entitlements?state=offered" />
      <Figure label={w('retain.unlocks.confirmed')} value={counts.confirmed} unit={unit} to="/work/entitlements?state=confirmed" />
      <Figure label={w('retain.unlocks.unserved')} value={counts.unserved} unit={unit} note={w('retain.unlocks.unservedNote')} to="/work/entitlements?state=unserved" />
    </FigureStrip>
  );
}

const columnsOf = (w: Words): Column<Row>[] => [
  { key: 'fact', head: w('retain.sheet.fact'), phone: 'main', cell: ({ fact, ask, evidence }) => <><b>{fact}</b><span className="cap line">{[ask, evidence.join(w('platform.listComma'))].filter(Boolean).join(' · ')}</span></> },
  { key: 'people', head: w('retain.sheet.people'), align: 'right', phone: 'aside', cell: ({ fact, people }) => <Go to={`/work/unlocks/people?fact=${fact}`} look="opens" label={`${fact} ${w('retain.unlocks.open', { n: people })}`}>{people}</Go> },
  { key: 'alone', head: w('retain.sheet.alone'), align: 'right', phone: 'under', cell: ({ alone }) => alone },
  { key: 'among', head: w('retain.sheet.among'), align: 'right', phone: 'under', cell: ({ among }) => among },
  { key: 'results', head: w('retain.sheet.results'), phone: 'under', cell: ({ results }) => <span className="sub">{results.slice(0, resultsShown).map(({ gives, people }) => `${gives} ${people}`).join(w('platform.listComma'))}{results.length > resultsShown ? ` ${w('retain.unlocks.more', { n: results.length - resultsShown })}` : ''}</span> },
];
