import { compositionKeys, compositionWords, packWords, pickWords, resultWords, rowWords, tableWords } from './keywords.ts';
import { readAmount, readBasis, readExpression } from './loading.ts';
import type { Loading } from './loading.ts';
import type { AmountRow, Composition, Node, Result } from './model.ts';
import type { PolicyText } from './schema.ts';

type ResultText = PolicyText['results'][string];
type CompositionText = NonNullable<PolicyText['composition']>[string];

function readRows(loading: Loading, path: readonly string[], table: NonNullable<ResultText['table']>): AmountRow[] {
  return table.rows.map((row, index) => {
    const at = [...path, resultWords.table, tableWords.rows, String(index)];
    return {
      text: row.when, amountText: row.amount,
      when: readExpression(loading, [...at, rowWords.when], row.when), amount: readAmount(loading, [...at, rowWords.amount], row.amount),
    };
  });
}

function money(loading: Loading, path: readonly string[], written: ResultText): Pick<Result, 'amount' | 'amountText' | 'table'> {
  if (written.amount !== undefined) return { amount: readAmount(loading, [...path, resultWords.amount], written.amount), amountText: written.amount };
  if (!written.table) return {};
  return { table: { pick: written.table.pick === pickWords.first ? 'first' : 'highest', rows: readRows(loading, path, written.table) } };
}

function readResult(loading: Loading, name: string, written: ResultText): Result {
  const path = [packWords.results, name];
  const gives = [written.qualification, written.service, written.amount, written.table].filter((each) => each !== undefined).length;
  if (gives === 0) loading.problems.push(loading.yaml.problemAt(path, 'policyResultGives', { found: name }));
  if (written.amount !== undefined && written.table) loading.problems.push(loading.yaml.problemAtKey(path, resultWords.table, 'policyAmountTwice', { found: name }));
  const { qualification, service, standard, note } = written;
  return {
    ...readBasis(loading, [...path, resultWords.basis], written.basis), text: written.when, group: written.group ?? name, unverified: written.unverified ?? false, unsettled: [],
    when: readExpression(loading, [...path, resultWords.when], written.when), ...money(loading, path, written),
    ...(qualification ? { qualification } : {}), ...(service ? { service } : {}), ...(standard ? { standard } : {}), ...(note ? { note } : {}),
  };
}

/** What a policy gives: a qualification, a service or money. */
export function readResults(loading: Loading): Record<string, Result> {
  return Object.fromEntries(Object.entries(loading.text.results).map(([name, written]) => [name, readResult(loading, name, written)]));
}

const rules = Object.fromEntries(Object.entries(compositionWords).map(([rule, word]) => [word, rule])) as Record<string, Composition['rule']>;
const needed: Record<Composition['rule'], 'cap' | 'when' | 'received' | undefined> = { highest: undefined, capped: 'cap', excluded: 'when', topUp: 'received' };

function readComposition(loading: Loading, name: string, written: CompositionText): Composition {
  const path = [packWords.composition, name];
  const rule = rules[written.rule] ?? 'highest';
  const need = needed[rule];
  if (need && written[need] === undefined) loading.problems.push(loading.yaml.problemAt(path, 'policyKeyMissing', { key: compositionKeys[need] }));
  const amount = (key: 'cap' | 'received'): Record<string, Node> =>
    written[key] === undefined ? {} : { [key]: readAmount(loading, [...path, compositionKeys[key]], written[key]) };
  return {
    rule, groups: written.groups ?? [name], text: written.rule, ...amount('cap'), ...amount('received'),
    ...(written.when === undefined ? {} : { when: readExpression(loading, [...path, compositionKeys.when], written.when) }),
    ...(written.basis ? { basis: readBasis(loading, [...path, compositionKeys.basis], written.basis) } : {}),
  };
}

/** How the results are put together, in the order of the file; a group must be a result's or made before. */
export function readCompositions(loading: Loading, results: Record<string, Result>): Record<string, Composition> {
  const groups = new Set(Object.values(results).map(({ group }) => group));
  const read: Record<string, Composition> = {};
  for (const [name, written] of Object.entries(loading.text.composition ?? {})) {
    const composition = readComposition(loading, name, written);
    for (const group of composition.groups.filter((each) => !groups.has(each))) {
      loading.problems.push(loading.yaml.problemAt([packWords.composition, name], 'policyGroupUnknown', { found: group }));
    }
    groups.add(name);
    read[name] = composition;
  }
  return read;
}
