import { addDays, serialDay } from '../calendar.ts';
import { flipped } from '../evaluate.ts';
import type { Comparison, Node } from '../model.ts';

/**
 * A column of a population: a fact in bytes or half words, a number or an end of a count worked out from facts, or a verdict worked out
 * beforehand. The greatest code means missing. Bounds stay out of all but verdicts, so that another threshold reads the same column.
 */
export type Column = { key: string; width: 1 | 2 } & (
  | { kind: 'fact'; fact: string; node: Node }
  | { kind: 'number' | 'derived'; node: Node }
  | { kind: 'least' | 'most'; node: Node & { op: 'count' } }
);

/** One step of a plan; its value is a byte a person: 0 no, 1 unknown, 2 yes. Operands are earlier steps. */
export type Step =
  | { op: 'constant'; value: number }
  | { op: 'range'; column: number; from: number; to: number }
  | { op: 'known'; column: number }
  | { op: 'derived'; column: number }
  | { op: 'least' | 'greatest'; left: number; right: number }
  | { op: 'not'; of: number };

/** What to do with each person of a population: shared steps, and the step that holds each result. */
export type Plan = { columns: Column[]; steps: Step[]; results: { name: string; step: number }[] };

export const missingCode = { 1: 255, 2: 65535 } as const;
export const highest = { 1: 254, 2: 65534 } as const;

/** How a value is written in its column; numbers keep their order, and beyond the ends stick to them. */
export function codeOf(value: number, node: Node): number {
  const clamp = (code: number): number => Math.max(0, Math.min(highest[2], code));
  if (node.type.kind === 'integer') return clamp(value + 1);
  return node.type.kind === 'date' ? clamp(serialDay(value)) : value;
}

const widthOf = (node: Node): 1 | 2 => (node.type.kind === 'boolean' || node.type.kind === 'enumeration' ? 1 : 2);

/** Builds a plan; equal steps are made once. */
class Planner {
  readonly columns: Column[] = [];
  readonly steps: Step[] = [];
  private readonly made = new Map<string, number>();

  step(step: Step): number {
    const key = JSON.stringify(step);
    const before = this.made.get(key);
    if (before !== undefined) return before;
    this.made.set(key, this.steps.length);
    return this.steps.push(step) - 1;
  }

  column(column: Column): number {
    const before = this.columns.findIndex(({ key }) => key === column.key);
    return before >= 0 ? before : this.columns.push(column) - 1;
  }

  verdict(node: Node): number {
    switch (node.op) {
      case 'all': return this.fold('least', 2, node.parts);
      case 'any': return this.fold('greatest', 0, node.parts);
      case 'not': return this.step({ op: 'not', of: this.verdict(node.part) });
      case 'choose': return this.choice(node);
      case 'constant': return this.step({ op: 'constant', value: node.value === undefined ? 1 : node.value * 2 });
      case 'fact': return this.range(node, 1, 1);
      case 'known': return node.part.op === 'fact' ? this.step({ op: 'known', column: this.factColumn(node.part) }) : this.derived(node);
      case 'compare': return this.comparison(node);
      case 'oneOf': return this.membership(node);
      default: return this.derived(node);
    }
  }

  private fold(op: 'least' | 'greatest', empty: number, parts: Node[]): number {
    const steps = parts.map((part) => this.verdict(part));
    return steps.length === 0 ? this.step({ op: 'constant', value: empty }) : steps.reduce((left, right) => this.pair(op, left, right));
  }

  private pair(op: 'least' | 'greatest', left: number, right: number): number {
    return left === right ? left : this.step({ op, left: Math.min(left, right), right: Math.max(left, right) });
  }

  /** (test and then) or (not test and otherwise) or (then and otherwise): unknown tests do not hide what both agree on. */
  private choice({ test, then, otherwise }: Node & { op: 'choose' }): number {
    const [condition, one, other] = [this.verdict(test), this.verdict(then), this.verdict(otherwise)];
    const taken = this.pair('least', condition, one);
    const left = this.pair('least', this.step({ op: 'not', of: condition }), other);
    return this.pair('greatest', this.pair('greatest', taken, left), this.pair('least', one, other));
  }

  private factColumn(node: Node & { op: 'fact' }): number {
    return this.column({ key: node.name, width: widthOf(node), kind: 'fact', fact: node.name, node });
  }

  private numberColumn(node: Node): number {
    return this.column({ key: `number ${keyOf(node)}`, width: 2, kind: 'number', node });
  }

  private range(node: Node & { op: 'fact' }, from: number, to: number): number {
    return this.within(this.factColumn(node), from, to);
  }

  private within(column: number, from: number, to: number): number {
    const none = missingCode[this.columns[column]?.width ?? 1];
    return this.step(from > to ? { op: 'range', column, from: none, to: none } : { op: 'range', column, from, to });
  }

  private derived(node: Node): number {
    return this.step({ op: 'derived', column: this.column({ key: keyOf(node), width: 1, kind: 'derived', node }) });
  }

  private comparison(node: Node & { op: 'compare' }): number {
    const turned = node.left.op === 'constant';
    const [left, right, by] = turned ? [node.right, node.left, flipped[node.by]] : [node.left, node.right, node.by];
    if (right.op !== 'constant' || right.value === undefined || left.op === 'constant') return this.derived(node);
    if (left.op === 'count') return right.value >= 0 && right.value < highest[2] ? this.counted(left, by, right.value) : this.derived(node);
    const ranked = left.type.kind === 'enumeration' || left.type.kind === 'boolean';
    const code = codeOf(right.value, left);
    if (ranked ? left.op !== 'fact' : !exact(right.value, left, code)) return this.derived(node);
    return this.ordered(left.op === 'fact' ? this.factColumn(left) : this.numberColumn(left), by, code);
  }

  private ordered(column: number, by: Comparison, code: number): number {
    const last = highest[this.columns[column]?.width ?? 1];
    switch (by) {
      case '<': return this.within(column, 0, code - 1);
      case '<=': return this.within(column, 0, code);
      case '>': return this.within(column, code + 1, last);
      case '>=': return this.within(column, code, last);
      case '=': return this.within(column, code, code);
      case '!=': return this.step({ op: 'not', of: this.within(column, code, code) });
    }
  }

  /** A count lies between two ends: sure when the lower one says so, impossible when the upper one does. */
  private counted(node: Node & { op: 'count' }, by: Comparison, bound: number): number {
    const [least, most] = (['least', 'most'] as const).map((kind) => this.column({ key: `${kind} ${keyOf(node)}`, width: 2, kind, node })) as [number, number];
    const atLeast = (many: number): number => this.settled(this.within(least, many, highest[2]), this.within(most, 0, many - 1));
    const not = (of: number): number => this.step({ op: 'not', of });
    switch (by) {
      case '>=': return atLeast(bound);
      case '>': return atLeast(bound + 1);
      case '<': return not(atLeast(bound));
      case '<=': return not(atLeast(bound + 1));
      case '=': return this.exactly(least, most, bound);
      case '!=': return not(this.exactly(least, most, bound));
    }
  }

  private exactly(least: number, most: number, bound: number): number {
    const never = this.pair('greatest', this.within(least, bound + 1, highest[2]), this.within(most, 0, bound - 1));
    return this.settled(this.pair('least', this.within(least, bound, bound), this.within(most, bound, bound)), never);
  }

  /** Yes where it is sure, no where it can never be, else unknown. */
  private settled(sure: number, never: number): number {
    const open = this.pair('least', this.step({ op: 'not', of: never }), this.step({ op: 'constant', value: 1 }));
    return this.pair('greatest', sure, open);
  }

  private membership(node: Node & { op: 'oneOf' }): number {
    const { item, among } = node;
    if (item.op !== 'fact' || !Array.isArray(among)) return this.derived(node);
    const codes = [...new Set(among.map((value) => codeOf(value, item)))].sort((a, b) => a - b);
    const sure = item.type.kind === 'enumeration' || item.type.kind === 'boolean' || among.every((value) => exact(value, item, codeOf(value, item)));
    if (!sure || codes.length === 0) return this.derived(node);
    const runs = codes.filter((code) => !codes.includes(code - 1)).map((from) => {
      let to = from;
      while (codes.includes(to + 1)) to += 1;
      return this.range(item, from, to);
    });
    return runs.reduce((left, right) => this.pair('greatest', left, right));
  }
}

/** An expression by what it says, wherever it was written. */
export const keyOf = (node: Node): string => JSON.stringify(node, (name, value: unknown) => (name === 'span' ? undefined : value));

/** Whether a bound stands clear of the ends, where values stick together. */
function exact(value: number, node: Node, code: number): boolean {
  if (code <= 0 || code >= highest[2]) return false;
  return node.type.kind === 'integer' ? code === value + 1 : addDays(19000101, code) === value;
}

/** A plan that decides conditions, already bound to a day, over a population. */
export function planOf(conditions: readonly { name: string; node: Node }[]): Plan {
  const planner = new Planner();
  const results = conditions.map(({ name, node }) => ({ name, step: planner.verdict(node) }));
  return { columns: planner.columns, steps: planner.steps, results };
}
