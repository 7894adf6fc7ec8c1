import { Button } from '#platform/web/Button.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useGo } from '#platform/web/place.ts';
import { Tag } from '#platform/web/Tag.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi, type Wire } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { writtenInstant } from '#platform/web/written.ts';
import type { Given } from '#platform/domain/contract.ts';
import { bulletinContract } from '../domain/contract.ts';
import './bulletin.css';

type Row = Wire<Given<typeof bulletinContract.listMessages>>['rows'][number];

/** What the person has been told, newest first. */
export default function Messages() {
  const w = useWords();
  const api = useApi(bulletinContract);
  const messages = useLoad(['messages'], () => api.listMessages({ query: { limit: 100 } }));
  return (
    <div className="stack narrow">
      <PageHead title={w('bulletin.messages')} sub={messages.value ? w('bulletin.messages.unread', { n: messages.value.unread }) : undefined} />
      <Loaded of={messages}>
        {({ rows }) => rows.length === 0 ? <Empty>{w('bulletin.messages.empty')}</Empty> : <ul className="message-list">{rows.map((row) => <Line key={row.messageId} row={row} />)}</ul>}
      </Loaded>
    </div>
  );
}

function Line({ row }: { row: Row }) {
  const w = useWords();
  const api = useApi(bulletinContract);
  const go = useGo();
  const reading = () => api.readMessage({ params: { messageId: row.messageId }, body: {} });
  const read = useAct(reading);
  const open = useAct(reading, { done: () => go(row.link) });
  return (
    <li>
      <div>
        <b>{row.title}</b> {row.read ? null : <Tag kind="open">{w('bulletin.messages.isUnread')}</Tag>}
        <p>{row.body}</p>
        <span className="cap">{writtenInstant(row.sentAt)}</span>
      </div>
      <div className="row">
        {row.link && row.read ? <Go to={row.link} look="button">{w('bulletin.messages.open')}</Go> : null}
        {row.link && !row.read ? <Button busy={open.running} onClick={() => open.run(undefined)}>{w('bulletin.messages.open')}</Button> : null}
        {row.read ? null : <Button small busy={read.running} onClick={() => read.run(undefined)}>{w('bulletin.messages.markRead')}</Button>}
      </div>
    </li>
  );
}
