import { dayNumber } from './calendar.ts';
import { packWords, parameterWords, typeWords } from './keywords.ts';
import type { DatedValue, Parameter, Type } from './model.ts';
import { readBasis } from './loading.ts';
import type { Loading } from './loading.ts';
import { nearest } from './nearest.ts';
import type { ParameterText } from './schema.ts';
import { encodeScalar } from './values.ts';

type Written = NonNullable<ParameterText['value']>;
const always = '0001-01-01';

function typeOf(written: ParameterText): Type | undefined {
  const value = written.value ?? written.dated?.[0]?.value;
  if (written.domain) {
    const of: Type = { kind: 'enumeration', domain: written.domain };
    return Array.isArray(value) || written.type === typeWords.catalogue ? { kind: 'catalogue', of } : of;
  }
  if (Array.isArray(value)) return { kind: 'catalogue', of: { kind: 'integer' } };
  if (written.type === typeWords.date || (typeof value === 'string' && dayNumber(value))) return { kind: 'date' };
  if (written.type === typeWords.boolean || typeof value === 'boolean') return { kind: 'boolean' };
  return written.type === typeWords.integer || value !== undefined ? { kind: 'integer' } : undefined;
}

function encodeValue(loading: Loading, path: readonly string[], value: Written, type: Type): number | number[] {
  const { dictionary } = loading.scope;
  const one = (each: unknown, of: Type, at: readonly string[]): number => {
    const encoded = encodeScalar(each, of, dictionary);
    if (encoded === undefined) {
      const known = of.kind === 'enumeration' ? (dictionary.enumerations[of.domain]?.values ?? []) : [];
      loading.problems.push(loading.yaml.problemAt(at, 'policyValueType', { found: String(each), near: nearest(String(each), known) }));
    }
    return encoded ?? 0;
  };
  if (type.kind !== 'catalogue') return one(value, type, path);
  return (Array.isArray(value) ? value : [value]).map((each, index) => one(each, type.of, [...path, String(index)]));
}

function datedValues(loading: Loading, path: readonly string[], written: ParameterText, type: Type): DatedValue[] {
  if (written.value !== undefined) return [{ from: always, value: encodeValue(loading, [...path, parameterWords.value], written.value, type) }];
  const dated = (written.dated ?? []).map(({ from, value }, index) => {
    const at = [...path, parameterWords.dated, String(index)];
    return { from, value: encodeValue(loading, [...at, parameterWords.value], value, type) };
  });
  const unordered = dated.findIndex((each, index) => index > 0 && each.from <= (dated[index - 1]?.from ?? ''));
  if (unordered > 0) loading.problems.push(loading.yaml.problemAt([...path, parameterWords.dated, String(unordered)], 'policyDatesOrder'));
  return dated;
}

function readParameter(loading: Loading, name: string, written: ParameterText): Parameter | undefined {
  const path = [packWords.parameters, name];
  const { problems, yaml } = loading;
  const type = typeOf(written);
  if (!type) return void problems.push(yaml.problemAt(path, 'policyParameterType', { found: name }));
  const domain = type.kind === 'catalogue' ? type.of : type;
  if (domain.kind === 'enumeration' && !loading.scope.dictionary.enumerations[domain.domain]) {
    return void problems.push(yaml.problemAt([...path, parameterWords.domain], 'policyDomainUnknown', { found: domain.domain }));
  }
  const unverified = written.unverified ?? false;
  if (!unverified && !written.basis) problems.push(yaml.problemAt(path, 'policyParameterBasis', { found: name }));
  const values = datedValues(loading, path, written, type);
  if (!unverified && values.length === 0) problems.push(yaml.problemAt(path, 'policyParameterValue', { found: name }));
  const basis = written.basis ? readBasis(loading, [...path, parameterWords.basis], written.basis) : undefined;
  return { type, values, unverified, ...(basis ? { basis } : {}), ...(written.label ? { label: written.label } : {}) };
}

/** The dated parameters of a file. A value not seen in an official text is 待核 and may be left open. */
export function readParameters(loading: Loading): Record<string, Parameter> {
  const read: Record<string, Parameter> = {};
  for (const [name, written] of Object.entries(loading.text.parameters ?? {})) {
    const parameter = readParameter(loading, name, written);
    if (parameter) read[name] = parameter;
  }
  return read;
}
