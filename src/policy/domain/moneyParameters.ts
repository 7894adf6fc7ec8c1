import type { Policy } from './model.ts';
import { walk } from './walk.ts';

/** Names of the parameters that amounts are made of; their values are fen. */
export function moneyParameters(policy: Policy): ReadonlySet<string> {
  const amounts = Object.values(policy.results).flatMap(({ amount, table }) => [...(amount ? [amount] : []), ...(table?.rows ?? []).map((row) => row.amount)]);
  return new Set(amounts.flatMap((node) => [...walk(node)]).flatMap((node) => (node.op === 'parameter' ? [node.name] : [])));
}
