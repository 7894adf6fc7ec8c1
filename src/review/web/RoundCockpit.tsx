import { Button } from '#platform/web/Button.tsx';
import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Figure } from '#platform/web/Figure.tsx';
import { FigureStrip } from '#platform/web/FigureStrip.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useParam } from '#platform/web/place.ts';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { ShutButton } from '#platform/web/ShutButton.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi, type Wire } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { assignmentContract } from '../domain/assignmentContract.ts';
import { LateSeats } from './LateSeats.tsx';
import { RoundAside } from './RoundAside.tsx';
import { RoundFiles } from './RoundFiles.tsx';
import './draw.css';

export type RoundView = Wire<Given<typeof assignmentContract.viewReviewRound>>;

/** The cockpit of a round: who is late, how far each reviewer is, where scores spread, what comes next. */
export default function RoundCockpit() {
  const reviewRoundId = useParam('panelId');
  const api = useApi(assignmentContract);
  const round = useLoad(['reviewRound', reviewRoundId], () => api.viewReviewRound({ params: { reviewRoundId } }), { every: 20_000 });
  return <Loaded of={round}>{(view) => <Cockpit view={view} />}</Loaded>;
}

function Cockpit({ view }: { view: RoundView }) {
  const w = useWords();
  return (
    <div className="stack">
      <PageHead over={<Go to="/work/reviews">{w('review.rounds')}</Go>} title={view.heading} sub={`${w(`review.round.state.${view.state}`)}${view.dueOn ? ` · ${w('review.round.dueOn', { day: view.dueOn })}` : ''}`} />
      <FigureStrip>
        <Figure label={w('review.round.files')} value={view.files} note={w('review.round.completeNote', { n: view.complete })} />
        <Figure label={w('review.round.seats')} value={view.seats} note={view.vacant > 0 ? w('review.round.vacantN', { n: view.vacant }) : w('review.round.noVacant')} />
        <Figure label={w('review.round.scored')} value={view.scored} note={view.seats > 0 ? w('review.round.percent', { n: Math.floor((view.scored * 100) / view.seats) }) : ''} />
        <Figure label={w('review.round.late')} value={view.late} note={w('review.round.lateNote', { n: view.reviewers.filter(({ late }) => late > 0).length })} />
        <Figure label={w('review.round.conflicts')} value={view.conflicts} note={w('review.round.conflictsNote')} />
      </FigureStrip>
      <div className="beside">
        <div className="stack">
          <Acts view={view} />
          {view.reviewers.length > 0 ? <Reviewers view={view} /> : null}
          <RoundFiles view={view} />
        </div>
        <RoundAside view={view} />
      </div>
    </div>
  );
}

/** What the office may do next; shut acts say why. */
function Acts({ view }: { view: RoundView }) {
  const w = useWords();
  const api = useApi(assignmentContract);
  const close = useAct(() => api.closeRound({ params: { reviewRoundId: view.reviewRoundId }, body: {} }));
  const first = view.acts.find(({ why }) => why === null)?.act;
  return (
    <Section title={w('review.round.next')} waiting={first === 'publishDraw' || first === 'assign'}>
      <p className="row">
        {view.acts.map(({ act, why, params }) => {
          const label = w(`review.act.${act}`);
          if (why !== null) return <ShutButton key={act} why={w(`reason.${why}`, params)}>{label}</ShutButton>;
          if (act === 'close') return <Button key={act} kind={first === act ? 'primary' : 'plain'} busy={close.running} onClick={() => close.run(undefined)}>{label}</Button>;
          return <Go key={act} to={`/work/reviews/${view.reviewRoundId}/${act === 'assign' ? 'assign' : 'draw'}`} look={first === act ? 'primary' : 'button'}>{label}</Go>;
        })}
        {view.vacant > 0 && view.assignment ? <LateSeats view={view} seats={[]} label={w('review.round.fillVacant', { n: view.vacant })} /> : null}
      </p>
      <Refusal of={close.refusal} />
    </Section>
  );
}

type Reviewer = RoundView['reviewers'][number];

function Reviewers({ view }: { view: RoundView }) {
  const w = useWords();
  const columns: Column<Reviewer>[] = [
    { key: 'name', head: w('review.experts.name'), phone: 'main', cell: (row) => <b>{row.name}</b> },
    { key: 'organisation', head: w('review.experts.organisation'), phone: 'sub', cell: (row) => row.organisation },
    { key: 'progress', head: w('review.round.progress'), phone: 'under', cell: (row) => <span className="nw"><progress value={row.scored} max={row.given} aria-label={w('review.round.progressOf', { name: row.name })} /> {row.scored} / {row.given}</span> },
    { key: 'drafted', head: w('review.round.drafted'), align: 'right', phone: 'hidden', cell: (row) => row.drafted },
    { key: 'mean', head: w('review.round.meanGiven'), align: 'right', phone: 'hidden', cell: (row) => (row.mean === null ? '' : (row.mean / 10).toFixed(1)) },
    { key: 'due', head: w('review.due'), phone: 'hidden', cell: (row) => row.dueOn ?? w('review.round.finished') },
    { key: 'late', head: w('review.round.late'), align: 'right', phone: 'aside', cell: (row) => (row.late > 0 ? <LateSeats view={view} seats={row.lateSeats} label={w('review.round.takeBack', { n: row.late })} /> : '0') },
  ];
  return (
    <Section title={w('review.round.reviewers')} note={w('review.round.reviewersNote')}>
      <DataTable caption={w('review.round.reviewers')} columns={columns} rows={view.reviewers} rowKey={(row) => row.expertId} />
    </Section>
  );
}
