import { useState, type ReactNode } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Figure } from '#platform/web/Figure.tsx';
import { FigureStrip } from '#platform/web/FigureStrip.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { NumberField } from '#platform/web/NumberField.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useParam } from '#platform/web/place.ts';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { ShutButton } from '#platform/web/ShutButton.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { downloadOf, useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { calibrationContract, type CalibrationView } from '../domain/calibrationContract.ts';
import './meeting.css';

const points = (value: number | null) => (value === null ? '—' : value.toFixed(2));

/** The scores of a round seen whole, for the office: means side by side, who is strict, what hinges on one reviewer, publication. */
export default function CalibrationPage() {
  const reviewRoundId = useParam('reviewRoundId');
  const api = useApi(calibrationContract);
  const [places, setPlaces] = useState<number | undefined>();
  const load = useLoad(['calibration', reviewRoundId, places], () => api.viewCalibration({ params: { reviewRoundId }, query: places ? { places } : {} }));
  return <Loaded of={load}>{(view) => <Whole view={view} places={places} setPlaces={setPlaces} />}</Loaded>;
}

function Whole({ view, places, setPlaces }: { view: CalibrationView; places: number | undefined; setPlaces: (places: number | undefined) => void }) {
  const w = useWords();
  return (
    <div className="stack">
      <PageHead over={w('review.calibration')} title={view.heading} sub={w(`review.official.${view.official}`)} aside={<Publish view={view} />} />
      <FigureStrip>
        <Figure label={w('review.scores')} value={view.scores} note={view.missing > 0 ? w('review.scores.missing', { n: view.missing }) : w('review.scores.all')} />
        <Figure label={w('review.parts')} value={view.parts.length} note={w(view.parts.length === 1 ? 'review.parts.joined' : 'review.parts.apart')} />
        <Figure label={w('review.spread.files')} value={points(view.spread?.betweenFiles ?? null)} unit={w('review.points')} />
        <Figure label={w('review.spread.residual')} value={points(view.spread?.residual ?? null)} unit={w('review.points')} />
      </FigureStrip>
      {view.refused ? <Apart view={view} /> : null}
      <Files view={view} />
      <div className="halves"><Reviewers view={view} /><Hinges view={view} places={places} setPlaces={setPlaces} /></div>
    </div>
  );
}

function Publish({ view }: { view: CalibrationView }) {
  const w = useWords();
  const api = useApi(calibrationContract);
  const act = useAct(() => api.publishScores({ params: { reviewRoundId: view.reviewRoundId } }));
  if (view.publishedAt) return <a href={downloadOf(`/api/calibrations/${view.reviewRoundId}/record`)} download>{w('review.scores.record')}</a>;
  if (view.missing > 0) return <ShutButton why={w('reason.scoresMissing', { missing: view.missing })}>{w('review.scores.publish')}</ShutButton>;
  return <span className="stack"><Button kind="primary" busy={act.running} onClick={() => act.run(undefined)}>{w('review.scores.publish')}</Button><Refusal of={act.refusal} /></span>;
}

/** Why the panels cannot be merged, which they are, and which anchors would join them. */
function Apart({ view }: { view: CalibrationView }) {
  const w = useWords();
  return (
    <Section title={w(`reason.${view.refused ?? 'tooFewScores'}`)}>
      <ul className="lines">{view.parts.map((part, index) => <li key={part.numbers[0]}><b>{w('review.part.n', { n: index + 1 })}</b> {w('review.part.files', { files: part.numbers.join('、') })} · {part.reviewers.join('、')}</li>)}</ul>
      {view.anchors.length > 0 ? <><p>{w('review.anchors')}</p><ul className="lines">{view.anchors.map((anchor) => <li key={`${anchor.number} ${anchor.reviewer}`}>{w('review.anchor', { number: anchor.number, reviewer: anchor.reviewer, one: anchor.joins.one + 1, other: anchor.joins.other + 1 })}</li>)}</ul></> : null}
    </Section>
  );
}

/** A number that a phone, which has no column heads, shows with its name. */
function Named({ word, children }: { word: string; children: ReactNode }) {
  const w = useWords();
  return <><span className="phone-word">{w(word)} </span>{children}</>;
}

function Files({ view }: { view: CalibrationView }) {
  const w = useWords();
  type Row = CalibrationView['files'][number] & { place: number | null };
  const measure = view.official === 'calibrated' && !view.refused ? 'adjusted' : 'raw';
  const order = view.files.filter((file) => file[measure] !== null).toSorted((one, other) => (other[measure] ?? 0) - (one[measure] ?? 0)).map(({ number }) => number);
  const rows: Row[] = view.files.map((file) => ({ ...file, place: order.includes(file.number) ? order.indexOf(file.number) + 1 : null })).sort((one, other) => (one.place ?? 1e6) - (other.place ?? 1e6));
  const columns: Column<Row>[] = [
    { key: 'place', head: w('review.place'), align: 'right', width: 56, phone: 'aside', cell: (row) => row.place ?? '—' },
    { key: 'number', head: w('review.file.no'), width: 64, phone: 'main', cell: (row) => <b>{w('review.file.number', { n: row.number })}</b> },
    { key: 'heading', head: w('review.subject'), phone: 'sub', cell: (row) => <>{row.heading} {row.disqualified ? <Tag kind="open">{w('review.disqualified')}</Tag> : null}</> },
    { key: 'raw', head: w('review.mean.raw'), align: 'right', phone: 'under', cell: (row) => <Named word="review.mean.raw">{points(row.raw)}</Named> },
    { key: 'adjusted', head: w('review.mean.adjusted'), align: 'right', phone: 'under', cell: (row) => <Named word="review.mean.adjusted">{points(row.adjusted)}</Named> },
    { key: 'error', head: w('review.mean.error'), align: 'right', phone: 'hidden', cell: (row) => points(row.error) },
    { key: 'shift', head: w('review.mean.shift'), align: 'right', phone: 'hidden', cell: (row) => (row.adjusted === null || row.raw === null ? '—' : points(row.adjusted - row.raw)) },
  ];
  return <Section title={w('review.files')}><DataTable caption={w('review.calibration')} columns={columns} rows={rows} rowKey={(row) => String(row.number)} /></Section>;
}

function Reviewers({ view }: { view: CalibrationView }) {
  const w = useWords();
  const columns: Column<CalibrationView['reviewers'][number]>[] = [
    { key: 'name', head: w('review.experts.name'), phone: 'main', cell: (row) => row.name },
    { key: 'scores', head: w('review.scores'), align: 'right', phone: 'hidden', cell: (row) => row.scores },
    { key: 'mean', head: w('review.mean'), align: 'right', phone: 'sub', cell: (row) => <Named word="review.mean">{points(row.mean)}</Named> },
    { key: 'severity', head: w('review.strictness'), align: 'right', phone: 'aside', cell: (row) => (row.severity === null ? '—' : `${row.severity > 0 ? '+' : ''}${points(row.severity)}`) },
  ];
  return <Section title={w('review.strictness')} note={w('review.strictness.note')}><DataTable caption={w('review.strictness')} columns={columns} rows={view.reviewers} rowKey={(row) => row.name} /></Section>;
}

function Hinges({ view, places, setPlaces }: { view: CalibrationView; places: number | undefined; setPlaces: (places: number | undefined) => void }) {
  const w = useWords();
  return (
    <Section title={w('review.hinges')} note={w('review.hinges.note', { n: view.places })}>
      <NumberField label={w('review.places')} min={1} value={places ?? view.places} onChange={setPlaces} />
      {view.hinges.length === 0 ? <p className="sub">{w('review.hinges.none')}</p> : null}
      <ul className="lines">{view.hinges.map((hinge) => <li key={`${hinge.number} ${hinge.reviewer}`}>{w(hinge.passes ? 'review.hinge.passes' : 'review.hinge.fails', { number: hinge.number, reviewer: hinge.reviewer })}</li>)}</ul>
    </Section>
  );
}
