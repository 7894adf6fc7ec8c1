import { Role } from '../../domain/actor.ts';
import { DataTable, type Column } from '../DataTable.tsx';
import { Loaded } from '../Loaded.tsx';
import { Mono } from '../Mono.tsx';
import { PageHead } from '../PageHead.tsx';
import { useSearchText } from '../place.ts';
import { SelectField } from '../SelectField.tsx';
import { useLoad } from '../useLoad.ts';
import { useWords, type Words } from '../useWords.ts';

type Operation = { summary: string; 'x-roles': string[] };
type Row = { key: string; summary: string; roles: ReadonlySet<string> };
const roles = Role.exclude(['clock']).options;

/** Role × route, read from the platform's own description of its interface. */
export default function Permissions() {
  const w = useWords();
  const [role, setRole] = useSearchText('role');
  const load = useLoad(['openapi'], readRows);
  return (
    <div className="stack">
      <PageHead title={w('console.permissions')} sub={w('console.permissions.sub')} />
      <div className="row">
        <SelectField label={w('console.permissions.pick')} value={role} onChange={setRole} required
          options={[{ value: '', label: w('console.account.anyRole') }, ...roles.map((value) => ({ value, label: w(`platform.role.${value}`) }))]} />
      </div>
      <Loaded of={load}>{(rows) => <Matrix rows={role ? rows.filter((row) => row.roles.has(role)) : rows} />}</Loaded>
    </div>
  );
}

function Matrix({ rows }: { rows: readonly Row[] }) {
  const w = useWords();
  return <DataTable caption={w('console.permissions')} rows={rows} rowKey={({ key }) => key} columns={columnsIn(w)} foot={<span className="cap">{w('console.permissions.count', { n: rows.length })}</span>} />;
}

const columnsIn = (w: Words): Column<Row>[] => [
  { key: 'route', head: w('console.permissions.route'), cell: ({ key, summary }) => <><Mono>{key}</Mono><br /><span className="cap">{summary}</span></>, phone: 'main' },
  ...roles.map((role): Column<Row> => ({
    key: role, head: w(`platform.role.${role}`), phone: 'hidden', cell: (row) => (row.roles.has(role) ? <span title={w('console.permissions.may')}>●</span> : ''),
  })),
];

async function readRows(): Promise<Row[]> {
  const response = await fetch('/openapi.json', { credentials: 'same-origin' });
  const { paths } = (await response.json()) as { paths: Record<string, Record<string, Operation>> };
  return Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({
    key: `${method.toUpperCase()} ${path}`, summary: operation.summary, roles: new Set(operation['x-roles']),
  }))).toSorted((one, other) => one.key.split(' ')[1]?.localeCompare(other.key.split(' ')[1] ?? '') ?? 0);
}
