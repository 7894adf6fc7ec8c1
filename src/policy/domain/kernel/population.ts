import { bindTo } from '../bind.ts';
import { personOn } from '../evaluate.ts';
import type { Facts, Policy } from '../model.ts';
import { runWithArrays } from './arrays.ts';
import type { Outcome } from './outcome.ts';
import { planOf } from './plan.ts';
import type { Plan } from './plan.ts';
import { Table, fill } from './table.ts';
import { wasmKernel } from './wasm.ts';

/** Parameters tried instead of the policy's own, in the numbers of the language. */
export type Trial = Parameters<typeof bindTo>[2];

/** A plan for some results of a policy on a day; without names, for all of them. */
export function planFor(policy: Policy, asOf: string, results = Object.keys(policy.results), trial: Trial = {}): Plan {
  const bind = bindTo(policy, asOf, trial);
  return planOf(results.flatMap((name) => {
    const when = policy.results[name]?.when;
    return when ? [{ name, node: bind(when) }] : [];
  }));
}

/** People in columns, ready for a plan; columns it has already are kept. */
export function tableOf(people: readonly Facts[], policy: Policy, asOf: string, plan: Plan, before?: Table): Table {
  const table = before ?? new Table(people.length);
  fill(table, plan, (index) => personOn(policy, people[index] ?? {}, asOf));
  return table;
}

/** Decides a plan over a table: in WebAssembly where there is one, else with typed arrays. */
export const decideAll = (plan: Plan, table: Table): Outcome[] => (table.wasm ? wasmKernel(plan, table)() : runWithArrays(plan, table));
