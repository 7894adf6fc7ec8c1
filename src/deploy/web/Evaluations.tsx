import { Button } from '#platform/web/Button.tsx';
import { DataTable } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { FilterLine } from '#platform/web/FilterLine.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useGo, useSearchText } from '#platform/web/place.ts';
import { useAct } from '#platform/web/useAct.ts';
import { useActor } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { evaluationContract, type EvaluationRow } from '../domain/evaluationContract.ts';
import { FigureTable } from './FigureTable.tsx';
import { IndexNote } from './IndexNote.tsx';

const states = ['none', 'entered', 'confirmed', 'objected', 'closed'] as const;

/** The evaluations of a year: an institution begins and enters them, the bureau answers and closes. */
export default function Evaluations() {
  const w = useWords();
  const { actor } = useActor();
  const api = useApi(evaluationContract);
  const [year, setYear] = useSearchText('year');
  const list = useLoad(['evaluations', year], () => api.listEvaluations({ query: year ? { year } : {} }));
  return (
    <div className="stack">
      <PageHead title={w('deploy.evaluations')} sub={w('deploy.evaluations.sub')} />
      <Loaded of={list}>
        {({ index, year: shown, years, rows }) => index === null ? <Empty>{w('deploy.evaluations.none')}</Empty> : (
          <>
            <IndexNote index={index} />
            <FilterLine label={w('deploy.year')} value={String(shown)} onPick={setYear} choices={years.map((each) => ({ key: String(each), label: w('deploy.yearOf', { year: each }) }))} />
            <People rows={rows} year={shown} />
            {actor.role === 'employer' ? <FigureTable index={index} year={shown} /> : null}
          </>
        )}
      </Loaded>
    </div>
  );
}

function People({ rows, year }: { rows: readonly EvaluationRow[]; year: number }) {
  const w = useWords();
  const [state, setState] = useSearchText('state');
  const stateOf = (row: EvaluationRow) => row.state ?? 'none';
  const shown = state ? rows.filter((row) => stateOf(row) === state) : rows;
  const choices = [{ key: '', label: w('deploy.people'), count: rows.length }, ...states.map((key) => ({ key, label: w(`deploy.state.${key}`), count: rows.filter((row) => stateOf(row) === key).length }))];
  return (
    <Section title={w('deploy.people')}>
      <FilterLine label={w('deploy.state')} choices={choices} value={state} onPick={setState} />
      <DataTable caption={w('deploy.people')} rows={shown} rowKey={(row) => `${row.personId}${row.span}`} empty={<Empty>{w('deploy.people.none')}</Empty>} columns={[
        { key: 'name', head: w('deploy.column.name'), phone: 'main', cell: (row) => <>{row.name}{row.span === 'term' ? <span className="cap"> {w('deploy.span.term')}</span> : null}</> },
        { key: 'organisation', head: w('deploy.column.organisation'), phone: 'sub', cell: (row) => row.organisation },
        { key: 'state', head: w('deploy.state'), phone: 'under', cell: (row) => <StateCell row={row} /> },
        { key: 'points', head: w('deploy.column.points'), align: 'right', phone: 'hidden', cell: (row) => (row.tenths === null ? '—' : (row.tenths / 10).toFixed(1)) },
        { key: 'level', head: w('deploy.column.level'), phone: 'under', cell: (row) => row.level ?? '—' },
        { key: 'acts', head: '', phone: 'aside', cell: (row) => <Acts row={row} year={year} /> },
      ]} />
    </Section>
  );
}

function StateCell({ row }: { row: EvaluationRow }) {
  const w = useWords();
  const parts = [w(`deploy.state.${row.state ?? 'none'}`), row.state === 'entered' && row.missing ? w('deploy.column.missing', { n: row.missing }) : '', row.state === 'confirmed' && row.objectionsUntil ? w('deploy.column.until', { date: row.objectionsUntil }) : ''];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}

function Acts({ row, year }: { row: EvaluationRow; year: number }) {
  const w = useWords();
  const go = useGo();
  const { actor } = useActor();
  const api = useApi(evaluationContract);
  const done = ({ evaluationId }: { evaluationId: string }) => go(`/work/evaluations/${evaluationId}`);
  const begin = useAct(() => api.startEvaluation({ body: { personId: row.personId, year } }), { done });
  const term = useAct(() => api.startTerm({ body: { personId: row.personId, year } }), { done });
  if (row.evaluationId === null) return <><Button small busy={begin.running} aria-label={w('deploy.beginOf', { name: row.name })} onClick={() => begin.run(undefined)}>{w('deploy.begin')}</Button><Refusal of={begin.refusal} /></>;
  const mayTerm = actor.role === 'employer' && row.span === 'year' && row.state === 'closed';
  return (
    <span className="row">
      <Go to={`/work/evaluations/${row.evaluationId}`} look="small" label={w('deploy.openOf', { name: row.name })}>{w('deploy.open')}</Go>
      {mayTerm ? <Button small busy={term.running} aria-label={w('deploy.startTermOf', { name: row.name })} onClick={() => term.run(undefined)}>{w('deploy.startTerm')}</Button> : null}
      <Refusal of={term.refusal} />
    </span>
  );
}
