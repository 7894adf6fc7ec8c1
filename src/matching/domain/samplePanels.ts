import type { Limit } from './laminar.ts';
import { BARRED, type PanelProblem } from './panelProblem.ts';

/** A seeded stream of numbers in [0, 1) for measurements and tests; never for a draw that binds anybody. */
export function sampleNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What a sample round looks like: sizes, the share of barred pairs, how many fields of medicine shape the fits. */
export type SampleShape = { cases: number; reviewers: number; demand: number; barred: number; fields: number; slack: number; limits?: readonly Limit[] };

/** A round whose fits follow fields: a reviewer fits cases of his own field well, neighbours less, all with some noise. */
export function samplePanels(shape: SampleShape, seed: number): PanelProblem {
  const next = sampleNumbers(seed);
  const { cases, reviewers, fields } = shape;
  const fieldOf = () => Math.floor(next() ** 1.5 * fields);
  const caseField = Int32Array.from({ length: cases }, fieldOf);
  const reviewerField = Int32Array.from({ length: reviewers }, fieldOf);
  const fit = new Uint16Array(cases * reviewers);
  for (let index = 0; index < cases; index++) {
    for (let reviewer = 0; reviewer < reviewers; reviewer++) {
      const near = Math.max(0, 1 - Math.abs(caseField[index]! - reviewerField[reviewer]!) / 3);
      fit[index * reviewers + reviewer] = next() < shape.barred ? BARRED : Math.floor(650 * near + 350 * next());
    }
  }
  const mean = (cases * shape.demand) / reviewers;
  return {
    cases, reviewers, fit, demand: new Int32Array(cases).fill(shape.demand),
    leastLoad: new Int32Array(reviewers).fill(Math.floor(mean * 0.5)), mostLoad: new Int32Array(reviewers).fill(Math.ceil(mean * shape.slack)),
    ...(shape.limits ? { limits: shape.limits } : {}),
  };
}
