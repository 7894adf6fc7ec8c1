import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { FilterLine } from '#platform/web/FilterLine.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { exchangeContract, type ListedProblem, type RosterImport } from '../domain/contract.ts';
import { Severity, type Decision } from '../domain/problem.ts';
import { decisionFor } from './decisionFor.ts';
import { ProblemTable } from './ProblemTable.tsx';

const pageSize = 100;
const mostShown = 500;

/** What is wrong with the file, row by row, with what can be decided here. */
export function ProblemSection({ current }: { current: RosterImport }) {
  const w = useWords();
  const api = useApi(exchangeContract);
  const { importId, counts, stage, checkedAt } = current;
  const [severity, setSeverity] = useState<Severity | undefined>(undefined);
  const [limit, setLimit] = useState(pageSize);
  const list = useLoad(['exchange', 'problems', importId, checkedAt, severity, limit], () => api.listProblems({ params: { importId }, query: { limit, ...(severity ? { severity } : {}) } }));
  const decide = useAct(({ decision, places }: { decision: Decision | null; places: ListedProblem[] }) =>
    api.decideProblems({ params: { importId }, body: { decision, places: places.map(({ row, column }) => ({ row, column })) } }));
  const rows = list.value?.rows ?? [];
  const left = counts.rows - counts.good;
  return (
    <Section title={w('exchange.step3')} more={left > 0 ? <a href={exchangeContract.problemSheet.path.replace(':importId', importId)} download>{w('exchange.getProblems')}</a> : null}>
      <FilterLine label={w('exchange.problems')} value={severity ?? ''} onPick={(key) => setSeverity(Severity.safeParse(key).data)} choices={[
        { key: '', label: w('exchange.all') }, { key: 'refuse', label: w('exchange.refusedRows'), count: counts.refused },
        { key: 'confirm', label: w('exchange.confirmRows'), count: counts.confirm, waiting: counts.confirm > 0 && stage === 'checked' },
        { key: 'corrected', label: w('exchange.correctedCells'), count: counts.corrected }, { key: 'flagged', label: w('exchange.flaggedCells'), count: counts.flagged },
      ]}>
        {stage === 'checked' ? <BulkActs rows={rows} onDecide={decide.run} /> : null}
      </FilterLine>
      <Refusal of={list.refusal ?? decide.refusal} />
      {list.value && rows.length === 0 ? <Empty>{w(severity ? 'exchange.noneOfKind' : 'exchange.noProblems')}</Empty> : null}
      {rows.length > 0 ? <ProblemTable rows={rows} onDecide={stage === 'checked' ? (decision, row) => decide.run({ decision, places: [row] }) : undefined} /> : null}
      {list.value && list.value.next !== null && limit < mostShown ? <p><Button onClick={() => setLimit(limit + pageSize)}>{w('exchange.more', { count: pageSize })}</Button></p> : null}
    </Section>
  );
}

function BulkActs({ rows, onDecide }: { rows: readonly ListedProblem[]; onDecide: (deciding: { decision: Decision; places: ListedProblem[] }) => void }) {
  const w = useWords();
  const open = (decision: Decision) => rows.filter((row) => row.decision === null && decisionFor(row) === decision);
  const [fixes, updates] = [open('accept'), open('update')];
  return (
    <span className="row">
      {fixes.length > 1 ? <Button small onClick={() => onDecide({ decision: 'accept', places: fixes })}>{w('exchange.acceptAll', { count: fixes.length })}</Button> : null}
      {updates.length > 1 ? <Button small onClick={() => onDecide({ decision: 'update', places: updates })}>{w('exchange.updateAll', { count: updates.length })}</Button> : null}
    </span>
  );
}
