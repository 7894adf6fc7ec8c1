import type { Call } from '#platform/server/call.ts';
import { runWithArrays } from '../domain/kernel/arrays.ts';
import { verdictAt, type Outcome } from '../domain/kernel/outcome.ts';
import { planFor, tableOf } from '../domain/kernel/population.ts';
import { Table } from '../domain/kernel/table.ts';
import { wasmKernel } from '../domain/kernel/wasm.ts';
import { decide, type Facts, type Policy, type Verdict } from '../domain/policy.ts';
import { decidedBySql } from './backEnds.store.ts';

/** Names of the policy's own tests on which a back end decides otherwise than the interpreter; none is right. */
export async function disagreements(call: Call, policy: Policy): Promise<string[]> {
  const wrong: string[] = [];
  for (const [asOf, tests] of Map.groupBy(policy.tests, (each) => each.asOf)) {
    const crowd = tests.map(({ facts }) => facts);
    const expected = crowd.map((facts) => Object.values(decide(policy, facts, asOf).results).map(({ verdict }) => verdict));
    const decided = [byColumns(policy, crowd, asOf, true), byColumns(policy, crowd, asOf, false), await decidedBySql(call, policy, crowd, asOf)];
    wrong.push(...tests.filter((_, index) => decided.some((each) => each[index]?.join() !== expected[index]?.join())).map(({ name }) => name));
  }
  return wrong;
}

function byColumns(policy: Policy, crowd: Facts[], asOf: string, inWasm: boolean): Verdict[][] {
  const plan = planFor(policy, asOf);
  const table = tableOf(crowd, policy, asOf, plan, new Table(crowd.length, inWasm ? 'wasm' : 'plain'));
  const outcomes: Outcome[] = inWasm ? wasmKernel(plan, table)() : runWithArrays(plan, table);
  return crowd.map((_, index) => outcomes.map((outcome) => verdictAt(outcome, index)));
}
