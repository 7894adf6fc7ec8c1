import type { Outcome } from './outcome.ts';
import type { Plan } from './plan.ts';
import { missingCode } from './plan.ts';
import type { Table } from './table.ts';
import { code, localGet, localTee, moduleOf, simd, splat16, splat8, unsigned, vectorOp } from './wasmCode.ts';

const [to, person, twice, eighth, firstVector] = [1, 2, 3, 4, 5];

/** Emits, for sixteen people at a time, the steps of a plan; what is used again stays in a local. */
class Emitter {
  private readonly plan: Plan;
  private readonly table: Table;
  private readonly kept = new Map<string, number>();
  private readonly uses: number[];
  private locals = 0;

  constructor(plan: Plan, table: Table) {
    this.plan = plan;
    this.table = table;
    this.uses = plan.steps.map(() => 0);
    const count = (index: number): void => void ((this.uses[index] as number) += 1);
    for (const step of plan.steps) {
      if (step.op === 'not') count(step.of);
      if (step.op === 'least' || step.op === 'greatest') [step.left, step.right].forEach(count);
    }
    plan.results.forEach(({ step }) => [count, count].forEach((each) => each(step)));
  }

  get vectorLocals(): number {
    return this.locals;
  }

  /** Pushes a step's sixteen verdicts. */
  step(index: number): number[] {
    const once = (this.uses[index] ?? 0) < 2;
    return once ? this.fresh(index) : this.keep(`step ${index}`, () => this.fresh(index));
  }

  private keep(key: string, emit: () => number[]): number[] {
    const before = this.kept.get(key);
    if (before !== undefined) return localGet(before);
    const bytes = emit();
    const local = firstVector + this.locals;
    this.locals += 1;
    this.kept.set(key, local);
    return [...bytes, ...localTee(local)];
  }

  private fresh(index: number): number[] {
    const step = this.plan.steps[index] as Plan['steps'][number];
    switch (step.op) {
      case 'constant': return splat8(step.value);
      case 'range': return [...splat8(1), ...this.inside(step), ...splat8(2), ...vectorOp(simd.and), ...this.missing(step.column), ...vectorOp(simd.choose)];
      case 'known': return [...this.missing(step.column), ...vectorOp(simd.not), ...splat8(2), ...vectorOp(simd.and)];
      case 'derived': return this.load(step.column, 0);
      case 'not': return [...splat8(2), ...this.step(step.of), ...vectorOp(simd.subtract8)];
      default: return [...this.step(step.left), ...this.step(step.right), ...vectorOp(step.op === 'least' ? simd.least8 : simd.greatest8)];
    }
  }

  private load(column: number, half: number): number[] {
    const { key, width } = this.plan.columns[column] as Plan['columns'][number];
    return this.keep(`load ${column} ${half}`, () => [
      ...localGet(width === 2 ? twice : person), ...vectorOp(simd.load), 4, ...unsigned(this.table.offsetOf(key) + half * 16),
    ]);
  }

  /** One comparison over a column of either width, as a mask of sixteen bytes. */
  private mask(column: number, narrow: number[], wide: number[]): number[] {
    if (this.plan.columns[column]?.width === 1) return [...this.load(column, 0), ...narrow];
    return [...this.load(column, 0), ...wide, ...this.load(column, 1), ...wide, ...vectorOp(simd.narrow16)];
  }

  private missing(column: number): number[] {
    return this.keep(`missing ${column}`, () =>
      this.mask(column, [...splat8(missingCode[1]), ...vectorOp(simd.equal8)], [...splat16(missingCode[2]), ...vectorOp(simd.equal16)]));
  }

  /** from ≤ code ≤ end, as one unsigned comparison of code − from. */
  private inside({ column, from, to: end }: { column: number; from: number; to: number }): number[] {
    const narrow = [...splat8(from), ...vectorOp(simd.subtract8), ...splat8(end - from), ...vectorOp(simd.atMost8)];
    const wide = [...splat16(from), ...vectorOp(simd.subtract16), ...splat16(end - from), ...vectorOp(simd.atMost16)];
    return this.mask(column, narrow, wide);
  }
}

const setPlaces = [
  ...localGet(person), code.i32Constant, 1, code.i32ShiftLeft, code.localSet, twice,
  ...localGet(person), code.i32Constant, 3, code.i32ShiftRight, code.localSet, eighth,
];
const nextSixteen = [...localGet(person), code.i32Constant, 16, code.i32Add, ...localTee(person), ...localGet(to), code.i32Less, code.branchIf, 0];

function compile(plan: Plan, table: Table, outputs: number): Uint8Array<ArrayBuffer> {
  const emitter = new Emitter(plan, table);
  const bitmap = table.padded / 8;
  const stores = plan.results.flatMap(({ step }, index) => [2, 1].flatMap((verdict, part) => [
    ...localGet(eighth), ...emitter.step(step), ...splat8(verdict), ...vectorOp(simd.equal8), ...vectorOp(simd.bitmask8),
    code.i32Store16, 1, ...unsigned(outputs + (index * 2 + part) * bitmap),
  ]));
  const body = [...localGet(0), code.localSet, person, code.loop, code.empty, ...setPlaces, ...stores, ...nextSixteen, code.end];
  return moduleOf(emitter.vectorLocals, body, table.shared);
}

/** A plan compiled for a table: what a run gave stands until the next run over the table. */
export type Kernel = { module: WebAssembly.Module; memory: WebAssembly.Memory; outcomes(): Outcome[] };

/** Compiles a plan over a table's memory; any thread that has the module and the memory can run a part of it. */
export function compileKernel(plan: Plan, table: Table): Kernel {
  const memory = table.wasm;
  if (!memory) throw new Error('this table is not in WebAssembly memory');
  const bitmap = table.padded / 8;
  const outputs = table.resultSpace(plan.results.length * 2 * bitmap);
  const module = new WebAssembly.Module(compile(plan, table, outputs));
  const bits = (part: number): Uint8Array => new Uint8Array(memory.buffer, outputs + part * bitmap, bitmap);
  return { module, memory, outcomes: () => plan.results.map(({ name }, index) => ({ name, yes: bits(index * 2), unknown: bits(index * 2 + 1) })) };
}

/** A compiled plan as a function over a range of people. */
export function runnerOf({ module, memory }: Pick<Kernel, 'module' | 'memory'>): (from: number, until: number) => void {
  const run = new WebAssembly.Instance(module, { p: { m: memory } }).exports.f as (from: number, until: number) => void;
  return (from, until) => void (until > from && run(from, until));
}

/** A plan made into WebAssembly over a table's memory; running it again after the columns changed is cheap. */
export function wasmKernel(plan: Plan, table: Table): () => Outcome[] {
  const kernel = compileKernel(plan, table);
  const run = runnerOf(kernel);
  return () => {
    run(0, table.padded);
    return kernel.outcomes();
  };
}
