import { useState, type ReactNode } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Explain } from '#platform/web/Explain.tsx';
import { FilterLine } from '#platform/web/FilterLine.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useGo, useSearchText } from '#platform/web/place.ts';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Tri } from '#platform/web/Tri.tsx';
import { Unverified } from '#platform/web/Unverified.tsx';
import type { Given } from '#platform/domain/contract.ts';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { explainedClauses } from '#policy/web/public.tsx';
import { casesContract } from '../domain/contract.ts';
import './cases.css';

type Row = Given<typeof casesContract.listEntitled>['rows'][number];
type Asked = { personId: string; name: string; category: string; label: string };

/** Who on the roster is entitled today, or lacks only a fact; nobody has to apply first. */
export default function Entitled() {
  const w = useWords();
  const api = useApi(casesContract);
  const [asked, setProgramme] = useSearchText('programme');
  const [after, setAfter] = useState('');
  const [why, setWhy] = useState<Asked | undefined>();
  const programmes = useLoad(['programmes'], () => api.listProgrammes()).value?.rows ?? [];
  const programme = asked || programmes[0]?.code || '';
  const roundId = programmes.find(({ code }) => code === programme)?.rounds.find(({ isOpen }) => isOpen)?.id;
  const people = useLoad(['entitled', programme, after], () => api.listEntitled({ query: { programme, limit: 100, ...(after ? { after } : {}) } }), { when: programme !== '' });
  return (
    <>
      <PageHead title={w('cases.entitled')} sub={w('cases.entitled.sub')} />
      <FilterLine label={w('cases.programme')} choices={programmes.map(({ code, title }) => ({ key: code, label: title }))} value={programme} onPick={(code) => { setAfter(''); setProgramme(code); }} />
      <Loaded of={people}>
        {({ rows, next }) => (
          <DataTable
            caption={w('cases.entitled.caption')} rows={rows} rowKey={({ personId }) => personId} columns={columnsOf(w, setWhy, (row) => <OpenFor row={row} programme={programme} roundId={roundId} />)} empty={<Empty>{w('cases.entitled.empty')}</Empty>}
            foot={<span className="row">{after ? <Button small onClick={() => setAfter('')}>{w('cases.queue.first')}</Button> : null}{next ? <Button small onClick={() => setAfter(next)}>{w('cases.queue.more', { n: 100 })}</Button> : null}</span>}
          />
        )}
      </Loaded>
      {why ? <WhyDialog asked={why} programme={programme} close={() => setWhy(undefined)} /> : null}
    </>
  );
}

const columnsOf = (w: ReturnType<typeof useWords>, ask: (asked: Asked) => void, openFor: (row: Row) => ReactNode): Column<Row>[] => [
  { key: 'person', head: w('cases.col.person'), phone: 'main', cell: (row) => <><Go to={`/work/people/${row.personId}`}>{row.name}</Go><span className="cap line">{row.organisationName}</span></> },
  {
    key: 'categories', head: w('cases.entitled.col.categories'), phone: 'sub', cell: (row) => row.categories.map((each) => (
      <span key={each.key} className="row"><Tri value={each.verdict} /><button type="button" className="text-button" aria-label={`${w('cases.entitled.why')} ${row.name} ${each.label}`} onClick={() => ask({ personId: row.personId, name: row.name, category: each.key, label: each.label })}>{each.label}</button>{each.unverified ? <Unverified /> : null}</span>
    )),
  },
  { key: 'missing', head: w('cases.entitled.col.missing'), phone: 'under', cell: (row) => [...new Set(row.categories.flatMap(({ missing }) => missing))].join('、') },
  { key: 'case', head: w('cases.entitled.col.case'), phone: 'aside', align: 'right', cell: (row) => (row.openCase ? <Go to={`/work/cases/${row.openCase}`}>{w('cases.entitled.has')}</Go> : openFor(row)) },
];

/** Opens a case for somebody who is entitled, in the round that is open; the person reads, adds and submits it. */
function OpenFor({ row, programme, roundId }: { row: Row; programme: string; roundId: string | undefined }) {
  const w = useWords();
  const go = useGo();
  const api = useApi(casesContract);
  const sure = row.categories.find(({ verdict }) => verdict === 'yes');
  const act = useAct(() => api.openCase({ body: { programme, personId: row.personId, ...(roundId ? { roundId } : {}), ...(sure ? { category: sure.key } : {}) } }), { done: ({ caseId }) => go(`/work/cases/${caseId}`) });
  if (!sure || !roundId) return null;
  return <><Button small busy={act.running} aria-label={`${w('cases.entitled.open')} ${row.name}`} onClick={() => act.run(undefined)}>{w('cases.entitled.open')}</Button><Refusal of={act.refusal} /></>;
}

function WhyDialog({ asked, programme, close }: { asked: Asked; programme: string; close: () => void }) {
  const w = useWords();
  const api = useApi(casesContract);
  const { personId, category } = asked;
  const load = useLoad(['entitled', personId, programme, category], () => api.explainEntitled({ params: { personId }, query: { programme, category } }));
  return (
    <Dialog title={`${asked.name} · ${asked.label}`} open onClose={close}>
      <Loaded of={load}>{(why) => <Explain clauses={explainedClauses(why, w)} judgedOn={why.judgedOn} />}</Loaded>
    </Dialog>
  );
}
