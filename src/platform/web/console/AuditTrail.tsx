import { useState } from 'react';
import { platformContract } from '../../domain/platformContract.ts';
import { Button } from '../Button.tsx';
import { DataTable } from '../DataTable.tsx';
import { DateField } from '../DateField.tsx';
import { Empty } from '../Empty.tsx';
import { Loaded } from '../Loaded.tsx';
import { Mono } from '../Mono.tsx';
import { PageHead } from '../PageHead.tsx';
import { useSearchText } from '../place.ts';
import { TextField } from '../TextField.tsx';
import { Tri } from '../Tri.tsx';
import { downloadOf, useApi } from '../useApi.ts';
import { useLoad } from '../useLoad.ts';
import { useWords } from '../useWords.ts';
import { writtenInstant } from '../written.ts';

const pageSize = 50;
const most = 200;

/** The auditor's page: every act, newest first; it changes nothing. */
export default function AuditTrail() {
  const w = useWords();
  const api = useApi(platformContract);
  const [act, setAct] = useSearchText('act');
  const [subject, setSubject] = useSearchText('subject');
  const [from, setFrom] = useSearchText('from');
  const [to, setTo] = useSearchText('to');
  const [limit, setLimit] = useState(pageSize);
  const filter = Object.fromEntries(Object.entries({ act, subject, from, to }).filter(([, value]) => value !== ''));
  const trail = useLoad(['platform', 'audit', filter, limit], () => api.audit({ query: { ...filter, limit } }));
  return (
    <>
      <PageHead title={w('platform.audit')} sub={w('platform.audit.sub')} aside={<a className="button" href={downloadOf(platformContract.exportAudit.path, filter)} download>{w('platform.audit.export')}</a>} />
      <div className="row">
        <TextField label={w('platform.audit.act')} value={act} onChange={setAct} required />
        <TextField label={w('platform.audit.subject')} value={subject} onChange={setSubject} required />
        <DateField label={w('platform.audit.from')} value={from} onChange={setFrom} required />
        <DateField label={w('platform.audit.to')} value={to} onChange={setTo} required />
      </div>
      <Loaded of={trail}>
        {({ rows, next }) => (
          <DataTable caption={w('platform.audit')} rows={rows} rowKey={(row) => row.id} empty={<Empty>{w('platform.audit.none')}</Empty>}
            foot={next && limit < most ? <Button onClick={() => setLimit(most)}>{w('platform.more')}</Button> : null}
            columns={[
              { key: 'at', head: w('platform.audit.at'), phone: 'aside', cell: (row) => <span className="nw">{writtenInstant(row.at)}</span> },
              { key: 'who', head: w('platform.audit.who'), phone: 'sub', cell: (row) => <>{w(`platform.role.${row.role}`)}<span className="cap mono">{row.accountId}</span></> },
              { key: 'act', head: w('platform.audit.act'), phone: 'main', cell: (row) => <Mono>{row.act}</Mono> },
              { key: 'subject', head: w('platform.audit.subject'), phone: 'under', cell: (row) => <Mono>{row.subject}</Mono> },
              { key: 'detail', head: w('platform.audit.detail'), phone: 'under', cell: (row) => <Mono>{detailText(row.detail)}</Mono> },
              { key: 'sealed', head: w('platform.audit.sealed'), phone: 'hidden', cell: (row) => <Tri value={row.sealed ? 'yes' : 'unknown'} text={w(row.sealed ? 'platform.audit.isSealed' : 'platform.audit.notYetSealed')} /> },
            ]} />
        )}
      </Loaded>
    </>
  );
}

const detailText = (detail: Record<string, unknown>): string => Object.entries(detail).map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`).join(' ');
