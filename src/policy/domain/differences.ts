import { dayText } from './calendar.ts';
import type { Clause, Composition, Parameter, Policy, Result } from './model.ts';

/** One thing that a version says differently from the version before. */
export type Difference = {
  kind: 'parameter' | 'clause' | 'result' | 'composition'; name: string; change: 'added' | 'removed' | 'changed'; before?: string; after?: string;
};

function parameterText({ values, type, unverified }: Parameter, policy: Policy): string {
  const of = type.kind === 'catalogue' ? type.of : type;
  const one = (value: number): string => {
    if (of.kind === 'date') return dayText(value);
    return of.kind === 'enumeration' ? (policy.dictionary.enumerations[of.domain]?.values[value] ?? '') : String(value);
  };
  const said = values.map(({ from, value }) => `${values.length > 1 ? `${from} ` : ''}${(Array.isArray(value) ? value : [value]).map(one).join('、')}`).join('; ');
  return unverified ? `${said} ?` : said;
}

const clauseText = ({ text, exceptionTo, whenText }: Clause): string => (exceptionTo ? `${exceptionTo} / ${whenText} → ${text}` : text);
const rowsText = (table: Result['table']): string => table?.rows.map((row) => `${row.text} → ${row.amountText}`).join('; ') ?? '';
const resultText = (result: Result): string =>
  [result.text, result.qualification, result.service, result.amountText, rowsText(result.table)].filter(Boolean).join(' ⇒ ');
const compositionText = ({ text, groups }: Composition): string => `${text} ${groups.join('、')}`;

type Texts = Record<Difference['kind'], Record<string, string>>;
const mapped = <T>(entries: Record<string, T>, text: (each: T) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(entries).map(([name, each]) => [name, text(each)]));

const texts = (policy: Policy): Texts => ({
  parameter: mapped(policy.parameters, (each) => parameterText(each, policy)),
  clause: mapped(policy.clauses, clauseText), result: mapped(policy.results, resultText), composition: mapped(policy.composition, compositionText),
});

function between(kind: Difference['kind'], name: string, before: string | undefined, after: string | undefined): Difference[] {
  if (before === after) return [];
  if (before === undefined) return [{ kind, name, change: 'added', ...(after === undefined ? {} : { after }) }];
  return after === undefined ? [{ kind, name, change: 'removed', before }] : [{ kind, name, change: 'changed', before, after }];
}

/** What one version says differently from another, as rows of a table. */
export function differences(before: Policy, after: Policy): Difference[] {
  const [old, fresh] = [texts(before), texts(after)];
  return (['parameter', 'clause', 'result', 'composition'] as const).flatMap((kind) => {
    const names = [...new Set([...Object.keys(old[kind]), ...Object.keys(fresh[kind])])];
    return names.flatMap((name) => between(kind, name, old[kind][name], fresh[kind][name]));
  });
}
