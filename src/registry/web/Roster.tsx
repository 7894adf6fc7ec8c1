import { useState } from 'react';
import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { FilterLine } from '#platform/web/FilterLine.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Button } from '#platform/web/Button.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useSearchText } from '#platform/web/place.ts';
import { useActor } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { registryContract, type RosterLine } from '../domain/contract.ts';
import { AddPerson } from './AddPerson.tsx';

const pageSize = 50;
const titleKey = 'titleLevel';

/** Everybody within one's scope: found by name, narrowed by institution and title. */
export default function Roster() {
  const w = useWords();
  const { actor } = useActor();
  const [q, setQ] = useSearchText('q');
  const [organisationId, setOrganisation] = useSearchText('organisation');
  const [title, setTitle] = useSearchText('title');
  const [limit, setLimit] = useState(pageSize);
  const api = useApi(registryContract);
  const asked = { q: q.trim().length > 1 ? q.trim() : '', organisationId, title, limit };
  const list = useLoad(['registry', 'roster', asked], () => api.listRoster({ query: asked }));
  const mayAdd = actor.role === 'employer' || actor.role === 'bureau';
  return (
    <div className="stack">
      <PageHead title={w('registry.roster')} aside={mayAdd ? <AddPerson /> : null} />
      <div className="halves">
        <TextField label={w('registry.roster.search')} hint={w('registry.roster.searchHint')} value={q} onChange={setQ} required />
        {actor.role === 'employer' ? null : <OrganisationField value={organisationId} onChange={setOrganisation} />}
      </div>
      <TitleFilter value={title} onPick={setTitle} />
      <Section title={w('registry.roster.sub', { n: list.value?.total ?? 0 })}>
        <Refusal of={list.refusal} />
        {list.value ? <RosterTable rows={list.value.rows} exportTo={mayAdd ? '/api/exports/roster' : undefined} /> : null}
        {list.value?.next ? <p><Button onClick={() => setLimit(limit + pageSize)}>{w('registry.roster.more', { n: pageSize })}</Button></p> : null}
      </Section>
    </div>
  );
}

function OrganisationField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const w = useWords();
  const api = useApi(registryContract);
  const organisations = useLoad(['registry', 'organisations'], () => api.organisations());
  const options = (organisations.value ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return <SelectField label={w('registry.roster.organisation')} value={value} onChange={onChange} options={[{ value: '', label: w('registry.roster.anyOrganisation') }, ...options]} required />;
}

function TitleFilter({ value, onPick }: { value: string; onPick: (value: string) => void }) {
  const w = useWords();
  const api = useApi(registryContract);
  const kinds = useLoad(['registry', 'kinds'], () => api.factKinds());
  const labels = kinds.value?.find((kind) => kind.key === titleKey)?.labels ?? [];
  return <FilterLine label={w('registry.roster.titleFilter')} choices={[{ key: '', label: w('registry.roster.all') }, ...labels.map((label) => ({ key: label, label }))]} value={value} onPick={onPick} />;
}

function RosterTable({ rows, exportTo }: { rows: readonly RosterLine[]; exportTo: string | undefined }) {
  const w = useWords();
  const columns: Column<RosterLine>[] = [
    { key: 'name', head: w('registry.column.name'), phone: 'main', cell: (row) => <Go to={`/work/people/${row.personId}`}>{row.name}</Go> },
    { key: 'organisation', head: w('registry.column.organisation'), phone: 'sub', cell: (row) => row.organisationName },
    { key: 'department', head: w('registry.column.department'), phone: 'hidden', cell: (row) => row.department },
    { key: 'title', head: w('registry.column.title'), phone: 'aside', cell: (row) => row.title },
    { key: 'speciality', head: w('registry.column.speciality'), phone: 'hidden', cell: (row) => row.speciality },
    { key: 'education', head: w('registry.column.education'), phone: 'hidden', cell: (row) => row.education },
    { key: 'arrived', head: w('registry.column.arrived'), phone: 'hidden', cell: (row) => row.arrivedOn },
    { key: 'percent', head: w('registry.column.percent'), align: 'right', phone: 'under', cell: (row) => (
      <>{row.percent}%<span className="cap"> {row.missing ? w('registry.column.missing', { n: row.missing }) : w('registry.column.whole')}</span></>) },
  ];
  return <DataTable caption={w('registry.roster')} columns={columns} rows={rows} exportTo={exportTo} rowKey={(row) => row.personId} empty={<Empty>{w('registry.roster.empty')}</Empty>} />;
}
