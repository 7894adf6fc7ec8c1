import type { Node, Policy } from './model.ts';
import { factsIn, walk } from './walk.ts';

/** The expressions a result and its money rest on directly. */
export function nodesOf(policy: Policy, result: string): Node[] {
  const { when, amount, table } = policy.results[result] ?? {};
  const nodes = [when, amount, ...(table?.rows ?? []).flatMap((row) => [row.when, row.amount])];
  return nodes.filter((node) => node !== undefined);
}

/** Clauses that given expressions rest on, exceptions included, each once. */
export function clausesUnder(policy: Policy, nodes: readonly Node[]): string[] {
  const found = new Set<string>();
  const visit = (node: Node): void => {
    for (const each of walk(node)) {
      if (each.op !== 'clause' || found.has(each.name)) continue;
      found.add(each.name);
      visit(policy.rules[each.name] as Node);
    }
  };
  nodes.forEach(visit);
  return [...found];
}

/** All expressions under given ones, clauses followed. */
export function allUnder(policy: Policy, nodes: readonly Node[]): Node[] {
  return [...nodes, ...clausesUnder(policy, nodes).map((name) => policy.rules[name] as Node)];
}

/** The facts that a result and its money rest on, clauses and exceptions followed. */
export const factsUnder = (policy: Policy, result: string): string[] => [...new Set(allUnder(policy, nodesOf(policy, result)).flatMap(factsIn))];

/** What 待核 marks among all that a result rests on: the result, clauses and parameters by name. */
export function unsettledIn(policy: Policy, result: string): string[] {
  const nodes = nodesOf(policy, result);
  const clauses = clausesUnder(policy, nodes).filter((name) => policy.clauses[name]?.unverified);
  const parameters = allUnder(policy, nodes).flatMap((node) => [...walk(node)]).flatMap((node) => (node.op === 'parameter' && policy.parameters[node.name]?.unverified ? [node.name] : []));
  return [...new Set([...(policy.results[result]?.unverified ? [result] : []), ...clauses, ...parameters])];
}

/** Everything 待核 in a policy. */
export function unverifiedIn(policy: Policy): string[] {
  const marked = (entries: Record<string, { unverified: boolean }>): string[] => Object.keys(entries).filter((name) => entries[name]?.unverified);
  return [...marked(policy.parameters), ...marked(policy.clauses), ...marked(policy.results)];
}

/** The facts a policy asks about. */
export function factsUsed(policy: Policy): string[] {
  const results = Object.keys(policy.results).flatMap((name) => nodesOf(policy, name));
  const compositions = Object.values(policy.composition).flatMap(({ cap, when, received }) => [cap, when, received]).filter((node) => node !== undefined);
  const rules = Object.values(policy.rules);
  return [...new Set([...results, ...compositions, ...rules].flatMap(factsIn))];
}
