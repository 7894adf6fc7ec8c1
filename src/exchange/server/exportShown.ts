import type { Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import type { Download } from '#platform/server/serve.ts';
import type { ShownList } from '../domain/contract.ts';
import { exportSheet } from './exportSheet.ts';

/** A list as its page shows it, as Excel: nothing that the asker did not see already. */
export async function exportShown(call: Call, { title, heads, rows }: ShownList): Promise<Answer<Download>> {
  const columns = heads.map((name) => ({ name, note: call.say('exchange.shown.note', { title }) }));
  return exportSheet(call, { list: `shown:${title}`, title, columns, rows: rows.map((row) => heads.map((_, at) => row[at] ?? '')) });
}
