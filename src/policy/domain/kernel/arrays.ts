import type { Outcome } from './outcome.ts';
import { missingCode } from './plan.ts';
import type { Plan, Step } from './plan.ts';
import type { Table } from './table.ts';

const block = 4096;
type Codes = Uint8Array | Uint16Array;

function range(into: Uint8Array, codes: Codes, start: number, missing: number, { from, to }: { from: number; to: number }): void {
  for (let index = 0; index < into.length; index += 1) {
    const code = codes[start + index] as number;
    into[index] = code === missing ? 1 : code >= from && code <= to ? 2 : 0;
  }
}

function combine(into: Uint8Array, left: Uint8Array, right: Uint8Array, least: boolean): void {
  for (let index = 0; index < into.length; index += 1) {
    const [one, other] = [left[index] as number, right[index] as number];
    into[index] = one < other === least ? one : other;
  }
}

function run(step: Step, into: Uint8Array, buffers: Uint8Array[], codes: Codes[], start: number): void {
  const at = (index: number): Uint8Array => (buffers[index] as Uint8Array).subarray(0, into.length);
  switch (step.op) {
    case 'constant': into.fill(step.value); break;
    case 'range': range(into, codes[step.column] as Codes, start, missingOf(codes[step.column] as Codes), step); break;
    case 'known': {
      const column = codes[step.column] as Codes;
      const missing = missingOf(column);
      for (let index = 0; index < into.length; index += 1) into[index] = column[start + index] === missing ? 0 : 2;
      break;
    }
    case 'derived': into.set((codes[step.column] as Uint8Array).subarray(start, start + into.length)); break;
    case 'not': {
      const of = at(step.of);
      for (let index = 0; index < into.length; index += 1) into[index] = 2 - (of[index] as number);
      break;
    }
    default: combine(into, at(step.left), at(step.right), step.op === 'least');
  }
}

const missingOf = (codes: Codes): number => missingCode[codes.BYTES_PER_ELEMENT as 1 | 2];

function collect(from: Uint8Array, { yes, unknown }: Outcome, start: number): void {
  for (let index = 0; index < from.length; index += 8) {
    let sure = 0;
    let open = 0;
    for (let bit = 0; bit < 8; bit += 1) {
      const verdict = from[index + bit] as number;
      sure |= (verdict >> 1) << bit;
      open |= (verdict & 1) << bit;
    }
    yes[(start + index) >> 3] = sure;
    unknown[(start + index) >> 3] = open;
  }
}

/** Runs a plan with plain typed arrays, block by block: the same plan where WebAssembly is not to be had. */
export function runWithArrays(plan: Plan, table: Table): Outcome[] {
  const codes = plan.columns.map(({ key }) => table.codes(key));
  const buffers = plan.steps.map(() => new Uint8Array(block));
  const outcomes = plan.results.map(({ name }): Outcome => ({ name, yes: new Uint8Array(table.padded / 8), unknown: new Uint8Array(table.padded / 8) }));
  for (let start = 0; start < table.padded; start += block) {
    const length = Math.min(block, table.padded - start);
    plan.steps.forEach((step, index) => run(step, (buffers[index] as Uint8Array).subarray(0, length), buffers, codes, start));
    plan.results.forEach(({ step }, index) => collect((buffers[step] as Uint8Array).subarray(0, length), outcomes[index] as Outcome, start));
  }
  return outcomes;
}
