import { bindTo } from './bind.ts';
import { personOn } from './evaluate.ts';
import { decideAll } from './kernel/population.ts';
import type { Outcome } from './kernel/outcome.ts';
import { planOf } from './kernel/plan.ts';
import { fill, type Table } from './kernel/table.ts';
import type { Facts, Node, Policy } from './model.ts';

/** People with their facts on one day, in memory and in columns; each stands by a number in both. */
export type Crowd = {
  size: number;
  factsOf(index: number): Facts;
  /** The place of each one's institution among `institutions`. */
  institutionOf: Uint16Array;
  institutions: readonly { organisationId: string; name: string }[];
  table: Table;
};

/** A yes-or-no question of a policy; those that are not results decide amounts only. */
type Question = { name: string; node: Node };

/** Everything that a policy asks of a person to decide results and amounts: results first, then the rows of amounts, then compositions. */
export function questionsOf(policy: Policy): Question[] {
  const results = Object.entries(policy.results);
  return [
    ...results.map(([name, { when }]) => ({ name, node: when })),
    ...results.flatMap(([name, { table }]) => (table?.rows ?? []).map((row, at) => ({ name: rowQuestion(name, at), node: row.when }))),
    ...Object.entries(policy.composition).flatMap(([name, { when }]) => (when ? [{ name: compositionQuestion(name), node: when }] : [])),
  ];
}

/** Names that no clause can have, since theirs hold no colon. */
export const rowQuestion = (result: string, at: number): string => `row:${result}:${at}`;
export const compositionQuestion = (name: string): string => `composition:${name}`;

/** Puts all questions of a policy on a day to everybody. The bits stand until the next run over the crowd; `kept` makes them last. */
export function askAll(policy: Policy, crowd: Crowd, asOf: string): Outcome[] {
  const bind = bindTo(policy, asOf);
  const plan = planOf(questionsOf(policy).map(({ name, node }) => ({ name, node: bind(node) })));
  fill(crowd.table, plan, (index) => personOn(policy, crowd.factsOf(index), asOf));
  return decideAll(plan, crowd.table);
}

/** Outcomes that later runs do not write over. */
export const kept = (outcomes: readonly Outcome[]): Outcome[] => outcomes.map(({ name, yes, unknown }) => ({ name, yes: yes.slice(), unknown: unknown.slice() }));
