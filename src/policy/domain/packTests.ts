import { decide } from './decide.ts';
import type { Decision } from './decide.ts';
import { expectedWords, verdictWords } from './keywords.ts';
import type { Amount, Policy, PolicyTest } from './model.ts';
import { moneyFen } from './values.ts';

export type TestOutcome = { name: string; passed: boolean; differences: string[] };

const fen = (written: unknown): number | null => (typeof written === 'string' ? (moneyFen(written) ?? NaN) : written === null ? null : Number(written));

function totalDiffers(written: unknown, total: Amount): boolean {
  const [sure, possible] = Array.isArray(written) ? written.map(fen) : [fen(written), fen(written)];
  return sure !== total.sure || possible !== total.possible;
}

/** How a decision differs from what a test expects, in the words of the file. */
export function differencesFrom(expected: PolicyTest['expected'], decision: Decision): string[] {
  return Object.entries(expected).flatMap(([name, value]) => {
    if (name === expectedWords.total) {
      const { sure, possible } = decision.total;
      return totalDiffers(value, decision.total) ? [`${name}: ${JSON.stringify(value)} ≠ [${sure}, ${possible}]`] : [];
    }
    if (name === expectedWords.missing) {
      return Object.entries(value as Record<string, string[]>).flatMap(([result, facts]) => {
        const missing = decision.results[result]?.missing ?? [];
        return [...facts].sort().join() === [...missing].sort().join() ? [] : [`${name} ${result}: ${facts.join('、')} ≠ ${missing.join('、')}`];
      });
    }
    const verdict = verdictWords[decision.results[name]?.verdict ?? 'unknown'];
    return verdict === value ? [] : [`${name}: ${String(value)} ≠ ${verdict}`];
  });
}

/** Runs the tests written in a policy file. */
export function runTests(policy: Policy): TestOutcome[] {
  return policy.tests.map((test) => {
    const differences = differencesFrom(test.expected, decide(policy, test.facts, test.asOf));
    return { name: test.name, passed: differences.length === 0, differences };
  });
}
