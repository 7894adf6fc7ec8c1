import { platformContract, type AuditLine } from '../../domain/platformContract.ts';
import { DataTable, type Column } from '../DataTable.tsx';
import { DateField } from '../DateField.tsx';
import { Empty } from '../Empty.tsx';
import { Loaded } from '../Loaded.tsx';
import { Mono } from '../Mono.tsx';
import { PageHead } from '../PageHead.tsx';
import { useSearchText } from '../place.ts';
import { Section } from '../Section.tsx';
import { Tag } from '../Tag.tsx';
import { TextField } from '../TextField.tsx';
import { downloadOf, useApi, type Wire } from '../useApi.ts';
import { useWords, type Words } from '../useWords.ts';
import { writtenInstant } from '../written.ts';
import { More } from './More.tsx';
import { usePages } from './usePages.ts';
import { Verification } from './Verification.tsx';

type Row = Wire<AuditLine>;
const filters = ['act', 'subject', 'account', 'from', 'to'] as const;

/** Everything that was done in the region, and the proof that nobody touched it. */
export default function AuditTrail() {
  const w = useWords();
  const api = useApi(platformContract);
  const [act, setAct] = useSearchText('act');
  const [subject, setSubject] = useSearchText('subject');
  const [account, setAccount] = useSearchText('account');
  const [from, setFrom] = useSearchText('from');
  const [to, setTo] = useSearchText('to');
  const asked = Object.fromEntries([act, subject, account, from, to].flatMap((value, index) => (value ? [[filters[index] ?? '', value]] : [])));
  const { load, more } = usePages<Row>(['audit', asked], (limit) => api.audit({ query: { ...asked, limit } }));
  return (
    <div className="stack">
      <PageHead title={w('console.audit')} sub={w('console.audit.sub')} />
      <Verification />
      <Section title={w('console.audit')} more={<a href={downloadOf('/api/audit/export', asked)} download>{w('console.audit.export')}</a>}>
        <div className="row">
          <TextField label={w('console.audit.act')} value={act} onChange={setAct} placeholder={w('console.audit.actHint')} required />
          <TextField label={w('console.audit.subject')} value={subject} onChange={setSubject} required />
          <TextField label={w('console.audit.account')} value={account} onChange={setAccount} required />
          <DateField label={w('console.audit.from')} value={from} onChange={setFrom} required />
          <DateField label={w('console.audit.to')} value={to} onChange={setTo} required />
        </div>
        <Loaded of={load}>{({ rows }) => (
          <DataTable caption={w('console.audit')} rows={rows} rowKey={({ id }) => id} columns={columnsIn(w)} empty={<Empty>{w('console.audit.none')}</Empty>} foot={<More more={more} />} />
        )}</Loaded>
      </Section>
    </div>
  );
}

const columnsIn = (w: Words): Column<Row>[] => [
  { key: 'at', head: w('console.audit.at'), cell: ({ at }) => <span className="nw">{writtenInstant(at)}</span>, phone: 'sub' },
  { key: 'who', head: w('console.audit.who'), cell: ({ role, accountId }) => <>{w(`platform.role.${role}`)}<br /><Mono>{accountId}</Mono></> },
  { key: 'act', head: w('console.audit.act'), cell: ({ act }) => <Mono>{act}</Mono>, phone: 'main' },
  { key: 'subject', head: w('console.audit.subject'), cell: ({ subject }) => <Mono>{subject}</Mono> },
  { key: 'detail', head: w('console.audit.detail'), cell: ({ detail }) => Object.entries(detail).map(([name, value]) => `${name}=${String(value)}`).join(' ') },
  { key: 'seal', head: w('console.audit.seal'), cell: ({ sealed }) => <Tag kind={sealed ? 'green' : 'plain'}>{w(sealed ? 'console.audit.sealed' : 'console.audit.unsealed')}</Tag>, phone: 'aside' },
];
