import { dayText } from './calendar.ts';
import { parametersOn } from './evaluate.ts';
import type { Comparison, Node, Policy, Result, Type } from './model.ts';
import { factsIn, walk } from './walk.ts';

/** Where FEEL is written: the policy, and the values its parameters have on the day. */
type Writing = { policy: Policy; parameters: ReturnType<typeof parametersOn>; asOf: string };

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const typeNames = { boolean: 'boolean', integer: 'number', date: 'date', enumeration: 'string', catalogue: 'Any', list: 'Any' } as const;

function labelOf(value: number, type: Type, { policy }: Writing): string {
  if (type.kind === 'boolean') return value ? 'true' : 'false';
  if (type.kind === 'date') return `date("${dayText(value)}")`;
  return type.kind === 'enumeration' ? `"${policy.dictionary.enumerations[type.domain]?.values[value] ?? ''}"` : String(value);
}

const holds: Record<Comparison, (rank: number, bound: number) => boolean> = {
  '<': (rank, bound) => rank < bound, '<=': (rank, bound) => rank <= bound, '>': (rank, bound) => rank > bound, '>=': (rank, bound) => rank >= bound,
  '=': (rank, bound) => rank === bound, '!=': (rank, bound) => rank !== bound,
};

/** FEEL knows no ranks: “at least 本科” is written as membership in the labels from there on. */
function ranked(node: Node & { op: 'compare' }, to: Writing): string | undefined {
  const { left, right, by } = node;
  if (left.type.kind !== 'enumeration' || right.op !== 'constant' || right.value === undefined) return undefined;
  const labels = to.policy.dictionary.enumerations[left.type.domain]?.values ?? [];
  const chosen = labels.filter((_, rank) => holds[by](rank, right.value ?? 0));
  return `list contains([${chosen.map((label) => `"${label}"`).join(', ')}], ${feel(left, to)})`;
}

function feel(node: Node, to: Writing): string {
  const part = (each: Node): string => feel(each, to);
  switch (node.op) {
    case 'constant': return node.value === undefined ? 'null' : labelOf(node.value, node.type, to);
    case 'asOf': return `date("${to.asOf}")`;
    case 'parameter': return listed(to.parameters[node.name], node.type, to);
    case 'fact':
    case 'field':
    case 'clause': return node.name;
    case 'compare': return ranked(node, to) ?? `${part(node.left)} ${node.by} ${part(node.right)}`;
    case 'oneOf': return `list contains(${Array.isArray(node.among) ? listed(node.among, { kind: 'catalogue', of: node.item.type }, to) : part(node.among)}, ${part(node.item)})`;
    case 'all': return `(${node.parts.map(part).join(' and ')})`;
    case 'any': return `(${node.parts.map(part).join(' or ')})`;
    case 'not': return `not(${part(node.part)})`;
    case 'known': return `${part(node.part)} != null`;
    case 'arithmetic': return `(${part(node.left)} ${node.by} ${part(node.right)})`;
    case 'years': return `years and months duration(${part(node.since)}, ${part(node.until)}).years`;
    case 'count': return `count(${node.list}${node.where ? `[${part(node.where)}]` : ''})`;
    case 'choose': return `if ${part(node.test)} then ${part(node.then)} else ${part(node.otherwise)}`;
  }
}

function listed(value: number | number[] | undefined, type: Type, to: Writing): string {
  if (value === undefined) return 'null';
  if (!Array.isArray(value)) return labelOf(value, type, to);
  return `[${value.map((each) => labelOf(each, type.kind === 'catalogue' ? type.of : type, to)).join(', ')}]`;
}

const literal = (text: string): string => `<text>${escaped(text)}</text>`;
const required = (kind: 'Decision' | 'Input', ids: readonly string[]): string =>
  [...new Set(ids)].map((id) => `<informationRequirement><required${kind} href="#${id}"/></informationRequirement>`).join('');

/** What a decision rests on: clauses it names, facts it asks. */
const requirements = (nodes: readonly Node[]): string =>
  required('Decision', nodes.flatMap((node) => [...walk(node)]).flatMap((node) => (node.op === 'clause' ? [`clause_${node.name}`] : [])))
  + required('Input', nodes.flatMap(factsIn).map((fact) => `fact_${fact}`));

/** A result as a decision table: a column for each condition it joins, one row that grants, one that leaves it to people. */
function table(name: string, result: Result, to: Writing): string {
  const conditions = result.when.op === 'all' ? result.when.parts : [result.when];
  const inputs = conditions.map((node, index) => `<input id="in_${name}_${index}"><inputExpression typeRef="boolean">${literal(feel(node, to))}</inputExpression></input>`).join('');
  const granted = result.qualification ?? result.service ?? name;
  const row = (id: string, entry: string, output: string): string =>
    `<rule id="${id}">${conditions.map((_, index) => `<inputEntry id="${id}_${index}">${literal(entry)}</inputEntry>`).join('')}<outputEntry id="${id}_out">${literal(output)}</outputEntry></rule>`;
  const rows = row(`yes_${name}`, 'true', `"${granted}"`) + row(`else_${name}`, '-', 'null');
  return `<decisionTable id="table_${name}" hitPolicy="FIRST">${inputs}<output id="out_${name}" typeRef="string"/>${rows}</decisionTable>`;
}

/** Values with an official text; the others are null, as where none is known. */
const settledOnly = (policy: Policy, asOf: string): Writing['parameters'] =>
  Object.fromEntries(Object.entries(parametersOn(policy, asOf)).map(([name, value]) => [name, policy.parameters[name]?.unverified ? undefined : value]));

/** A policy on a day as DMN 1.3 for readers with other tools: clauses as expressions, results as tables. DMN does not know what is missing; ours decides. Without `guesses`, 待核 values are null. */
export function dmnOf(policy: Policy, asOf: string, { guesses = true } = {}): string {
  const to: Writing = { policy, asOf, parameters: guesses ? parametersOn(policy, asOf) : settledOnly(policy, asOf) };
  const inputs = policy.facts.map((fact) =>
    `<inputData id="fact_${fact}" name="${fact}"><variable name="${fact}" typeRef="${typeNames[policy.dictionary.facts[fact]?.type.kind ?? 'boolean']}"/></inputData>`);
  const clauses = Object.entries(policy.rules).map(([name, node]) =>
    `<decision id="clause_${name}" name="${name}"><variable name="${name}" typeRef="boolean"/>${requirements([node])}<literalExpression>${literal(feel(node, to))}</literalExpression></decision>`);
  const results = Object.entries(policy.results).map(([name, result]) =>
    `<decision id="result_${name}" name="${name}"><variable name="${name}" typeRef="string"/>${requirements([result.when])}${table(name, result, to)}</decision>`);
  const body = [...inputs, ...clauses, ...results].join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="${policy.code}" name="${escaped(policy.title)}" namespace="urn:xinglin:policy:${policy.code}:${policy.version}">\n${body}\n</definitions>\n`;
}
