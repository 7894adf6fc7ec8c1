import { Button } from '#platform/web/Button.tsx';
import { Figure } from '#platform/web/Figure.tsx';
import { FigureStrip } from '#platform/web/FigureStrip.tsx';
import { FileDrop } from '#platform/web/FileDrop.tsx';
import { ProgressLine } from '#platform/web/ProgressLine.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { exchangeContract, type RosterImport } from '../domain/contract.ts';

/** The file on its way in: dropped, checked with progress, or how its check ended. */
export function UploadSection({ current, onOpen }: { current: RosterImport | undefined; onOpen: (importId: string) => void }) {
  const w = useWords();
  const api = useApi(exchangeContract);
  const upload = useAct((file: File) => api.uploadRoster({ upload: file }), { done: ({ importId }) => onOpen(importId) });
  return (
    <Section title={w('exchange.step2')} more={current ? <Button small onClick={() => onOpen('')}>{w('exchange.another')}</Button> : null}>
      {current ? <Standing current={current} /> : <FileDrop label={w('exchange.drop')} accept=".xlsx,.csv" hint={w('exchange.dropHint')} onFile={upload.run} />}
      <Refusal of={upload.refusal} />
    </Section>
  );
}

function Standing({ current }: { current: RosterImport }) {
  const w = useWords();
  const api = useApi(exchangeContract);
  const cancel = useAct(() => api.cancelImport({ params: { importId: current.importId } }));
  const { stage, progress, failure } = current;
  if (progress)
    return <ProgressLine label={w(`exchange.${stage}`, { file: current.fileName })} done={progress.done} total={Math.max(progress.total, progress.done)} onCancel={() => cancel.run(undefined)} />;
  if (stage === 'cancelled') return <p role="status">{w('exchange.cancelled')}</p>;
  if (stage === 'refused') return <Refusal of={{ reason: failure?.reason ?? '', title: w('exchange.refused', { reason: w(`reason.${failure?.reason}`, failure?.params) }) }} />;
  return <Counts current={current} />;
}

function Counts({ current: { counts, fileName, stage, failure } }: { current: RosterImport }) {
  const w = useWords();
  return (
    <>
      <p role="status"><b>{w('exchange.summary', { file: fileName, rows: counts.rows })}</b></p>
      {stage === 'committed' ? <p>{w('exchange.committed', counts)} {counts.rows > counts.good ? w('exchange.leftOut', { count: counts.rows - counts.good }) : ''}</p> : null}
      {failure ? <Refusal of={{ reason: failure.reason, title: w(`reason.${failure.reason}`, failure.params) }} /> : null}
      <FigureStrip>
        <Figure label={w('exchange.goodRows')} value={counts.good} unit={w('exchange.rowsUnit')} />
        <Figure label={w('exchange.refusedRows')} value={counts.refused} unit={w('exchange.rowsUnit')} />
        <Figure label={w('exchange.confirmRows')} value={counts.confirm} unit={w('exchange.rowsUnit')} />
        <Figure label={w('exchange.correctedCells')} value={counts.corrected} unit={w('exchange.cellsUnit')} />
        <Figure label={w('exchange.flaggedCells')} value={counts.flagged} unit={w('exchange.cellsUnit')} />
      </FigureStrip>
    </>
  );
}
