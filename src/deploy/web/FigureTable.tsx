import { useState } from 'react';
import { AreaField } from '#platform/web/AreaField.tsx';
import { Button } from '#platform/web/Button.tsx';
import { DataTable } from '#platform/web/DataTable.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { evaluationContract } from '../domain/evaluationContract.ts';
import { indicatorsIn, type EvaluationIndex } from '../domain/evaluationIndex.ts';

/** Figures of many from Excel: first what they would give, then for real. */
export function FigureTable({ index, year }: { index: EvaluationIndex; year: number }) {
  const w = useWords();
  const api = useApi(evaluationContract);
  const [text, setText] = useState('');
  const check = useAct((told: string) => api.checkFigureTable({ body: { year, text: told } }));
  const enter = useAct((told: string) => api.enterFigureTable({ body: { year, text: told } }), { done: () => { setText(''); check.clear(); } });
  const change = (told: string) => { setText(told); check.clear(); };
  const rows = check.value?.rows;
  return (
    <Section title={w('deploy.table')}>
      <AreaField label={w('deploy.table.text')} hint={w('deploy.table.hint', { names: indicatorsIn(index.elements).map(({ name }) => name).join('、') })} required rows={5} value={text} onChange={change} />
      <p className="row">
        <Button busy={check.running} onClick={() => check.run(text)}>{w('deploy.table.check')}</Button>
        {rows ? <Button kind="primary" busy={enter.running} onClick={() => enter.run(text)}>{w('deploy.table.send', { n: rows.length })}</Button> : null}
        {enter.value && !text ? <span role="status">{w('deploy.table.done', { n: enter.value.entered })}</span> : null}
      </p>
      <Refusal of={check.refusal ?? enter.refusal} />
      {rows ? (
        <DataTable caption={w('deploy.table.preview')} rows={rows} rowKey={(row) => String(row.line)} columns={[
          { key: 'name', head: w('deploy.column.name'), phone: 'main', cell: (row) => row.name },
          { key: 'points', head: w('deploy.column.points'), align: 'right', phone: 'aside', cell: (row) => (row.result.tenths === null ? w('deploy.column.missing', { n: row.result.missing.length }) : (row.result.tenths / 10).toFixed(1)) },
          { key: 'level', head: w('deploy.column.level'), phone: 'under', cell: (row) => row.result.level ?? '—' },
        ]} foot={w('deploy.table.preview')} />
      ) : null}
    </Section>
  );
}
