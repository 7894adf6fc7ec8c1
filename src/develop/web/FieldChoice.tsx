import { CheckField } from '#platform/web/CheckField.tsx';
import type { PairingPlan } from '../domain/pairingPlan.ts';

/** One or more of the plan's fields. */
export function FieldChoice({ label, plan, value, onChange }: { label: string; plan: PairingPlan; value: readonly string[]; onChange: (value: string[]) => void }) {
  const toggle = (key: string) => onChange(value.includes(key) ? value.filter((each) => each !== key) : [...value, key]);
  return (
    <fieldset className="row">
      <legend>{label}</legend>
      {plan.fields.map(({ key, name }) => <CheckField key={key} label={name} value={value.includes(key)} onChange={() => toggle(key)} />)}
    </fieldset>
  );
}
