import type { Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import type { Download } from '#platform/server/serve.ts';
import { exportSheet } from '#exchange/server/public.ts';
import type { PairRow } from '../domain/pairingContract.ts';
import { listPairs } from './viewPairing.ts';

const columns = ['master', 'masterName', 'masterOrganisation', 'pupil', 'pupilName', 'pupilOrganisation', 'fields', 'wish', 'standing', 'state', 'madeOn', 'meetings', 'result', 'leftReason'] as const;

/** The pairs of a round as Excel, each column described. */
export async function exportPairs(call: Call, { roundId }: { roundId: string }): Promise<Answer<Download>> {
  const listed = await listPairs(call, { roundId });
  if (!listed.ok) return listed;
  const { round, rows } = listed.value;
  return exportSheet(call, {
    list: 'pairs', title: round.title, rows: rows.map((row) => rowOf(call, row)),
    columns: columns.map((key) => ({ name: call.say(`pairing.column.${key}`), note: call.say(`pairing.column.${key}Note`) })),
  });
}

const rowOf = ({ say }: Call, row: PairRow) => [
  row.master.called, row.master.name, row.master.organisation, row.pupil.called, row.pupil.name, row.pupil.organisation, row.master.fields.join('\u3001'), row.wish, row.standing,
  say(`pairing.state.${row.state}`), row.madeOn, row.meetings, row.result ?? '', row.leftReason,
];
