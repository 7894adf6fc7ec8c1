import { expectYes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import type { Download } from '#platform/server/serve.ts';
import type { QueueRow } from '#cases/domain/contract.ts';
import { listQueue } from '#cases/server/public.ts';
import { exportSheet } from './exportSheet.ts';

type Asked = { view: 'all' | 'mine' | 'others' | 'ended'; programme?: string | undefined; purpose?: string | undefined };
const pageRows = 200;
const columns = ['number', 'person', 'organisation', 'programme', 'category', 'stage', 'due', 'left', 'opened'] as const;

/** A view of the work queue as Excel, every page of it, in the order of the clock. */
export async function exportQueue(call: Call, { purpose, ...asked }: Asked): Promise<Answer<Download>> {
  const { say } = call;
  return exportSheet(call, {
    list: 'queue', title: say('exchange.queue.title'), purpose,
    columns: columns.map((key) => ({ name: say(`exchange.queue.${key}`), note: say(`exchange.queue.${key}Note`) })),
    rows: (await everyRow(call, asked)).map((row) => [row.number, row.personName, row.organisationName, row.programme, row.category, row.stageLabel, row.clock?.dueOn ?? '', row.clock?.left ?? '', row.openedAt.slice(0, 10)]),
  });
}

async function everyRow(call: Call, asked: Omit<Asked, 'purpose'>): Promise<QueueRow[]> {
  const rows: QueueRow[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const page = expectYes(await listQueue(call, { ...asked, limit: pageRows, ...(after ? { after } : {}) }));
    rows.push(...page.rows);
    after = page.next;
  }
  return rows;
}
