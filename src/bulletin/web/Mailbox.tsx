import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useApi, type Wire } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { writtenInstant } from '#platform/web/written.ts';
import type { Given } from '#platform/domain/contract.ts';
import { bulletinContract } from '../domain/contract.ts';

type Row = Wire<Given<typeof bulletinContract.listOutgoingMail>>['rows'][number];

/** Letters written and sent, for whoever looks after the installation. */
export default function Mailbox() {
  const w = useWords();
  const api = useApi(bulletinContract);
  const mail = useLoad(['mail'], () => api.listOutgoingMail());
  const columns: Column<Row>[] = [
    { key: 'to', head: w('bulletin.mailbox.to'), phone: 'sub', cell: (row) => row.to },
    { key: 'title', head: w('bulletin.mailbox.subject'), phone: 'main', cell: (row) => <><b>{row.title}</b><p className="sub">{row.body}</p></> },
    { key: 'queued', head: w('bulletin.mailbox.queued'), phone: 'under', cell: (row) => writtenInstant(row.queuedAt) },
    { key: 'sent', head: w('bulletin.mailbox.sent'), phone: 'aside', cell: (row) => (row.sentAt ? writtenInstant(row.sentAt) : (row.failure ?? w('bulletin.mailbox.waiting'))) },
  ];
  return (
    <div className="stack">
      <PageHead title={w('bulletin.mailbox')} sub={w('bulletin.mailbox.note')} />
      <Loaded of={mail}>{({ rows }) => <DataTable caption={w('bulletin.mailbox')} columns={columns} rows={rows} rowKey={(row) => row.mailId} empty={<Empty>{w('bulletin.mailbox.empty')}</Empty>} />}</Loaded>
    </div>
  );
}
