import { countOf, numberOf, truthOf } from '../evaluate.ts';
import type { Person } from '../evaluate.ts';
import { codeOf, highest, missingCode } from './plan.ts';
import type { Column, Plan } from './plan.ts';
import { mostPages } from './wasmCode.ts';

type Codes = Uint8Array | Uint16Array;
/** Bytes that can grow; growing may replace the buffer. */
type Memory = { buffer(): ArrayBufferLike; reserve(bytes: number): void; wasm?: WebAssembly.Memory };
const page = 65536;

/** Where a table lives: WebAssembly's memory, the same shared between threads, or plain bytes where there is no WebAssembly. */
export type Place = 'wasm' | 'shared' | 'plain';

/** A population in columns, all in one memory that both ways of running a plan read. People beyond the size are missing everywhere. */
export class Table {
  readonly size: number;
  readonly padded: number;
  private readonly memory: Memory;
  private readonly places = new Map<string, { offset: number; width: 1 | 2 }>();
  private results = { offset: 0, bytes: 0 };
  private end = 0;

  constructor(size: number, place: Place = typeof WebAssembly === 'undefined' ? 'plain' : 'wasm') {
    this.size = size;
    this.padded = Math.ceil(size / 64) * 64;
    this.memory = place === 'plain' ? plainMemory() : wasmMemory(place === 'shared');
  }

  /** The memory as WebAssembly's own, where it is that. */
  get wasm(): WebAssembly.Memory | undefined {
    return this.memory.wasm;
  }

  /** Whether other threads may read and write it. */
  get shared(): boolean {
    return typeof SharedArrayBuffer !== 'undefined' && this.memory.buffer() instanceof SharedArrayBuffer;
  }

  has(key: string): boolean {
    return this.places.has(key);
  }

  offsetOf(key: string): number {
    const place = this.places.get(key);
    if (!place) throw new Error(`no such column: ${key}`);
    return place.offset;
  }

  /** A column's codes; valid until the memory grows. */
  codes(key: string): Codes {
    const place = this.places.get(key);
    if (!place) throw new Error(`no such column: ${key}`);
    return place.width === 1 ? new Uint8Array(this.memory.buffer(), place.offset, this.padded) : new Uint16Array(this.memory.buffer(), place.offset, this.padded);
  }

  /** A fresh column in which everything is missing. */
  add({ key, width, kind }: Column): Codes {
    this.places.set(key, { offset: this.space(this.padded * width), width });
    return this.codes(key).fill(kind === 'derived' ? 1 : missingCode[width]);
  }

  /** Room for so many bytes at the end; returns where it begins. */
  space(bytes: number): number {
    const offset = this.end;
    this.end = Math.ceil((offset + bytes) / 64) * 64;
    this.memory.reserve(this.end);
    return offset;
  }

  /** Room for what a run gives; the next run that asks writes over it. */
  resultSpace(bytes: number): number {
    if (bytes > this.results.bytes) this.results = { offset: this.space(bytes), bytes };
    return this.results.offset;
  }

  get bytes(): number {
    return this.end;
  }
}

function wasmMemory(shared: boolean): Memory {
  const wasm = new WebAssembly.Memory({ initial: 1, maximum: mostPages, shared });
  const reserve = (bytes: number): void => {
    const short = bytes - wasm.buffer.byteLength;
    if (short > 0) wasm.grow(Math.ceil(short / page));
  };
  return { buffer: () => wasm.buffer, reserve, wasm };
}

function plainMemory(): Memory {
  let buffer = new ArrayBuffer(page);
  const reserve = (bytes: number): void => {
    if (bytes <= buffer.byteLength) return;
    const larger = new ArrayBuffer(Math.max(bytes, buffer.byteLength * 2));
    new Uint8Array(larger).set(new Uint8Array(buffer));
    buffer = larger;
  };
  return { buffer: () => buffer, reserve };
}

/** Writes people into the columns of a plan that the table does not have yet. */
export function fill(table: Table, plan: Plan, people: (index: number) => Person): void {
  const fresh = plan.columns.filter(({ key }) => !table.has(key));
  fresh.forEach((column) => table.add(column));
  const writers = fresh.map((column) => writerOf(column, table.codes(column.key)));
  if (writers.length === 0) return;
  for (let index = 0; index < table.size; index += 1) {
    const person = people(index);
    for (const write of writers) write(index, person);
  }
}

function writerOf(column: Column, codes: Codes): (index: number, person: Person) => void {
  const { node } = column;
  if (column.kind === 'derived') return (index, person) => void (codes[index] = truthOf(node, person));
  if (column.kind === 'least' || column.kind === 'most') return (index, person) => void (codes[index] = Math.min(countOf(column.node, person)[column.kind], highest[2]));
  const read = column.kind === 'fact' ? ({ values }: Person) => values[column.fact] : (person: Person) => numberOf(node, person);
  return (index, person) => {
    const value = read(person);
    if (typeof value === 'number') codes[index] = codeOf(value, node);
  };
}
