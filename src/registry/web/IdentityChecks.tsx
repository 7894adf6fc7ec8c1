import { Button } from '#platform/web/Button.tsx';
import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import type { Given } from '#platform/domain/contract.ts';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { registryContract } from '../domain/contract.ts';

type Check = Given<typeof registryContract.listIdentityChecks>[number];

/** People whom an institution entered although another has them; the officer compares and decides. */
export function IdentityChecks() {
  const w = useWords();
  const api = useApi(registryContract);
  const checks = useLoad(['registry', 'checks'], () => api.listIdentityChecks());
  const act = useAct(({ checkId, move }: { checkId: string; move: boolean }) => api.decideIdentityCheck({ params: { checkId }, body: { move } }));
  const columns: Column<Check>[] = [
    { key: 'name', head: w('registry.column.name'), phone: 'main', cell: (row) => <><Go to={`/work/people/${row.personId}`}>{row.name}</Go>{row.toldName === row.name ? null : <span className="cap"> {w('registry.checks.told', { name: row.toldName })}</span>}</> },
    { key: 'from', head: w('registry.checks.from'), phone: 'under', cell: (row) => row.fromOrganisationName },
    { key: 'to', head: w('registry.checks.to'), phone: 'under', cell: (row) => row.organisationName },
    { key: 'askedOn', head: w('registry.checks.askedOn'), phone: 'aside', cell: (row) => row.askedOn },
    { key: 'act', head: '', phone: 'under', cell: ({ checkId, name }) => (
      <span className="row">
        <Button small aria-label={`${w('registry.checks.move')} ${name}`} busy={act.running} onClick={() => act.run({ checkId, move: true })}>{w('registry.checks.move')}</Button>
        <Button small aria-label={`${w('registry.checks.decline')} ${name}`} busy={act.running} onClick={() => act.run({ checkId, move: false })}>{w('registry.checks.decline')}</Button>
      </span>) },
  ];
  return (
    <Section title={w('registry.checks')}>
      <Loaded of={checks}>{(rows) => <DataTable caption={w('registry.checks')} columns={columns} rows={rows} rowKey={(row) => row.checkId} empty={<Empty>{w('registry.checks.empty')}</Empty>} />}</Loaded>
      <Refusal of={act.refusal} />
    </Section>
  );
}
