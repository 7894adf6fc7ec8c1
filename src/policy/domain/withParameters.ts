import type { Parameter, Policy } from './model.ts';

/** The parameters that are whole numbers; only these can be tried with another value. */
export const numberParameters = (policy: Policy): string[] => Object.keys(policy.parameters).filter((name) => policy.parameters[name]?.type.kind === 'integer');

/** The same policy with other parameter values from a day on; values before that day stay, later ones give way. */
export function withParameters(policy: Policy, values: Readonly<Record<string, number>>, from: string): Policy {
  const changed = Object.entries(policy.parameters).map(([name, parameter]): [string, Parameter] => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return [name, value === undefined ? parameter : { ...parameter, values: [...parameter.values.filter((each) => each.from < from), { from, value }] }];
  });
  return { ...policy, parameters: Object.fromEntries(changed) };
}
