import { DataTable } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useSearchText } from '#platform/web/place.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { EntrantView, ProposalView } from '../domain/pairingContract.ts';
import { countOf, listedMeasures, type ListedMeasure } from './ProposalTable.tsx';

type Line = { key: string; pupil: EntrantView | undefined; master: EntrantView | undefined; ranks: string };

/** The people that the chosen number counts. */
export function ProposalLists({ proposals, entrants }: { proposals: readonly ProposalView[]; entrants: readonly EntrantView[] }) {
  const w = useWords();
  const [list] = useSearchText('list');
  const [rule, measure] = list.split('.');
  const proposal = proposals.find((each) => each.rule === rule);
  const listed = listedMeasures.find((each) => each === measure);
  if (!proposal || !listed) return null;
  const byId = new Map(entrants.map((entrant) => [entrant.entryId, entrant]));
  const lines = linesOf(proposal, listed).map(({ pupilId, masterId, wish, standing }): Line => ({
    key: `${pupilId}${masterId}`, pupil: byId.get(pupilId), master: byId.get(masterId), ranks: wish ? w('pairing.compare.rank', { wish, standing }) : '',
  }));
  return (
    <Section title={w('pairing.compare.list', { rule: w(`pairing.rule.${proposal.rule}`), measure: w(`pairing.compare.${listed}`), n: countOf(proposal, listed) })}>
      <DataTable caption={w(`pairing.compare.${listed}`)} rows={lines} rowKey={(line) => line.key} empty={<Empty>{w('pairing.compare.empty')}</Empty>} columns={[
        { key: 'pupil', head: w('pairing.side.pupil'), phone: 'main', cell: ({ pupil }) => written(pupil) },
        { key: 'master', head: w('pairing.side.master'), phone: 'sub', cell: ({ master }) => written(master) },
        { key: 'ranks', head: '', phone: 'under', cell: ({ ranks }) => ranks },
      ]} />
    </Section>
  );
}

const written = (entrant: EntrantView | undefined) => (entrant ? <><span className="mono">{entrant.called}</span> {entrant.name} <span className="cap">{entrant.organisation}</span></> : '—');

type Counted = { pupilId: string; masterId: string; wish: number; standing: number };

function linesOf(proposal: ProposalView, measure: ListedMeasure): Counted[] {
  if (measure === 'placed') return proposal.pairs;
  if (measure === 'firstWishes') return proposal.pairs.filter(({ wish }) => wish === 1);
  if (measure === 'blocking') return proposal.blocking.map((pair) => ({ ...pair, wish: 0, standing: 0 }));
  return proposal[measure].map((id) => ({ pupilId: measure === 'unplaced' ? id : '', masterId: measure === 'idle' ? id : '', wish: 0, standing: 0 }));
}
