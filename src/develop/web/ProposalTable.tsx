import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Go } from '#platform/web/Go.tsx';
import { useWords } from '#platform/web/useWords.ts';
import type { ProposalView } from '../domain/pairingContract.ts';

/** Measures whose number opens a list. */
export const listedMeasures = ['placed', 'firstWishes', 'unplaced', 'idle', 'blocking'] as const;
export type ListedMeasure = (typeof listedMeasures)[number];
const measures = [...listedMeasures, 'meanWish', 'meanStanding'] as const;

/** The numbers of the proposals, a column each. */
export function ProposalTable({ proposals }: { proposals: readonly ProposalView[] }) {
  const w = useWords();
  const columns: Column<(typeof measures)[number]>[] = [
    { key: 'measure', head: w('pairing.compare.measure'), phone: 'main', cell: (measure) => w(`pairing.compare.${measure}`) },
    ...proposals.map((proposal): Column<(typeof measures)[number]> => ({
      key: proposal.rule, head: w(`pairing.rule.${proposal.rule}`), align: 'right', cell: (measure) => (
        <><span className="only-narrow">{w(`pairing.rule.${proposal.rule}`)} </span><Cell proposal={proposal} measure={measure} /></>
      ),
    })),
  ];
  return <DataTable caption={w('pairing.compare.table')} columns={columns} rows={measures} rowKey={(measure) => measure} />;
}

function Cell({ proposal, measure }: { proposal: ProposalView; measure: (typeof measures)[number] }) {
  const w = useWords();
  if (measure === 'meanWish' || measure === 'meanStanding') return proposal[measure].toFixed(2);
  const n = countOf(proposal, measure);
  return <Go to={`?list=${proposal.rule}.${measure}`} look="opens" label={w('pairing.compare.list', { rule: w(`pairing.rule.${proposal.rule}`), measure: w(`pairing.compare.${measure}`), n })}>{n}</Go>;
}

/** How many a measure counts. */
export function countOf(proposal: ProposalView, measure: ListedMeasure): number {
  if (measure === 'placed' || measure === 'firstWishes') return proposal[measure];
  return proposal[measure].length;
}
