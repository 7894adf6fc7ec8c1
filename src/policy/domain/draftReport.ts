import { decide, type Decision } from './decide.ts';
import type { Amount, Facts, Policy, Verdict } from './model.ts';
import type { DraftReport } from './changeShape.ts';

export type Judged = { organisationId: string; organisationName: string; facts: Facts };
type Moves = { gains: number; loses: number };
type Count = { people: number; results: Map<string, DraftReport['results'][number]>; institutions: Map<string, Moves & { name: string }>; before: Amount; after: Amount };

/** Counts, person by person, what a version changes against the version before, both judged on one day; a policy that is new takes from nobody. */
export function draftCount(before: Policy | undefined, after: Policy, asOf: string): { add(person: Judged): void; report(): DraftReport } {
  const names = [...new Set([...Object.keys(before?.results ?? {}), ...Object.keys(after.results)])];
  const count: Count = {
    people: 0, institutions: new Map(), before: { sure: 0, possible: 0 }, after: { sure: 0, possible: 0 },
    results: new Map(names.map((name) => [name, { name, yes: 0, gains: 0, loses: 0, becomesUnknown: 0 }])),
  };
  return {
    add: (person) => addPerson(count, person, before && decide(before, person.facts, asOf), decide(after, person.facts, asOf)),
    report: () => ({
      asOf, people: count.people, results: [...count.results.values()], cost: { before: count.before, after: count.after },
      institutions: [...count.institutions].map(([organisationId, each]) => ({ organisationId, ...each })).toSorted((one, other) => other.loses + other.gains - one.loses - one.gains),
    }),
  };
}

function addPerson(count: Count, { organisationId, organisationName }: Judged, was: Decision | undefined, is: Decision): void {
  count.people += 1;
  count.before = added(count.before, was?.total ?? { sure: 0, possible: 0 });
  count.after = added(count.after, is.total);
  const moves = [...count.results.values()].map((result) => {
    const verdict = is.results[result.name]?.verdict ?? 'no';
    const move = moveBetween(was?.results[result.name]?.verdict ?? 'no', verdict);
    if (verdict === 'yes') result.yes += 1;
    if (move) result[move] += 1;
    return move;
  });
  const [gains, loses] = [Number(moves.includes('gains')), Number(moves.includes('loses'))];
  if (gains + loses === 0) return;
  const before = count.institutions.get(organisationId) ?? { name: organisationName, gains: 0, loses: 0 };
  count.institutions.set(organisationId, { ...before, gains: before.gains + gains, loses: before.loses + loses });
}

const added = (one: Amount, other: Amount): Amount => ({ sure: one.sure + other.sure, possible: one.possible === null || other.possible === null ? null : one.possible + other.possible });

function moveBetween(before: Verdict, after: Verdict): 'gains' | 'loses' | 'becomesUnknown' | undefined {
  if (before === after) return undefined;
  if (after === 'unknown') return 'becomesUnknown';
  return after === 'yes' ? 'gains' : before === 'yes' ? 'loses' : undefined;
}
