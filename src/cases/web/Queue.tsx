import { useState } from 'react';
import { FilterLine } from '#platform/web/FilterLine.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useSearchText } from '#platform/web/place.ts';
import { downloadOf, useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { casesContract } from '../domain/contract.ts';
import { Bulk } from './Bulk.tsx';
import { QueueAside } from './QueueAside.tsx';
import { QueueTable } from './QueueTable.tsx';
import './cases.css';

const views = ['mine', 'others', 'all', 'ended'] as const;

/** The home of whoever handles cases: what waits, by its clock. */
export default function Queue() {
  const w = useWords();
  const api = useApi(casesContract);
  const [asked, setView] = useSearchText('view');
  const [programme, setProgramme] = useSearchText('programme');
  const [after, setAfter] = useState('');
  const [selected, setSelected] = useState<Set<string>>(new Set());
  const view = views.find((each) => each === asked) ?? 'mine';
  const queue = useLoad(['queue', view, programme, after], () => api.listQueue({ query: { view, limit: 50, ...(programme ? { programme } : {}), ...(after ? { after } : {}) } }));
  const pick = (set: (value: string) => void) => (value: string) => { setAfter(''); setSelected(new Set()); set(value); };
  return (
    <Loaded of={queue}>
      {({ rows, next, counts, programmes }) => (
        <>
          <PageHead title={w('cases.queue')} sub={w('cases.queue.sub', { n: counts.mine, past: counts.past, today: counts.today })} />
          <FilterLine
            label={w('cases.queue.byClock')} value={view} onPick={pick(setView)}
            choices={views.map((key) => ({ key, label: w(`cases.queue.${key}`), waiting: key === 'mine', ...(key === 'ended' ? {} : { count: counts[key] }) }))}
          >
            <ProgrammeChoice value={programme} onPick={pick(setProgramme)} programmes={programmes} />
          </FilterLine>
          <div className="beside">
            <div>
              <QueueTable rows={rows} exportTo={downloadOf('/api/exports/queue', { view, programme })} selected={selected} onSelect={view === 'ended' ? undefined : setSelected} />
              <p className="row">
                {after ? <button type="button" className="text-button" onClick={() => setAfter('')}>{w('cases.queue.first')}</button> : null}
                {next ? <button type="button" className="text-button" onClick={() => setAfter(next)}>{w('cases.queue.more', { n: 50 })}</button> : null}
              </p>
              <Bulk rows={rows.filter(({ id }) => selected.has(id))} leave={() => setSelected(new Set())} />
            </div>
            <QueueAside rows={rows} />
          </div>
        </>
      )}
    </Loaded>
  );
}

function ProgrammeChoice({ value, onPick, programmes }: { value: string; onPick: (value: string) => void; programmes: { code: string; title: string }[] }) {
  const w = useWords();
  return (
    <select className="control" aria-label={w('cases.programme')} value={value} onChange={(event) => onPick(event.target.value)}>
      <option value="">{w('cases.allProgrammes')}</option>
      {programmes.map(({ code, title }) => <option key={code} value={code}>{title}</option>)}
    </select>
  );
}
