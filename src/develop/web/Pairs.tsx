import './pairing.css';
import { DataTable } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { FilterLine } from '#platform/web/FilterLine.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useParam, useSearchText } from '#platform/web/place.ts';
import { useActor } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { pairingContract, type PairRow } from '../domain/pairingContract.ts';
import { Network } from './Network.tsx';
import { Rematch } from './Rematch.tsx';
import { RoundState } from './RoundState.tsx';

const states = ['live', 'declined', 'moved', 'ended'] as const;

/** The pairs of a round: declines to fill, the network of masters, and the table behind it. */
export default function Pairs() {
  const w = useWords();
  const roundId = useParam('roundId');
  const { actor } = useActor();
  const api = useApi(pairingContract);
  const pairs = useLoad(['pairing', roundId, 'pairs'], () => api.listPairs({ params: { roundId } }));
  return (
    <Loaded of={pairs}>
      {({ round, rows }) => (
        <div className="stack">
          <PageHead over={actor.role === 'bureau' ? <Go to={`/work/pairing/${roundId}`}>{round.title}</Go> : round.title} title={w('pairing.pairs')}
            sub={round.rule ? w('pairing.run.done', { rule: w(`pairing.rule.${round.rule}`), reason: round.reason }) : w('pairing.pairs.none')} aside={<RoundState round={round} />} />
          {actor.role === 'bureau' && rows.some(({ waiting }) => waiting) ? <Rematch roundId={roundId} /> : null}
          {rows.length ? <Network rows={rows.filter(({ state }) => state === 'live')} fields={round.plan.fields.map(({ name }) => name)} /> : null}
          <PairTable rows={rows} exportTo={actor.role === 'bureau' ? `/api/pairings/${roundId}/pairs.xlsx` : undefined} openable={actor.role === 'bureau'} />
        </div>
      )}
    </Loaded>
  );
}

function PairTable({ rows, exportTo, openable }: { rows: readonly PairRow[]; exportTo: string | undefined; openable: boolean }) {
  const w = useWords();
  const [state, setState] = useSearchText('state');
  const shown = rows.filter((row) => row.state === (state || 'live'));
  const choices = states.map((key) => ({ key: key === 'live' ? '' : key, label: w(`pairing.state.${key}`), count: rows.filter((row) => row.state === key).length }));
  return (
    <Section title={w('pairing.pairs')}>
      <FilterLine label={w('pairing.state')} choices={choices} value={state} onPick={setState} />
      <DataTable caption={w('pairing.pairs')} rows={shown} rowKey={(row) => row.pairId} exportTo={exportTo} empty={<Empty>{w('pairing.compare.empty')}</Empty>} columns={[
        { key: 'master', head: w('pairing.side.master'), phone: 'main', cell: ({ master }) => <><span className="mono">{master.called}</span> {master.name}<span className="cap"> {master.organisation}</span></> },
        { key: 'pupil', head: w('pairing.side.pupil'), phone: 'sub', cell: ({ pupil }) => <><span className="mono">{pupil.called}</span> {pupil.name}<span className="cap"> {pupil.organisation}</span></> },
        { key: 'fields', head: w('pairing.column.field'), phone: 'hidden', cell: ({ master }) => master.fields.join(' ') },
        { key: 'ranks', head: w('pairing.pair.ranks'), phone: 'under', cell: ({ wish, standing }) => w('pairing.compare.rank', { wish, standing }) },
        { key: 'state', head: w('pairing.state'), phone: 'under', cell: (row) => <StateCell row={row} /> },
        { key: 'meetings', head: w('pairing.column.meetings'), align: 'right', phone: 'hidden', cell: ({ meetings }) => meetings },
        { key: 'open', head: '', phone: 'aside', cell: ({ pairId, pupil }) => (openable ? <Go to={`/work/pairs/${pairId}`} look="small" label={w('pairing.pair.openWith', { name: pupil.name })}>{w('pairing.pair.open')}</Go> : null) },
      ]} />
    </Section>
  );
}

function StateCell({ row }: { row: PairRow }) {
  const w = useWords();
  const parts = [w(`pairing.state.${row.state}`), row.madeBy === 'rematch' ? w('pairing.madeBy.rematch') : '', row.leftBy && row.state === 'declined' ? w(`pairing.leftBy.${row.leftBy}`) : '', row.waiting ? w('pairing.waits') : '', row.result ?? '', row.leftReason];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}
