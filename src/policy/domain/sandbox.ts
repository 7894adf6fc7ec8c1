import { decide, type Decision } from './decide.ts';
import { personOn } from './evaluate.ts';
import type { Amount, Facts, Policy, Verdict } from './model.ts';
import { allUnder, nodesOf } from './reach.ts';
import { walk } from './walk.ts';
import { waysTo } from './ways.ts';

/** How many people with a no are searched for a way, a result: the search costs far more than the verdict. */
const mostTried = 200;
const mostListed = 200;

export type Subject = { personId: string; name: string; organisationId: string; organisationName: string; facts: Facts };
/** The published policy and the one tried, judged on the same day; `touched`: results that rest on a tried parameter. */
export type Trial = { published: Policy; tried: Policy; asOf: string; touched: ReadonlySet<string> };
type ResultTally = { name: string; yes: number; gains: number; loses: number; becomesUnknown: number; justOutside: { people: number; of: number } | null };
type Change = { personId: string; name: string; organisation: string; result: string; before: Verdict; after: Verdict };
type InstitutionTally = { organisationId: string; name: string; gains: number; loses: number };

export type Tally = {
  people: number; results: Map<string, ResultTally>; institutions: Map<string, InstitutionTally>; before: Amount; after: Amount;
  changedTotal: number; changed: Change[]; missing: Map<string, number>;
};

/** Results that rest on one of these parameters. */
export function resultsOn(policy: Policy, parameters: readonly string[]): Set<string> {
  const rests = (name: string) => allUnder(policy, nodesOf(policy, name)).flatMap((node) => [...walk(node)]).some((node) => node.op === 'parameter' && parameters.includes(node.name));
  return new Set(Object.keys(policy.results).filter(rests));
}

/** A count in which nobody stands yet. */
export const emptyTally = ({ tried, touched }: Trial): Tally => ({
  people: 0, before: { sure: 0, possible: 0 }, after: { sure: 0, possible: 0 }, institutions: new Map(), changedTotal: 0, changed: [], missing: new Map(),
  results: new Map(Object.keys(tried.results).map((name) => [name, { name, yes: 0, gains: 0, loses: 0, becomesUnknown: 0, justOutside: touched.has(name) ? { people: 0, of: 0 } : null }])),
});

/** Judges one person by both policies and adds what differs to the count. */
export function count(tally: Tally, trial: Trial, subject: Subject): void {
  const before = decide(trial.published, subject.facts, trial.asOf);
  const after = decide(trial.tried, subject.facts, trial.asOf);
  tally.people += 1;
  tally.before = added(tally.before, before.total);
  tally.after = added(tally.after, after.total);
  const moves = [...tally.results.values()].map((result) => countResult(tally, result, trial, subject, before, after));
  countInstitution(tally, subject, moves);
  const lacking = new Set(Object.values(after.results).flatMap(({ verdict, missing }) => (verdict === 'unknown' ? missing : [])));
  for (const fact of lacking) tally.missing.set(fact, (tally.missing.get(fact) ?? 0) + 1);
}

const added = (one: Amount, other: Amount): Amount => ({ sure: one.sure + other.sure, possible: one.possible === null || other.possible === null ? null : one.possible + other.possible });

type Move = 'gains' | 'loses' | 'becomesUnknown';

function moveBetween(before: Verdict, after: Verdict): Move | undefined {
  if (before === after) return undefined;
  if (after === 'unknown') return 'becomesUnknown';
  return after === 'yes' ? 'gains' : before === 'yes' ? 'loses' : undefined;
}

function countResult(tally: Tally, result: ResultTally, trial: Trial, subject: Subject, was: Decision, is: Decision): Move | undefined {
  const before = was.results[result.name]?.verdict ?? 'unknown';
  const after = is.results[result.name]?.verdict ?? 'unknown';
  if (after === 'yes') result.yes += 1;
  if (after === 'no') countOutside(result, trial, subject);
  if (before !== after) noteChange(tally, { personId: subject.personId, name: subject.name, organisation: subject.organisationName, result: result.name, before, after });
  const move = moveBetween(before, after);
  if (move) result[move] += 1;
  return move;
}

function noteChange(tally: Tally, change: Change): void {
  tally.changedTotal += 1;
  if (tally.changed.length < mostListed) tally.changed.push(change);
}

/** Just outside: a single wait, or a single thing to improve, makes it yes. */
function countOutside({ name, justOutside }: ResultTally, { tried, asOf }: Trial, { facts }: Subject): void {
  if (!justOutside || justOutside.of >= mostTried) return;
  justOutside.of += 1;
  const near = waysTo(tried, name, personOn(tried, facts, asOf)).some(({ steps }) => steps.length === 1 && (steps[0]?.act === 'wait' || steps[0]?.act === 'improve'));
  if (near) justOutside.people += 1;
}

function countInstitution(tally: Tally, { organisationId, organisationName }: Subject, moves: readonly (Move | undefined)[]): void {
  const gains = Number(moves.includes('gains'));
  const loses = Number(moves.includes('loses'));
  if (gains + loses === 0) return;
  const before = tally.institutions.get(organisationId) ?? { organisationId, name: organisationName, gains: 0, loses: 0 };
  tally.institutions.set(organisationId, { ...before, gains: before.gains + gains, loses: before.loses + loses });
}
