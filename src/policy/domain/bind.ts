import { dayNumber, realDay } from './calendar.ts';
import { flipped, parametersOn } from './evaluate.ts';
import type { Comparison, Node, Policy } from './model.ts';

type Constants = { asOf: number; parameters: ReturnType<typeof parametersOn>; policy: Policy; rules: Map<string, Node> };
/** Beyond so many years the day would leave the calendar. */
const farthestYears = 200;
const boolean = { kind: 'boolean' } as const;

/**
 * A policy's expressions fixed to a day: clauses put in place, parameters and the day turned into constants, and completed
 * years compared with a number turned into a comparison of dates, so that a population can be decided by columns.
 */
export function bindTo(policy: Policy, asOf: string, parameters: Partial<ReturnType<typeof parametersOn>> = {}): (node: Node) => Node {
  const day = dayNumber(asOf);
  if (day === undefined) throw new Error(`no such day: ${asOf}`);
  const constants: Constants = { asOf: day, parameters: { ...parametersOn(policy, asOf), ...parameters }, policy, rules: new Map() };
  return (node) => bound(node, constants);
}

function bound(node: Node, to: Constants): Node {
  const { span, type } = node;
  switch (node.op) {
    case 'asOf': return { op: 'constant', value: to.asOf, type, span };
    case 'parameter': return { op: 'constant', value: to.parameters[node.name] as number | undefined, type, span };
    case 'clause': return rule(node.name, to);
    case 'all':
    case 'any': return { ...node, parts: node.parts.map((part) => bound(part, to)) };
    case 'not':
    case 'known': return { ...node, part: bound(node.part, to) };
    case 'choose': return { ...node, test: bound(node.test, to), then: bound(node.then, to), otherwise: bound(node.otherwise, to) };
    case 'compare': return dated({ ...node, left: bound(node.left, to), right: bound(node.right, to) });
    case 'arithmetic': return { ...node, left: bound(node.left, to), right: bound(node.right, to) };
    case 'years': return { ...node, since: bound(node.since, to), until: bound(node.until, to) };
    case 'count': return node.where ? { ...node, where: bound(node.where, to) } : node;
    case 'oneOf': return { ...node, item: bound(node.item, to), among: catalogue(node.among, to) };
    default: return node;
  }
}

function rule(name: string, to: Constants): Node {
  const kept = to.rules.get(name);
  if (kept) return kept;
  const node = bound(to.policy.rules[name] as Node, to);
  to.rules.set(name, node);
  return node;
}

/** A catalogue's values; one without value stays a constant that nobody knows. */
function catalogue(among: Node | number[], to: Constants): Node | number[] {
  if (Array.isArray(among) || among.op !== 'parameter') return among;
  const values = to.parameters[among.name];
  return Array.isArray(values) ? values : { op: 'constant', value: undefined, type: among.type, span: among.span };
}

function dated(node: Node & { op: 'compare' }): Node {
  const turned = node.left.op === 'constant' && node.right.op === 'years';
  const years = turned ? node.right : node.left;
  const number = turned ? node.left : node.right;
  if (years.op !== 'years' || number.op !== 'constant' || number.value === undefined) return node;
  if (years.until.op !== 'constant' || years.until.value === undefined || years.since.op === 'constant') return node;
  if (Math.abs(number.value) > farthestYears) return node;
  return yearsAsDates(turned ? flipped[node.by] : node.by, number.value, years.since, years.until.value, node);
}

function yearsAsDates(by: Comparison, count: number, since: Node, until: number, { span }: Node): Node {
  const constant = (years: number): Node => ({ op: 'constant', value: realDay(until - years * 10000), type: { kind: 'date' }, span });
  const compare = (sign: '<=' | '>', years: number): Node => ({ op: 'compare', by: sign, left: since, right: constant(years), type: boolean, span });
  switch (by) {
    case '>=': return compare('<=', count);
    case '>': return compare('<=', count + 1);
    case '<': return compare('>', count);
    case '<=': return compare('>', count + 1);
    case '=': return { op: 'all', parts: [compare('<=', count), compare('>', count + 1)], type: boolean, span };
    case '!=': return { op: 'any', parts: [compare('>', count), compare('<=', count + 1)], type: boolean, span };
  }
}
