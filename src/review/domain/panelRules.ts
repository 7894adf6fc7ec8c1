import { canComplete, laminarTree, type LaminarTree } from '#matching/domain/laminar.ts';
import type { DrawInput } from './draw.ts';

/** A draw's rules with members as indexes into the pool. */
export type PanelRules = { seats: number; tree: LaminarTree; apart: readonly ReadonlySet<number>[]; indexOf: ReadonlyMap<string, number> };

const MOST_STEPS = 20_000;

/** The rules of a draw; undefined when its groups cross, so that no order of giving seats would be fair to all. */
export function panelRulesOf(input: DrawInput): PanelRules | undefined {
  const indexOf = new Map(input.pool.map(({ id }, index) => [id, index]));
  const limits = input.limits.map(({ group, atLeast, atMost }) => ({
    members: input.pool.flatMap(({ groups }, index) => (groups.includes(group) ? [index] : [])), atLeast, atMost,
  }));
  const tree = laminarTree(input.pool.length, limits);
  if (!tree) return undefined;
  const apart = input.pool.map(() => new Set<number>());
  for (const [one, other] of input.apart) {
    const first = indexOf.get(one);
    const second = indexOf.get(other);
    if (first === undefined || second === undefined) continue;
    apart[first]!.add(second);
    apart[second]!.add(first);
  }
  return { seats: input.seats, tree, apart, indexOf };
}

/** The first panel in the drawn order that keeps every limit; `seated` already sit. Undefined when there is none. */
export function firstPanel(rules: PanelRules, order: readonly number[], seated: readonly number[] = []): number[] | undefined {
  let steps = 0;
  const visit = (at: number, chosen: readonly number[]): readonly number[] | undefined => {
    const open = order.slice(at).filter((member) => mayJoin(rules, chosen, member));
    if (steps++ > MOST_STEPS || !canComplete(rules.tree, rules.seats, chosen, open)) return undefined;
    if (chosen.length === rules.seats) return chosen;
    const next = order[at]!;
    return (mayJoin(rules, chosen, next) ? visit(at + 1, [...chosen, next]) : undefined) ?? visit(at + 1, chosen);
  };
  return visit(0, seated)?.slice();
}

/** Whether nobody in the panel must sit apart from this one, and this one does not sit there yet. */
export const mayJoin = (rules: PanelRules, panel: readonly number[], member: number): boolean =>
  !panel.some((seated) => seated === member || rules.apart[member]!.has(seated));

/** Whether this one could take the seat of at least one member with every limit kept. */
export const canReplaceSomeone = (rules: PanelRules, panel: readonly number[], member: number): boolean =>
  panel.some((leaving) => firstPanel(rules, [member], panel.filter((seated) => seated !== leaving)) !== undefined);
