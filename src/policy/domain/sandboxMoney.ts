import { amountOf, amountOfResult, compose, type Span } from './amounts.ts';
import { decide } from './decide.ts';
import { parametersOn, type Person, type Truth } from './evaluate.ts';
import { compositionQuestion, questionsOf, rowQuestion, type Crowd } from './sandboxCrowd.ts';
import type { Amount, Node, Policy, Result } from './model.ts';
import type { Signatures } from './signatures.ts';
import { walk } from './walk.ts';

export const noMoney: Span = { sure: 0, possible: 0 };
export const plus = (one: Span, other: Span): Span => ({ sure: one.sure + other.sure, possible: one.possible + other.possible });
export const times = ({ sure, possible }: Span, count: number): Span => (count === 0 ? noMoney : { sure: sure * count, possible: possible * count });
export const moneyShown = (span: Span): Amount => amountOf(span);

/** The expressions that are amounts themselves. */
const amountsIn = (policy: Policy): Node[] => [
  ...Object.values(policy.results).flatMap(({ amount, table }) => [amount, ...(table?.rows ?? []).map((row) => row.amount)]),
  ...Object.values(policy.composition).flatMap(({ cap, received }) => [cap, received]),
].filter((node) => node !== undefined);

/** Whether a policy pays by verdicts and parameters alone; otherwise an amount is worked out for each person, as where what was received before counts. */
export const paysByVerdicts = (policy: Policy): boolean =>
  !amountsIn(policy).some((amount) => [...walk(amount)].some(({ op }) => op === 'fact' || op === 'count' || op === 'asOf' || op === 'clause'));

/** Whether any amount still lacks an official text. */
export const paysUnverified = (policy: Policy): boolean => Object.values(policy.results).some(({ amount, table, unsettled }) => (amount || table) && unsettled.length > 0);

const asked = (name: string, node: Node): Node => ({ op: 'clause', name, type: node.type, span: node.span });

/** The same result with its conditions replaced by questions already answered. */
const answeredResult = (name: string, result: Result): Result => ({
  ...result, ...(result.table ? { table: { ...result.table, rows: result.table.rows.map((row, at) => ({ ...row, when: asked(rowQuestion(name, at), row.when) })) } } : {}),
});

/** What a policy pays on a day to somebody of a signature; worked out once each. */
export function moneyOfSignature(policy: Policy, asOf: string, signatures: Signatures): (row: number) => Span {
  const names = questionsOf(policy).map(({ name }) => name);
  const results = Object.entries(policy.results).map(([name, result]) => ({ name, result: answeredResult(name, result) }));
  const compositions = Object.fromEntries(Object.entries(policy.composition).map(([name, each]) => [name, each.when ? { ...each, when: asked(compositionQuestion(name), each.when) } : each]));
  const paid: (Span | undefined)[] = [];
  return (row) => (paid[row] ??= (() => {
    const known = new Map(signatures.verdictsOf(row).map((truth, at): [string, Truth] => [names[at] as string, truth]));
    const person: Person = { values: {}, asOf: 0, parameters: parametersOn(policy, asOf), rules: {}, known, item: undefined };
    const spans = results.flatMap(({ name, result }) => {
      const span = amountOfResult(result, known.get(name) ?? 0, person);
      return span ? [{ group: result.group, span }] : [];
    });
    return [...compose(compositions, spans, person).values()].reduce(plus, noMoney);
  })());
}

/** What a policy pays one person, where facts of the person are part of the amount. */
export function moneyOfPerson(policy: Policy, crowd: Crowd, asOf: string): (index: number) => Span {
  return (index) => {
    const { sure, possible } = decide(policy, crowd.factsOf(index), asOf).total;
    return { sure, possible: possible ?? Infinity };
  };
}
