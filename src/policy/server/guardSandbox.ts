import { scopeOf } from '#registry/domain/scope.ts';
import type { Call } from '#platform/server/call.ts';
import type { Given } from '#platform/domain/contract.ts';
import { guarded, guardedColumn } from '../domain/guardCounts.ts';
import type { sandboxContract } from '../domain/sandboxContract.ts';

type SlideShown = Given<typeof sandboxContract.slideSandbox>;
type Report = Given<typeof sandboxContract.trySandbox>;

/** May this actor see who is behind a figure? Others are told counts alone, and none of one or two people. */
export const seesPeople = ({ actor }: Pick<Call, 'actor'>): boolean => {
  const scope = scopeOf(actor);
  return scope.kind === 'region' && scope.opens;
};

const columnsOf = <Row extends object, Key extends keyof Row>(rows: readonly Row[], keys: readonly Key[]): Row[] => {
  const columns = keys.map((key) => guardedColumn(rows.map((row) => row[key] as number | null)));
  return rows.map((row, at) => ({ ...row, ...Object.fromEntries(keys.map((key, of) => [key, columns[of]?.[at] ?? null])) }));
};

/** Counts that this actor may be told; where the people of an institution are too few, or too few of them move, its money is not told either. */
export function guardSlide<S extends SlideShown>(call: Call, shown: S): S {
  if (seesPeople(call)) return shown;
  const institutions = columnsOf(shown.institutions, ['people', 'gains', 'loses', 'becomesUnknown']).map((each) => {
    const few = [each.people, each.gains, each.loses, each.becomesUnknown].includes(null);
    return few ? { ...each, before: null, after: null } : each;
  });
  return { ...shown, movedPeople: guarded(shown.movedPeople), institutions, results: columnsOf(shown.results, ['before', 'after', 'gains', 'loses', 'becomesUnknown']) };
}

/** The same for the whole report. */
export function guardReport(call: Call, report: Report): Report {
  if (seesPeople(call)) return report;
  const year = (each: Report['years'][number]['before']) => ({ ...each, entitled: guarded(each.entitled), fresh: guarded(each.fresh), lapsed: guarded(each.lapsed) });
  return {
    ...guardSlide(call, report), lists: false, outside: columnsOf(report.outside, ['people']), missing: columnsOf(report.missing, ['people', 'becomesUnknown']),
    years: report.years.map((each) => ({ ...each, before: year(each.before), after: year(each.after) })),
  };
}
