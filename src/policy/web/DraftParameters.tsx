import { useEffect, useState, type ReactNode } from 'react';
import { CheckField } from '#platform/web/CheckField.tsx';
import { DateField } from '#platform/web/DateField.tsx';
import { NumberField } from '#platform/web/NumberField.tsx';
import { Section } from '#platform/web/Section.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { Unverified } from '#platform/web/Unverified.tsx';
import { useWords } from '#platform/web/useWords.ts';
import { dayText } from '../domain/calendar.ts';
import { moneyText } from '../domain/money.ts';
import { moneyParameters } from '../domain/moneyParameters.ts';
import type { Policy } from '../domain/policy.ts';
import { withParameter } from '../domain/settle.ts';

type Parameter = Policy['parameters'][string];
type Value = Parameter['values'][number]['value'];
type Written = Parameters<typeof withParameter>[2];
const fenPerYuan = 100;
/** A value that holds since ever begins on this day in a loaded policy. */
const sinceEver = '0001-01-01';

/** Thresholds, amounts and catalogues by form; each field writes the same text, and only the value changes in it. */
export function DraftParameters({ policy, source, broken, onWrite }: { policy: Policy; source: string; broken: boolean; onWrite: (text: string) => void }) {
  const w = useWords();
  const money = moneyParameters(policy);
  const rows = Object.entries(policy.parameters).flatMap(([name, parameter]) => parameter.values.map((dated, row) => ({ name, parameter, dated, row })));
  if (rows.length === 0) return null;
  return (
    <Section title={w('policy.draft.parameters')} note={w(broken ? 'policy.draft.formWaits' : 'policy.draft.parameters.note')}>
      <fieldset className="form-grid" disabled={broken}>
        {rows.map(({ name, parameter, dated: { from, value }, row }) => (
          <ValueField
            key={`${name} ${row}`} policy={policy} parameter={parameter} value={value} isMoney={money.has(name)} name={from === sinceEver ? name : w('policy.draft.dated', { name, date: from })}
            onValue={(next) => onWrite(withParameter(source, name, next, from === sinceEver ? undefined : row))}
          />
        ))}
      </fieldset>
    </Section>
  );
}

function ValueField({ policy, parameter: { type, unverified }, value, name, isMoney, onValue }: { policy: Policy; parameter: Parameter; value: Value; name: string; isMoney: boolean; onValue: (value: Written) => void }) {
  const w = useWords();
  const hint = unverified ? <Unverified /> : undefined;
  const of = type.kind === 'catalogue' ? type.of : type;
  const labels = of.kind === 'enumeration' ? (policy.dictionary.enumerations[of.domain]?.values ?? []) : [];
  if (Array.isArray(value)) return <CatalogueField name={name} hint={hint} known={labels} labels={value.map((each) => labels[each] ?? String(each))} onValue={onValue} />;
  if (of.kind === 'enumeration') return <SelectField required label={name} hint={hint} value={labels[value] ?? ''} options={labels.map((label) => ({ value: label, label }))} onChange={onValue} />;
  if (of.kind === 'date') return <DateField required label={name} hint={hint} value={dayText(value)} onChange={(day) => { if (day) onValue(day); }} />;
  if (of.kind === 'boolean') return <CheckField label={name} hint={hint} value={value === 1} onChange={onValue} />;
  const shown = isMoney ? value / fenPerYuan : value;
  return <AmountField name={isMoney ? w('policy.sandbox.yuan', { name }) : name} hint={hint} shown={shown} onAmount={(next) => onValue(isMoney ? moneyText(Math.round(next * fenPerYuan)) : Math.round(next))} />;
}

/** A number as it is typed: the text follows each whole step of the typing, and the field never jumps back under the hand. */
function AmountField({ name, hint, shown, onAmount }: { name: string; hint: ReactNode; shown: number; onAmount: (value: number) => void }) {
  const [typed, setTyped] = useState<number | undefined>(shown);
  useEffect(() => setTyped(shown), [shown]);
  return <NumberField required label={name} hint={hint} min={0} value={typed} onChange={(next) => { setTyped(next); if (next !== undefined && next >= 0) onAmount(next); }} />;
}

/** The entries of a catalogue, each with its way out, and a choice of what may still come in. */
function CatalogueField({ name, hint, labels, known, onValue }: { name: string; hint: ReactNode; labels: string[]; known: string[]; onValue: (value: Written) => void }) {
  const w = useWords();
  return (
    <div className="catalogue" role="group" aria-label={name}>
      <SelectField required label={name} hint={hint} value="" options={known.filter((each) => !labels.includes(each)).map((each) => ({ value: each, label: each }))} onChange={(entry) => { if (entry) onValue([...labels, entry]); }} />
      <p className="row">{labels.map((each) => <button key={each} type="button" className="text-button" aria-label={w('policy.draft.takeOut', { name: each })} onClick={() => onValue(labels.filter((other) => other !== each))}>{each} ×</button>)}</p>
    </div>
  );
}
