import './pairing.css';
import { useState } from 'react';
import { AreaField } from '#platform/web/AreaField.tsx';
import { Button } from '#platform/web/Button.tsx';
import { DataTable } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Figure } from '#platform/web/Figure.tsx';
import { FigureStrip } from '#platform/web/FigureStrip.tsx';
import { FilterLine } from '#platform/web/FilterLine.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useParam, useSearchText } from '#platform/web/place.ts';
import { useAct } from '#platform/web/useAct.ts';
import { useApi, type Wire } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { pairingContract } from '../domain/pairingContract.ts';
import { AddEntrant } from './AddEntrant.tsx';
import { PlanNote } from './PlanNote.tsx';
import { RoundState } from './RoundState.tsx';

type View = Wire<Given<typeof pairingContract.viewPairing>>;

/** One round: who takes part, who has handed in, and the way to proposals and pairs. */
export default function PairingRound() {
  const w = useWords();
  const roundId = useParam('roundId');
  const api = useApi(pairingContract);
  const view = useLoad(['pairing', roundId], () => api.viewPairing({ params: { roundId } }));
  return (
    <Loaded of={view}>
      {(shown) => (
        <div className="stack">
          <PageHead over={<Go to="/work/pairing">{w('pairing.title')}</Go>} title={shown.round.title} aside={<RoundState round={shown.round} mine />} />
          <Figures view={shown} />
          <PlanNote plan={shown.round.plan} />
          <p className="row">
            <Go look={shown.round.rule ? 'button' : 'primary'} to={`/work/pairing/${roundId}/proposals`}>{w('pairing.compare')}</Go>
            {shown.round.rule ? <Go look="primary" to={`/work/pairing/${roundId}/pairs`}>{w('pairing.pairs.open')}</Go> : null}
            {shown.round.open ? <AddEntrant roundId={roundId} plan={shown.round.plan} /> : null}
          </p>
          <Entrants entrants={shown.entrants} />
          {shown.round.open ? <PaperLists roundId={roundId} /> : null}
        </div>
      )}
    </Loaded>
  );
}

function Figures({ view: { entrants } }: { view: View }) {
  const w = useWords();
  const masters = entrants.filter(({ side }) => side === 'master');
  const unit = w('pairing.figure.people');
  return (
    <FigureStrip>
      <Figure label={w('pairing.figure.masters')} value={masters.length} unit={unit} to="?show=master" />
      <Figure label={w('pairing.figure.pupils')} value={entrants.length - masters.length} unit={unit} to="?show=pupil" />
      <Figure label={w('pairing.figure.places')} value={masters.reduce((sum, { places }) => sum + places, 0)} unit={unit} to="?show=master" />
      <Figure label={w('pairing.figure.handedIn')} value={entrants.filter(({ handedIn }) => handedIn).length} unit={unit} to="?show=" />
    </FigureStrip>
  );
}

function Entrants({ entrants }: { entrants: View['entrants'] }) {
  const w = useWords();
  const [show, setShow] = useSearchText('show');
  const lists: Record<string, View['entrants']> = {
    '': entrants, master: entrants.filter(({ side }) => side === 'master'), pupil: entrants.filter(({ side }) => side === 'pupil'), missing: entrants.filter(({ handedIn }) => !handedIn),
  };
  const labels: Record<string, string> = { '': w('pairing.entrants.all'), master: w('pairing.side.master'), pupil: w('pairing.side.pupil'), missing: w('pairing.entrants.missing') };
  return (
    <Section title={w('pairing.entrants')}>
      <FilterLine label={w('pairing.entrants')} value={show} onPick={setShow} choices={Object.keys(lists).map((key) => ({ key, label: labels[key] ?? '', count: lists[key]?.length ?? 0 }))} />
      <DataTable caption={w('pairing.entrants')} rows={lists[show] ?? entrants} rowKey={(row) => row.entryId} empty={<Empty>{w('pairing.entrants.none')}</Empty>} columns={[
        { key: 'called', head: w('pairing.column.called'), phone: 'aside', cell: (row) => <span className="mono">{row.called}</span> },
        { key: 'name', head: w('pairing.column.name'), phone: 'main', cell: (row) => <><Go to={`/work/people/${row.personId}`}>{row.name}</Go>{row.chief ? <span className="cap"> {w('pairing.column.chief')}</span> : null}</> },
        { key: 'organisation', head: w('pairing.column.organisation'), phone: 'sub', cell: (row) => `${row.organisation} ${row.title}` },
        { key: 'fields', head: w('pairing.column.field'), phone: 'under', cell: (row) => row.fields.join(' ') },
        { key: 'places', head: w('pairing.column.places'), align: 'right', phone: 'hidden', cell: (row) => (row.side === 'master' ? row.places : '—') },
        { key: 'list', head: w('pairing.column.list'), phone: 'under', cell: (row) => (row.handedIn ? w('pairing.column.handedIn', { n: row.wishes }) : w('pairing.column.notHandedIn')) },
      ]} />
    </Section>
  );
}

function PaperLists({ roundId }: { roundId: string }) {
  const w = useWords();
  const api = useApi(pairingContract);
  const [text, setText] = useState('');
  const act = useAct((told: string) => api.enterWishLists({ params: { roundId }, body: { text: told } }), { done: () => setText('') });
  return (
    <Section title={w('pairing.lists')}>
      <AreaField label={w('pairing.lists.text')} hint={w('pairing.lists.hint')} required rows={5} value={text} onChange={setText} />
      <p className="row"><Button busy={act.running} onClick={() => act.run(text)}>{w('pairing.lists.send')}</Button>{act.value ? <span role="status">{w('pairing.lists.done', { n: act.value.lists })}</span> : null}</p>
      <Refusal of={act.refusal} />
    </Section>
  );
}
