import { numberOf, truthOf } from './evaluate.ts';
import type { Person } from './evaluate.ts';
import type { Node } from './model.ts';
import { under } from './walk.ts';

/** What stands between a person and an answer: facts nobody has given, and 待核 parameters without a value. */
export type Missing = { facts: Set<string>; parameters: Set<string> };

const unknown = (node: Node, person: Person): boolean => {
  if (node.type.kind === 'boolean') return truthOf(node, person) === 1;
  return node.op !== 'count' && node.type.kind !== 'catalogue' && numberOf(node, person) === undefined;
};

function gather(node: Node, person: Person, into: Missing): void {
  if (node.op === 'fact') into.facts.add(node.name);
  else if (node.op === 'parameter') into.parameters.add(node.name);
  else if (node.op === 'count') into.facts.add(node.list);
  else if (node.op === 'clause') gatherFrom(person.rules[node.name] as Node, person, into);
  else if (node.op === 'choose' && truthOf(node.test, person) !== 1) gatherFrom(truthOf(node.test, person) === 2 ? node.then : node.otherwise, person, into);
  else for (const part of under(node)) gatherFrom(part, person, into);
}

function gatherFrom(node: Node, person: Person, into: Missing): void {
  const open = node.op === 'count' || (node.op === 'parameter' && person.parameters[node.name] === undefined);
  if (open || unknown(node, person)) gather(node, person, into);
}

/** What is missing for a condition that is unknown; empty when it is not. */
export function missingFor(node: Node, person: Person): Missing {
  const into: Missing = { facts: new Set(), parameters: new Set() };
  if (unknown(node, person)) gather(node, person, into);
  return into;
}
