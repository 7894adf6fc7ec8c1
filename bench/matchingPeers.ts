import highs from 'highs';
import { BARRED, type PanelProblem } from '#matching/domain/panelProblem.ts';

const openHighs = highs as unknown as typeof highs.default;

/** What the general solver says of the same panels, and how long it took without loading; undefined past its time limit. */
export async function solveByHighs(problem: PanelProblem, mostSeconds: number): Promise<{ total: number; ms: number; processorMs: number } | undefined> {
  const solver = await openHighs();
  const { cases, reviewers, fit } = problem;
  const open = Int32Array.from(fit.keys().filter((pair) => fit[pair] !== BARRED));
  const rowUpper = Float64Array.from([...problem.demand, ...problem.mostLoad]);
  const rowLower = Float64Array.from([...problem.demand, ...problem.leastLoad]);
  const indices = Int32Array.from({ length: open.length * 2 }, (_, at) => {
    const pair = open[at >> 1] ?? 0;
    return at % 2 === 0 ? Math.floor(pair / reviewers) : cases + (pair % reviewers);
  });
  const processor = process.cpuUsage();
  const started = performance.now();
  const model = solver.createModel({
    numCols: open.length, numRows: cases + reviewers, sense: solver.constants.objectiveSense.maximize,
    colCost: Float64Array.from(open, (pair) => fit[pair] ?? 0), colLower: new Float64Array(open.length), colUpper: new Float64Array(open.length).fill(1), rowLower, rowUpper,
    matrix: { format: 'csc', numCols: open.length, numRows: cases + reviewers, starts: Int32Array.from({ length: open.length + 1 }, (_, at) => at * 2), indices, values: new Float64Array(open.length * 2).fill(1) },
  });
  try {
    model.options.set({ output_flag: false, time_limit: mostSeconds });
    model.run();
    const ms = performance.now() - started;
    const { user, system } = process.cpuUsage(processor);
    return ms < mostSeconds * 1000 ? { total: Math.round(model.getObjectiveValue()), ms, processorMs: (user + system) / 1000 } : undefined;
  } finally {
    model.dispose();
  }
}
