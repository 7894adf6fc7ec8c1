import { laminarTree, type LaminarTree, type Limit } from './laminar.ts';

/** The fit of a pair that must never be: a conflict of interest. Fits are whole numbers from 0 to 65534. */
export const BARRED = 65535;

/**
 * Who judges what. `fit` holds one row of reviewers per case. Each case needs `demand` reviewers; each reviewer takes
 * `leastLoad` to `mostLoad` cases; `limits` bind the panel of every case and must be nested or apart
 * (one of an institution at most, one external at least).
 */
export type PanelProblem = {
  cases: number;
  reviewers: number;
  fit: Uint16Array;
  demand: Int32Array;
  leastLoad: Int32Array;
  mostLoad: Int32Array;
  limits?: readonly Limit[];
};

/**
 * The nodes of a panel problem as a network: each case with its limits beneath it (in the order of `tree.limits`),
 * then the reviewers, then the sink. A limit that can never bind has no part in `tree`.
 */
export type PanelNodes = { tree: LaminarTree; limitIndex: readonly number[]; stride: number; reviewerNode: number; sink: number; count: number };

/** The node layout of a problem; undefined when its limits cross. */
export function panelNodes(problem: PanelProblem): PanelNodes | undefined {
  const given = problem.limits ?? [];
  const limitIndex = given.flatMap(({ members, atLeast, atMost }, index) => (atLeast > 0 || atMost < members.length ? [index] : []));
  const tree = laminarTree(problem.reviewers, limitIndex.map((index) => given[index]!));
  if (!tree) return undefined;
  const stride = 1 + tree.limits.length;
  const reviewerNode = problem.cases * stride;
  const sink = reviewerNode + problem.reviewers;
  return { tree, limitIndex, stride, reviewerNode, sink, count: sink + 1 };
}

/** The node of a case's limit; limit −1 is the case itself. */
export const limitNode = (nodes: PanelNodes, caseIndex: number, limit: number): number => caseIndex * nodes.stride + limit + 1;

/** The node a pair starts from: the reviewer's innermost limit under the case. */
export const tailNode = (nodes: PanelNodes, caseIndex: number, reviewer: number): number =>
  limitNode(nodes, caseIndex, nodes.tree.innermost[reviewer]!);
