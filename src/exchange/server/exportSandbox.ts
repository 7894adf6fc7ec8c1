import type { CellValue } from 'hucre/xlsx';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import type { Download } from '#platform/server/serve.ts';
import { listSandboxPeople, trySandbox } from '#policy/server/public.ts';
import type { Cost, SandboxPerson } from '#policy/domain/sandboxContract.ts';
import { Payment } from '#policy/domain/sandboxContract.ts';
import { exportBook, type ExportBook } from './exportSheet.ts';

const fenPerYuan = 100;
const atOnce = 200;
/** The lists of people that go out, each on lines of its own. */
const listed = ['gains', 'loses', 'becomesUnknown', 'outside'] as const;

type Ask = {
  code: string; version: string; parameters: Record<string, number>; draftVersion?: string | undefined; draftId?: string | undefined; asOf?: string | undefined;
  every: 'once' | 'year'; shares: string; purpose?: string | undefined;
};
type Trial = Parameters<typeof trySandbox>[1];
type Report = Extract<Awaited<ReturnType<typeof trySandbox>>, { ok: true }>['value'];
type Sheet = ExportBook['sheets'][number];

/** A trial as Excel: by result, institution and year, what is missing, and the people with masked names where the actor may see them. */
export async function exportSandbox(call: Call, { code, version, parameters, draftVersion, draftId, asOf, every, shares, purpose }: Ask): Promise<Answer<Download>> {
  const payment = Payment.safeParse({ every, shares: shares.split(' ').map(Number) });
  if (!payment.success) return no('invalidInput', { field: 'shares' });
  const draft = draftVersion ? { version: draftVersion } : draftId ? { id: draftId } : undefined;
  const trial: Trial = { code, version, parameters, ...(draft ? { draft } : {}), ...(asOf ? { asOf } : {}) };
  const found = await trySandbox(call, { ...trial, payment: payment.data });
  if (!found.ok) return found;
  const report = found.value;
  const people = report.lists ? await everybodyMoved(call, trial) : yes([]);
  if (!people.ok) return people;
  const sheets = [byResult(call, report), byInstitution(call, report), byYear(call, report), missing(call, report), ...(report.lists ? [peopleSheet(call, people.value)] : [])];
  return exportBook(call, { list: 'sandbox', title: call.say('exchange.sandbox.title', { code }), sheets, about: aboutTrial(call, report, parameters), purpose });
}

type Listed = SandboxPerson & { of: (typeof listed)[number] };

async function everybodyMoved(call: Call, trial: Trial): Promise<Answer<Listed[]>> {
  const rows: Listed[] = [];
  for (const of of listed) {
    for (let from: number | null = 0; from !== null;) {
      const page = await listSandboxPeople(call, { ...trial, of, from, limit: atOnce, years: 1 });
      if (!page.ok) return page;
      rows.push(...page.value.rows.map((row) => ({ ...row, of })));
      from = page.value.next;
    }
  }
  return yes(rows);
}

const heads = ({ say }: Call, count: number | null): CellValue => (count === null ? say('exchange.sandbox.few') : count);
const yuan = ({ say }: Call, fen: number | null): CellValue => (fen === null ? say('exchange.sandbox.open') : fen / fenPerYuan);
const money = (call: Call, cost: Cost | null): CellValue[] => (cost ? [yuan(call, cost.sure), yuan(call, cost.possible)] : [heads(call, null), heads(call, null)]);
const columnsOf = ({ say }: Call, keys: readonly string[]): Sheet['columns'] => keys.map((key) => ({ name: say(`exchange.sandbox.${key}`), note: say(`exchange.sandbox.${key}Note`) }));
const moves = ['gains', 'loses', 'becomesUnknown'] as const;

function byResult(call: Call, { results, outside }: Report): Sheet {
  const near = new Map(outside.map(({ result, people }) => [result, people]));
  return {
    name: call.say('exchange.sandbox.byResult'), columns: columnsOf(call, ['result', 'before', 'after', ...moves, 'outside']),
    rows: results.map((row) => [row.name, heads(call, row.before), heads(call, row.after), ...moves.map((key) => heads(call, row[key])), heads(call, near.get(row.name) ?? (near.has(row.name) ? null : 0))]),
  };
}

const byInstitution = (call: Call, { institutions }: Report): Sheet => ({
  name: call.say('exchange.sandbox.byInstitution'), columns: columnsOf(call, ['institution', 'people', ...moves, 'costBefore', 'costBeforeMost', 'costAfter', 'costAfterMost']),
  rows: institutions.map((row) => [row.name, heads(call, row.people), ...moves.map((key) => heads(call, row[key])), ...money(call, row.before), ...money(call, row.after)]),
});

const byYear = (call: Call, { years }: Report): Sheet => ({
  name: call.say('exchange.sandbox.byYear'), columns: columnsOf(call, ['year', 'day', 'side', 'entitled', 'fresh', 'lapsed', 'paid', 'paidMost']),
  rows: years.flatMap(({ year, day, before, after }) => ([['before', before], ['after', after]] as const).map(([side, of]) =>
    [year, day, call.say(`exchange.sandbox.${side}`), heads(call, of.entitled), heads(call, of.fresh), heads(call, of.lapsed), ...money(call, of.paid)])),
});

const missing = (call: Call, report: Report): Sheet => ({
  name: call.say('exchange.sandbox.missing'), columns: columnsOf(call, ['fact', 'lacking', 'becomesUnknown']),
  rows: report.missing.map(({ fact, people, becomesUnknown }) => [fact, heads(call, people), heads(call, becomesUnknown)]),
});

const peopleSheet = (call: Call, people: readonly Listed[]): Sheet => ({
  name: call.say('exchange.sandbox.moved'), columns: columnsOf(call, ['of', 'name', 'institution', 'result', 'was', 'is', 'lacks', 'threshold', 'have', 'need', 'short']),
  rows: people.map(({ of, name, institution, result, before, after, missing: lacks, missed }) => [
    call.say(`exchange.sandbox.${of}`), name, institution, result, call.say(`exchange.verdict.${before}`), call.say(`exchange.verdict.${after}`), lacks.join('\u3001'),
    missed?.text ?? null, missed?.have ?? null, missed?.need ?? null, missed ? call.say(`exchange.sandbox.short.${missed.unit}`, { n: missed.short }) : null,
  ]),
});

const aboutTrial = ({ say }: Call, { asOf, snapshot, published, draft, cost }: Report, parameters: Record<string, number>): NonNullable<ExportBook['about']> => [
  [say('exchange.sandbox.asOf'), asOf], [say('exchange.sandbox.snapshot'), `${snapshot.day} (${snapshot.people})`], [say('exchange.sandbox.versions'), `${published.version} / ${draft.version}`],
  ...Object.entries(parameters).map(([name, value]): readonly [string, CellValue] => [name, value]), ...(cost.unverified ? [[say('exchange.sandbox.unverified'), say('exchange.sandbox.unverifiedNote')] as const] : []),
];
