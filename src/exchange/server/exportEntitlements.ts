import type { CellValue } from 'hucre/xlsx';
import { no, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import type { Download } from '#platform/server/serve.ts';
import { regionResults, type PersonResults } from '#policy/server/public.ts';
import { factKindsOf, peopleById } from '#registry/server/public.ts';
import { exportBook, type ExportColumn } from './exportSheet.ts';
import { factCell, factNote } from './factCells.ts';

const shortestPurpose = 4;
const fenPerYuan = 100;
type Ask = { code: string; version?: string | undefined; asOf?: string | undefined; purpose: string };

/** What a policy says of everybody in the region with the facts it rests on, as Excel. Who asks says what for, and it is kept in audit; sensitive facts stay in the file. */
export async function exportEntitlements(call: Call, { purpose, ...ask }: Ask): Promise<Answer<Download>> {
  if (purpose.trim().length < shortestPurpose) return no('exportPurposeNeeded', { field: 'purpose' });
  const found = await regionResults(call, ask);
  if (!found.ok) return found;
  const { say } = call;
  const { policy, rows } = found.value;
  const { kinds } = factKindsOf(call.region);
  const facts = policy.facts.flatMap((name) => kinds.get(name) ?? []).filter(({ privacy }) => privacy !== 'sensitive');
  const known = await peopleById(call, rows.map(({ personId }) => personId));
  const cells = rows.flatMap((row) => {
    const person = known.get(row.personId);
    return person && !person.consentWithdrawn ? [[person.name, person.organisationName, ...facts.map((kind) => factCell(call, row.facts[kind.name] as Parameters<typeof factCell>[1])), ...verdictCells(call, row)]] : [];
  });
  const title = say('exchange.entitlements.title', { title: policy.title, version: policy.version });
  const columns = [...personColumns(call), ...facts.map((kind) => ({ name: kind.name, note: factNote(call, kind) })), ...resultColumns(call, policy)];
  return exportBook(call, { list: 'entitlements', title, sheets: [{ name: title, columns, rows: cells }], about: [[say('exchange.entitlements.day'), ask.asOf ?? call.clock.today()]], purpose });
}

const personColumns = ({ say }: Call): ExportColumn[] => [
  { name: say('exchange.export.name'), note: say('exchange.export.nameNote') }, { name: say('exchange.export.organisation'), note: say('exchange.export.organisationNote') },
];

function resultColumns({ say }: Call, { results, documents }: { results: Record<string, { document: string; article: string; unsettled: string[] }>; documents: Record<string, { name: string }> }): ExportColumn[] {
  const basis = ({ document, article, unsettled }: (typeof results)[string]) => say(unsettled.length ? 'exchange.entitlements.guessNote' : 'exchange.entitlements.resultNote', { document: documents[document]?.name ?? document, article });
  return [
    ...Object.entries(results).map(([name, result]) => ({ name, note: basis(result) })),
    { name: say('exchange.entitlements.sure'), note: say('exchange.entitlements.sureNote') }, { name: say('exchange.entitlements.possible'), note: say('exchange.entitlements.possibleNote') },
  ];
}

const verdictCells = ({ say }: Call, { verdicts, total: { sure, possible } }: PersonResults): CellValue[] =>
  [...verdicts.map((verdict) => say(`exchange.verdict.${verdict}`)), sure / fenPerYuan, possible === null ? say('exchange.entitlements.open') : possible / fenPerYuan];

