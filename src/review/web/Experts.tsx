import { useState } from 'react';
import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { FilterLine } from '#platform/web/FilterLine.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useSearchText } from '#platform/web/place.ts';
import { Tag } from '#platform/web/Tag.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { PoolRow } from '../domain/expertContract.ts';
import { expertContract } from '../domain/expertContract.ts';
import { standings } from '../domain/expertTerm.ts';
import { AddExpertDialog } from './AddExpertDialog.tsx';
import { Renewals } from './Renewals.tsx';
import './experts.css';

/** The expert pool: who serves, until when, how burdened and how prompt. */
export default function Experts() {
  const w = useWords();
  const api = useApi(expertContract);
  const [asked, setStanding] = useSearchText('standing');
  const [field, setField] = useSearchText('field');
  const [level, setLevel] = useSearchText('level');
  const [q, setQ] = useSearchText('q');
  const [selected, setSelected] = useState<Set<string>>(new Set());
  const standing = standings.find((each) => each === asked);
  const filter = { ...(standing ? { standing } : {}), ...(field ? { field } : {}), ...(level ? { level } : {}), ...(q ? { q } : {}) };
  const experts = useLoad(['experts', filter], () => api.listExperts({ query: filter }));
  return (
    <div className="stack">
      <PageHead title={w('review.experts')} sub={w('review.expertsNote')} aside={<><Go to="/work/experts/import" look="button">{w('review.experts.import')}</Go><AddExpertDialog /></>} />
      <Loaded of={experts}>
        {({ rows, counts, fields, levels }) => (
          <div>
            <FilterLine
              label={w('review.experts.standing')} value={standing ?? ''} onPick={setStanding}
              choices={[{ key: '', label: w('review.experts.all'), count: Object.values(counts).reduce((sum, n) => sum + n, 0) }, ...standings.map((key) => ({ key, label: w(`review.standing.${key}`), count: counts[key] ?? 0 }))]}
            >
              <span className="expert-filter">
              <Choice label={w('review.experts.fields')} value={field} onPick={setField} options={fields} />
              <Choice label={w('review.experts.level')} value={level} onPick={setLevel} options={levels} />
              <input className="control" type="search" aria-label={w('review.experts.name')} placeholder={w('review.experts.name')} value={q} onChange={(event) => setQ(event.target.value)} />
              </span>
            </FilterLine>
            <DataTable
              caption={w('review.experts')} columns={columnsIn(w)} rows={rows} rowKey={(row) => row.expertId} rowName={(row) => row.name} selected={selected} onSelect={setSelected}
              empty={<Empty>{w('review.experts.empty')}</Empty>}
            />
            <Renewals rows={rows.filter((row) => selected.has(row.expertId))} leave={() => setSelected(new Set())} />
          </div>
        )}
      </Loaded>
    </div>
  );
}

type Words = ReturnType<typeof useWords>;

const columnsIn = (w: Words): Column<PoolRow>[] => [
  { key: 'name', head: w('review.experts.name'), phone: 'main', cell: (row) => <Go to={`/work/experts/${row.expertId}`}>{row.name}</Go> },
  { key: 'organisation', head: w('review.experts.organisation'), phone: 'sub', cell: (row) => `${row.organisation}${row.external ? ` · ${w('review.experts.external')}` : ''}` },
  { key: 'fields', head: w('review.experts.fields'), phone: 'under', cell: (row) => `${row.fields.join('、')} · ${row.level}` },
  { key: 'standing', head: w('review.experts.standing'), phone: 'hidden', cell: (row) => <Tag kind={row.standing === 'serving' ? 'green' : 'plain'}>{w(`review.standing.${row.standing}`)}</Tag> },
  { key: 'term', head: w('review.experts.term'), phone: 'hidden', cell: (row) => <span className="nw">{row.from} – {row.until}</span> },
  { key: 'load', head: w('review.experts.load'), align: 'right', phone: 'aside', cell: (row) => <Go to={`/work/experts/${row.expertId}#seats`} look="opens">{row.load}</Go> },
  { key: 'prompt', head: w('review.experts.prompt'), align: 'right', phone: 'hidden', cell: (row) => (row.due === 0 ? '–' : `${row.inTime}/${row.due}`) },
  { key: 'days', head: w('review.experts.days'), align: 'right', phone: 'hidden', cell: (row) => (row.medianTenths === null ? '–' : row.medianTenths / 10) },
];

function Choice({ label, value, onPick, options }: { label: string; value: string; onPick: (value: string) => void; options: readonly string[] }) {
  const w = useWords();
  return (
    <select className="control" aria-label={label} value={value} onChange={(event) => onPick(event.target.value)}>
      <option value="">{w('review.experts.any', { what: label })}</option>
      {options.map((option) => <option key={option} value={option}>{option}</option>)}
    </select>
  );
}
