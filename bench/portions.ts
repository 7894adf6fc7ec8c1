/** What is left to decide, seen by all threads: `next` is where the next portion begins. */
export type Portions = { next: Int32Array<SharedArrayBuffer>; size: number };

/** People at a time: long enough to be worth the asking, short enough that a thread which is held up leaves work to the other. */
const portion = 1 << 18;

/** Takes portions until none is left. */
export function decidePortions(run: (from: number, until: number) => void, { next, size }: Portions): void {
  for (let from = Atomics.add(next, 0, portion); from < size; from = Atomics.add(next, 0, portion)) run(from, Math.min(size, from + portion));
}
