import { expectYes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import type { Download } from '#platform/server/serve.ts';
import { viewLedger } from '#ledger/server/public.ts';
import type { Balance } from '#ledger/domain/contract.ts';
import { exportSheet } from './exportSheet.ts';

const numbers = ['granted', 'used', 'held', 'lent', 'free'] as const satisfies (keyof Balance)[];

/** The ledger at the end of a day as Excel: a row an account, money in fen. */
export async function exportLedger(call: Call, { day }: { day?: string | undefined }): Promise<Answer<Download>> {
  const { say } = call;
  const view = expectYes(await viewLedger(call, { day }));
  const rows = view.pools.flatMap((pool) => [...pool.children, pool.whole].map((row) => [pool.title, pool.document, row.organisation || say('ledger.whole'), say(`ledger.unit.${pool.unit}`), ...numbers.map((key) => row[key])]));
  const columns = ['pool', 'document', 'institution', 'unit', ...numbers].map((key) => ({ name: say(`ledger.column.${key}`), note: say(`ledger.column.${key}Note`) }));
  return exportSheet(call, { list: 'ledger', title: say('ledger.exportTitle', { day: view.day }), columns, rows });
}
