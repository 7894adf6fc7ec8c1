/** Four gigabytes in pages, all that WebAssembly can address. */
export const mostPages = 65536;

/** Instructions of WebAssembly's SIMD by what they do here; 8 and 16 are the lane widths in bits. */
export const simd = {
  load: 0x00, constant: 0x0c, equal8: 0x23, atMost8: 0x2a, equal16: 0x2d, atMost16: 0x34, and: 0x4e, choose: 0x52, bitmask8: 0x64, narrow16: 0x65,
  subtract8: 0x71, least8: 0x77, greatest8: 0x79, subtract16: 0x91, not: 0x4d,
} as const;

/** Plain instructions. */
export const code = {
  loop: 0x03, end: 0x0b, branchIf: 0x0d, localGet: 0x20, localSet: 0x21, localTee: 0x22, i32Constant: 0x41, i32Less: 0x49, i32Add: 0x6a, i32ShiftLeft: 0x74, i32ShiftRight: 0x76,
  i32Store16: 0x3b, empty: 0x40, i32: 0x7f, v128: 0x7b, functionType: 0x60,
} as const;

/** An unsigned number in the module's variable-length form. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value >>> 0;
  do {
    bytes.push((rest & 127) | (rest > 127 ? 128 : 0));
    rest >>>= 7;
  } while (rest > 0);
  return bytes;
}

export const vector = (items: number[][]): number[] => [...unsigned(items.length), ...items.flat()];
export const section = (id: number, bytes: number[]): number[] => [id, ...unsigned(bytes.length), ...bytes];
export const vectorOp = (op: number): number[] => [0xfd, ...unsigned(op)];
export const splat8 = (value: number): number[] => [...vectorOp(simd.constant), ...Array.from({ length: 16 }, () => value & 255)];
export const splat16 = (value: number): number[] => [...vectorOp(simd.constant), ...Array.from({ length: 16 }, (_, index) => (value >> (index % 2 ? 8 : 0)) & 255)];
export const localGet = (local: number): number[] => [code.localGet, ...unsigned(local)];
export const localTee = (local: number): number[] => [code.localTee, ...unsigned(local)];

/** The limits of an imported memory: at least a page; a shared one must name its most. */
const limits = (shared: boolean): number[] => (shared ? [0x03, ...unsigned(1), ...unsigned(mostPages)] : [0x00, ...unsigned(1)]);

/** A module with one function f(from, to) over an imported memory. */
export function moduleOf(vectorLocals: number, body: number[], shared: boolean): Uint8Array<ArrayBuffer> {
  const locals = vector([[...unsigned(3), code.i32], [...unsigned(vectorLocals), code.v128]]);
  const whole = [...locals, ...body, code.end];
  const name = (text: string): number[] => [text.length, ...new TextEncoder().encode(text)];
  return Uint8Array.from([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, vector([[code.functionType, ...vector([[code.i32], [code.i32]]), ...vector([])]])),
    ...section(2, vector([[...name('p'), ...name('m'), 0x02, ...limits(shared)]])),
    ...section(3, vector([[0]])), ...section(7, vector([[...name('f'), 0x00, 0]])), ...section(10, vector([[...unsigned(whole.length), ...whole]])),
  ]);
}
