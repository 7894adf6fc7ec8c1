import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { FileDrop } from '#platform/web/FileDrop.tsx';
import { Go } from '#platform/web/Go.tsx';
import { JustChanged } from '#platform/web/JustChanged.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { Tri } from '#platform/web/Tri.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { expertImportContract, type ExpertLine } from '../domain/expertImportContract.ts';

/** Experts from a sheet: each row is judged before anything goes in; only the right ones do. */
export default function ImportExperts() {
  const w = useWords();
  const api = useApi(expertImportContract);
  const [file, setFile] = useState<File>();
  const columns = useLoad(['expertColumns'], () => api.expertColumns());
  const look = useAct((chosen: File) => api.importExperts({ upload: chosen, body: { enter: 'no' } }), { done: (_, chosen) => setFile(chosen) });
  const enter = useAct((chosen: File) => api.importExperts({ upload: chosen, body: { enter: 'yes' } }), { done: () => setFile(undefined) });
  const judged = enter.value ?? look.value;
  return (
    <div className="stack">
      <PageHead over={<Go to="/work/experts">{w('exchange.experts.pool')}</Go>} title={w('exchange.experts')} sub={w('exchange.experts.sub', { columns: columns.value?.columns.join('、') ?? '' })} />
      <div><FileDrop label={w('exchange.drop')} accept=".xlsx,.csv" hint={w('exchange.dropHint')} onFile={look.run} /><Refusal of={look.refusal ?? enter.refusal} /></div>
      {judged ? (
        <Section title={w('exchange.experts.judged')} note={w('exchange.experts.counts', { good: judged.good, refused: judged.refused })}>
          <DataTable caption={w('exchange.experts.judged')} columns={columnsIn(w)} rows={judged.rows} rowKey={(row) => String(row.row)} />
          {enter.value ? <JustChanged text={w('exchange.experts.entered', { n: judged.rows.filter(({ entered }) => entered).length })} /> : null}
          {file && judged.good > 0 && !enter.value ? <p><Button kind="primary" busy={enter.running} onClick={() => enter.run(file)}>{w('exchange.experts.enter', { n: judged.good })}</Button></p> : null}
        </Section>
      ) : null}
    </div>
  );
}

const columnsIn = (w: ReturnType<typeof useWords>): Column<ExpertLine>[] => [
  { key: 'row', head: w('exchange.experts.row'), phone: 'hidden', width: 60, cell: (line) => line.row },
  { key: 'name', head: w('exchange.experts.name'), phone: 'main', cell: (line) => line.name },
  { key: 'organisation', head: w('exchange.experts.organisation'), phone: 'sub', cell: (line) => `${line.organisation} · ${line.fields} · ${line.term}` },
  { key: 'fits', head: w('exchange.experts.fits'), phone: 'aside', width: 90, cell: (line) => <Tri value={line.problems.length === 0 ? 'yes' : 'no'} /> },
  { key: 'why', head: w('exchange.experts.why'), phone: 'under', cell: (line) => line.problems.map(({ column, message, fix }) => <span key={column + message} className="line">{column}：{message}{fix ? ` ${w('exchange.experts.fix', { fix })}` : ''}</span>) },
];
