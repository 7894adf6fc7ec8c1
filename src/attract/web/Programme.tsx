import './portal.css';
import { casesContract } from '#cases/domain/contract.ts';
import { DataTable } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useParam } from '#platform/web/place.ts';
import { Section } from '#platform/web/Section.tsx';
import { ShutButton } from '#platform/web/ShutButton.tsx';
import { Timeline } from '#platform/web/Timeline.tsx';
import { useSession, useToday } from '#platform/web/useActor.ts';
import { useApi, type Api } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { shortDate } from '#platform/web/written.ts';

type View = Awaited<ReturnType<Api<typeof casesContract>['viewProgramme']>>;

/** One programme in plain words: who, on which basis, with what, how it goes, when. */
export default function Programme() {
  const code = useParam('code');
  const api = useApi(casesContract);
  const load = useLoad(['cases', 'programme', code], () => api.viewProgramme({ params: { code } }));
  return <div className="plain-page"><Loaded of={load}>{(programme) => <ProgrammeSheet programme={programme} />}</Loaded></div>;
}

function ProgrammeSheet({ programme }: { programme: View }) {
  const w = useWords();
  return (
    <>
      <PageHead title={programme.title} sub={programme.summary} aside={<Go to="/" look="button">{w('attract.programme.check')}</Go>} />
      <div className="two">
        <div className="stack">
          <Section title={w('attract.programme.rounds')}><Rounds programme={programme} /></Section>
          <Section title={w('attract.programme.stages')} note={w('attract.programme.stagesNote')}>
            <Timeline steps={programme.stages.map((stage) => ({
              key: stage.stage, state: 'ahead', title: stage.talent || stage.staff,
              lines: [stage.workingDays === null ? w('attract.programme.noTerm') : w('attract.programme.days', { n: stage.workingDays })],
            }))} />
          </Section>
        </div>
        <aside className="stack"><Needs programme={programme} /></aside>
      </div>
    </>
  );
}

function Rounds({ programme }: { programme: View }) {
  const w = useWords();
  const today = useToday();
  const { actor } = useSession();
  const apply = (roundId: string) => `/my/apply?programme=${programme.code}&round=${roundId}`;
  return (
    <DataTable
      caption={w('attract.programme.rounds')}
      rows={programme.rounds}
      rowKey={(round) => round.id}
      empty={<Empty>{w('attract.programme.noRound')}</Empty>}
      columns={[
        { key: 'title', head: w('attract.programme.round'), phone: 'main', cell: (round) => <><b>{round.title}</b>{round.organisationName ? <span className="cap">{round.organisationName}</span> : null}</> },
        { key: 'when', head: w('attract.programme.when'), phone: 'under', cell: (round) => `${shortDate(round.opensOn, today)} – ${shortDate(round.closesOn, today)}` },
        { key: 'places', head: w('attract.jobs.places'), phone: 'aside', cell: (round) => (round.places === null ? w('attract.jobs.placesOpen') : w('attract.jobs.n', { n: round.places })) },
        { key: 'apply', head: '', align: 'right', phone: 'under', cell: (round) => round.isOpen
          ? <Go to={actor.role === 'talent' ? apply(round.id) : `/sign-in?to=${encodeURIComponent(apply(round.id))}`} look="smallPrimary">{w('attract.programme.apply')}</Go>
          : <ShutButton small why={round.opensOn > today ? w('attract.programme.opens', { date: round.opensOn }) : w('attract.programme.closed', { date: round.closesOn })}>{w('attract.programme.apply')}</ShutButton> },
      ]}
    />
  );
}

function Needs({ programme }: { programme: View }) {
  const w = useWords();
  return (
    <>
      {programme.categories.length > 0 ? <Section title={w('attract.programme.categories')}><ul>{programme.categories.map((each) => <li key={each.key}>{each.label}</li>)}</ul></Section> : null}
      <Section title={w('attract.programme.documents')} note={w('attract.programme.documentsNote')}>
        <ul>{programme.documents.map((each) => <li key={each.label}>{each.label} <span className="cap">{each.required ? '' : w('platform.optional')}</span></li>)}</ul>
      </Section>
      <Section title={w('attract.programme.basis')}>
        <ul>{programme.basis.map((each) => <li key={`${each.document}${each.article}`}>{each.document} <span className="cap">{each.article}</span></li>)}</ul>
      </Section>
    </>
  );
}
