import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { Figure } from '#platform/web/Figure.tsx';
import { FigureStrip } from '#platform/web/FigureStrip.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Section } from '#platform/web/Section.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { useApi, type Wire } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { assignmentContract } from '../domain/assignmentContract.ts';

type Result = Wire<Given<typeof assignmentContract.dryRun>>;
type Asked = { reviewRoundId: string; loads: { least?: number; most?: number } };
type Reviewer = Result['reviewers'][number];
type Panel = Result['panels'][number];

const mostShown = 60;

/** What an assignment would give: the floor, every reviewer's load, every file's panel with its reasons; or who is short. */
export function DryRun({ result, ...asked }: Asked & { result: Result }) {
  const w = useWords();
  if (!result.found) return <Shortage result={result} />;
  const mean = Math.round(result.found.total / Math.max(1, result.panels.reduce((sum, { experts }) => sum + experts.length, 0)));
  return (
    <>
      <FigureStrip>
        <Figure label={w('review.round.files')} value={result.files} note={w('review.assign.conflicts', { n: result.conflicts })} />
        <Figure label={w('review.assign.floorLabel')} value={result.found.floor} note={w('review.assign.floorNote')} />
        <Figure label={w('review.assign.meanLabel')} value={mean} note={w('review.assign.bestNote', { total: result.found.total, bound: result.found.bound })} />
        <Figure label={w('review.assign.loadLabel')} value={`${Math.min(...result.reviewers.map(({ files }) => files))}–${Math.max(...result.reviewers.map(({ files }) => files))}`} note={w('review.assign.most', { n: result.most })} />
      </FigureStrip>
      <div className="halves">
        <Loads result={result} />
        <Panels result={result} {...asked} />
      </div>
    </>
  );
}

function Shortage({ result }: { result: Result }) {
  const w = useWords();
  const { shortage } = result;
  return (
    <Section title={w('review.assign.impossible')}>
      {shortage ? <p><b>{w(shortage.key, shortage.params)}</b></p> : null}
      {shortage && shortage.numbers.length > 0 ? <p className="cap">{w('review.assign.shortFiles', { numbers: shortage.numbers.join('、') })}</p> : null}
      {shortage && shortage.reviewers.length > 0 ? <p className="cap">{w('review.assign.shortReviewers', { names: shortage.reviewers.join('、') })}</p> : null}
      <p>{w('review.assign.shortNext')}</p>
    </Section>
  );
}

function Loads({ result }: { result: Result }) {
  const w = useWords();
  const greatest = Math.max(1, ...result.reviewers.map(({ files }) => files));
  const columns: Column<Reviewer>[] = [
    { key: 'name', head: w('review.experts.name'), phone: 'main', cell: (row) => <b>{row.name}</b> },
    { key: 'organisation', head: w('review.experts.organisation'), phone: 'sub', cell: (row) => `${row.organisation} · ${row.fields.join('、')}` },
    { key: 'files', head: w('review.assign.files'), phone: 'under', cell: (row) => <span className="nw"><span className="load-bar" aria-hidden="true" style={{ width: `${Math.round((row.files * 80) / greatest)}px` }} />{row.files}</span> },
    { key: 'load', head: w('review.experts.load'), align: 'right', phone: 'hidden', cell: (row) => row.load },
  ];
  return (
    <Section title={w('review.assign.loadTitle')}>
      <DataTable caption={w('review.assign.loadTitle')} columns={columns} rows={result.reviewers.toSorted((one, other) => other.files - one.files)} rowKey={(row) => row.expertId} />
    </Section>
  );
}

function Panels({ result, ...asked }: Asked & { result: Result }) {
  const w = useWords();
  const [open, setOpen] = useState<Panel | undefined>();
  const nameOf = new Map(result.reviewers.map(({ expertId, name }) => [expertId, name]));
  const columns: Column<Panel>[] = [
    { key: 'number', head: w('review.round.number'), width: 64, phone: 'aside', cell: (row) => row.number },
    { key: 'heading', head: w('review.subject'), phone: 'main', cell: (row) => row.heading },
    { key: 'experts', head: w('review.assign.panel'), phone: 'under', cell: (row) => row.experts.map((id) => nameOf.get(id)).join('、') },
    { key: 'why', head: '', align: 'right', phone: 'sub', cell: (row) => <Button small onClick={() => setOpen(row)}>{w('review.assign.why')}</Button> },
  ];
  return (
    <Section title={w('review.assign.panels')} note={result.panels.length > mostShown ? w('review.round.firstOf', { n: mostShown, all: result.panels.length }) : ''}>
      <DataTable caption={w('review.assign.panels')} columns={columns} rows={result.panels.slice(0, mostShown)} rowKey={(row) => row.subject} />
      {open ? <Why panel={open} result={result} {...asked} onClose={() => setOpen(undefined)} /> : null}
    </Section>
  );
}

/** Why this one, why not that one, what would change it. */
function Why({ panel, result, reviewRoundId, loads, onClose }: Asked & { panel: Panel; result: Result; onClose: () => void }) {
  const w = useWords();
  const api = useApi(assignmentContract);
  const [expertId, setExpertId] = useState(panel.experts[0] ?? '');
  const why = useLoad(['why', panel.subject, expertId, loads], () => api.explainSeat({ params: { reviewRoundId }, body: { ...loads, subject: panel.subject, expertId } }), { when: expertId !== '' });
  const label = ({ expertId: id, name, organisation }: Reviewer) => `${panel.experts.includes(id) ? '● ' : ''}${name}（${organisation}）`;
  return (
    <Dialog title={w('review.assign.whyTitle', { n: panel.number })} open onClose={onClose}>
      <SelectField label={w('review.assign.whom')} value={expertId} onChange={setExpertId} options={result.reviewers.toSorted((one, other) => Number(panel.experts.includes(other.expertId)) - Number(panel.experts.includes(one.expertId))).map((each) => ({ value: each.expertId, label: label(each) }))} />
      <Loaded of={why}>
        {(found) => (
          <>
            <p><b>{w(found.seated ? 'review.assign.seated' : 'review.assign.notSeated')}</b></p>
            <ul className="why-list">
              {found.conflicts.map((each) => <li key={each.kind}>{w('review.assign.conflictIs', { kind: w(`review.kind.${each.kind}`) })}</li>)}
              {found.sentences.map(({ key, params }) => <li key={key}>{w(key, params)}</li>)}
            </ul>
          </>
        )}
      </Loaded>
    </Dialog>
  );
}
