import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { FilterLine } from '#platform/web/FilterLine.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useSearchText } from '#platform/web/place.ts';
import { Unverified } from '#platform/web/Unverified.tsx';
import { downloadOf, useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords, type Words } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { entitlementContract } from '../domain/entitlementContract.ts';

type Row = Given<typeof entitlementContract.listEntitlements>['rows'][number];
const queries = {
  unserved: { state: 'confirmed', unserved: 'true' }, confirmed: { state: 'confirmed', unserved: 'false' }, offered: { state: 'offered', unserved: 'false' }, declined: { state: 'declined', unserved: 'false' },
} as const;
type Shown = keyof typeof queries;
const isShown = (text: string): text is Shown => text in queries;

/** Entitlements of the people in reach: confirmed ones that the desk sees to, in cases, still to be confirmed, put aside. */
export default function Entitlements() {
  const w = useWords();
  const api = useApi(entitlementContract);
  const [asked, setShown] = useSearchText('state');
  const shown: Shown = isShown(asked) ? asked : 'unserved';
  const list = useLoad(['entitlements', shown], () => api.listEntitlements({ query: queries[shown] }));
  return (
    <>
      <PageHead title={w('retain.entitlements')} sub={w('retain.entitlements.sub')} />
      <FilterLine label={w('retain.entitlements.state')} choices={Object.keys(queries).map((key) => ({ key, label: w(`retain.entitlements.${key}`) }))} value={shown} onPick={setShown} />
      <Loaded of={list}>
        {({ rows }) => <DataTable caption={w(`retain.entitlements.${shown}`)} rows={rows} rowKey={({ id }) => id} columns={columnsOf(w)} exportTo={downloadOf('/api/retain/entitlements/export', queries[shown])} empty={<Empty>{w('retain.entitlements.none')}</Empty>} />}
      </Loaded>
    </>
  );
}

const columnsOf = (w: Words): Column<Row>[] => [
  { key: 'person', head: w('retain.sheet.name'), phone: 'main', cell: ({ personId, name, organisationName }) => <><Go to={`/work/people/${personId}`}>{name}</Go><span className="cap line">{organisationName}</span></> },
  { key: 'gives', head: w('retain.sheet.gives'), phone: 'sub', cell: ({ gives, unverified, document, article }) => <>{gives}{unverified ? <> <Unverified /></> : null}<span className="cap line">{document} {article}</span></> },
  { key: 'since', head: w('retain.sheet.since'), phone: 'aside', cell: ({ since }) => since },
  { key: 'by', head: w('retain.sheet.servedBy'), phone: 'under', cell: ({ caseId, personId, policy, result, name, gives }) => (caseId
    ? <Go to={`/work/cases/${caseId}`} label={`${w('retain.entitlements.inCase')} ${name}`}>{w('retain.entitlements.inCase')}</Go>
    : <Go to={`/work/explain/${personId}?policy=${policy}&result=${result}`} label={`${w('retain.lacking.why')} ${name} ${gives}`}>{w('retain.lacking.why')}</Go>) },
];
