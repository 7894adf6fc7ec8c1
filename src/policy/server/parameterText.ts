import type { Policy } from '../domain/policy.ts';

type Parameter = Policy['parameters'][string];

/** The dated values of a parameter as text; enumeration values by their labels. */
export function parameterText(policy: Policy, { type, values }: Parameter): { from: string; value: string }[] {
  const item = type.kind === 'catalogue' ? type.of : type;
  const labels = item.kind === 'enumeration' ? policy.dictionary.enumerations[item.domain]?.values : undefined;
  const text = (value: number) => labels?.[value] ?? (item.kind === 'date' ? dateText(value) : String(value));
  return values.map(({ from, value }) => ({ from, value: Array.isArray(value) ? value.map(text).join('、') : text(value) }));
}

const dateText = (value: number) => String(value).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
