import { DataTable } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useWords } from '#platform/web/useWords.ts';
import { writtenFen } from '#platform/web/written.ts';
import { Heads, writtenHeads } from './Heads.tsx';
import { labelled } from './labelled.tsx';
import type { SlideView } from './policyView.ts';
import type { Draft } from './sandboxAsk.ts';

type Row = SlideView['institutions'][number];

/** Institutions whose people or money would be others; those that lose stand first. */
export function SandboxInstitutions({ rows, lists, draft }: { rows: Row[]; lists: boolean; draft: Draft }) {
  const w = useWords();
  const moved = rows.filter((row) => row.gains !== 0 || row.loses !== 0 || row.becomesUnknown !== 0 || row.before?.sure !== row.after?.sure);
  const losing = rows.filter(({ loses }) => loses !== 0).length;
  const heads = (of: 'gains' | 'loses' | 'becomesUnknown') => (row: Row) => <Heads count={row[of]} behind={lists ? { of, institution: row.organisationId } : undefined} draft={draft} />;
  return (
    <Section title={w('policy.sandbox.byInstitution')} note={w('policy.sandbox.losing', { n: losing })}>
      <DataTable caption={w('policy.sandbox.byInstitution')} rows={moved} rowKey={(row) => row.organisationId} empty={<Empty>{w('policy.sandbox.same')}</Empty>} columns={labelled<Row>([
        { key: 'name', head: w('policy.sandbox.institution'), phone: 'main', cell: (row) => row.name || w('policy.sandbox.noInstitution') },
        { key: 'people', head: w('policy.sandbox.people'), align: 'right', phone: 'hidden', cell: (row) => writtenHeads(row.people, w) },
        { key: 'loses', head: w('policy.sandbox.loses'), align: 'right', cell: heads('loses') },
        { key: 'gains', head: w('policy.sandbox.gains'), align: 'right', cell: heads('gains') },
        { key: 'unknown', head: w('policy.sandbox.becomesUnknown'), align: 'right', cell: heads('becomesUnknown') },
        { key: 'money', head: w('policy.sandbox.cost.change'), align: 'right', phone: 'aside', cell: (row) => (row.before && row.after ? <span className="nw">{writtenFen(row.after.sure, w)}<span className="cap">{changeText(row.after.sure - row.before.sure, w)}</span></span> : <span className="cap">{w('policy.sandbox.untold')}</span>) },
      ])} />
    </Section>
  );
}

const changeText = (fen: number, w: ReturnType<typeof useWords>): string => (fen === 0 ? w('policy.sandbox.cost.same') : `${fen > 0 ? '+' : '−'}${writtenFen(Math.abs(fen), w)}`);
