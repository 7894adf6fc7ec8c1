import { no, type Refusal } from '#platform/domain/answer.ts';
import type { DrawInput } from './draw.ts';
import { firstPanel, panelRulesOf } from './panelRules.ts';

/** Why a draw may not be published as it stands; undefined when it may. */
export function problemIn(input: DrawInput): Refusal | undefined {
  if (!input.draw || !input.external.trim() || input.seats < 1 || input.substitutes < 0) return no('drawInputEmpty');
  const double = firstDouble([...input.pool, ...input.recused].map(({ id }) => id));
  if (double !== undefined) return no('drawInputDouble', { params: { id: double } });
  if (input.parties.length < 3 || firstDouble(input.parties) !== undefined) return no('drawInputParties', { params: { needed: 3 } });
  const rules = panelRulesOf(input);
  if (!rules) return no('drawInputGroups');
  if (firstPanel(rules, input.pool.map((_, index) => index))) return undefined;
  return no('drawImpossible', { params: { seats: input.seats, pool: input.pool.length } });
}

function firstDouble(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => seen.size === seen.add(name).size);
}
