import type { Node } from './model.ts';

/** The nodes directly under a node. */
export function under(node: Node): Node[] {
  switch (node.op) {
    case 'compare':
    case 'arithmetic': return [node.left, node.right];
    case 'oneOf': return Array.isArray(node.among) ? [node.item] : [node.item, node.among];
    case 'all':
    case 'any': return node.parts;
    case 'not':
    case 'known': return [node.part];
    case 'years': return [node.since, node.until];
    case 'count': return node.where ? [node.where] : [];
    case 'choose': return [node.test, node.then, node.otherwise];
    default: return [];
  }
}

/** A node and everything under it. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  for (const part of under(node)) yield* walk(part);
}

/** The facts a node speaks of itself, in order, without following clauses. */
export function factsIn(node: Node): string[] {
  const names = new Set<string>();
  for (const each of walk(node)) {
    if (each.op === 'fact') names.add(each.name);
    if (each.op === 'count') names.add(each.list);
  }
  return [...names];
}
