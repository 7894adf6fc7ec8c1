import { Suspense } from 'react';
import { WorkChoice } from '#registry/web/public.tsx';
import { AreaField } from '#platform/web/AreaField.tsx';
import { Button } from '#platform/web/Button.tsx';
import { CheckField } from '#platform/web/CheckField.tsx';
import { DateField } from '#platform/web/DateField.tsx';
import { NumberField } from '#platform/web/NumberField.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { SourceLine } from '#platform/web/SourceLine.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useWords } from '#platform/web/useWords.ts';
import type { CaseView, FormField } from '../domain/contract.ts';
import { sourceOf } from './CaseForm.tsx';
import type { Draft } from './useDraft.ts';

/** The form to fill in: it opens filled from the file, and what is typed saves itself. */
export function DraftForm({ view, draft }: { view: CaseView; draft: Draft }) {
  const w = useWords();
  const team = (draft.typed.category ?? view.category) === 'team';
  return (
    <>
      <p className="row"><span className="sub">{w('cases.apply.filled', { n: view.filled.prefilled + view.filled.own, total: view.filled.total, missing: view.filled.missing })}</span><span className="cap" role="status">{w(`cases.apply.${draft.state}`)}</span></p>
      <Refusal of={draft.refusal} />
      {draft.refusal?.reason === 'changedMeanwhile' ? <p><Button onClick={draft.takeUp}>{w('cases.apply.takeUp')}</Button></p> : null}
      {view.categories.length > 0 ? (
        <Section title={w('cases.apply.category')}>
          <SelectField label={w('cases.apply.category')} required value={draft.typed.category ?? view.category} onChange={(category) => draft.put({ category })} options={view.categories.map(({ key, label }) => ({ value: key, label }))} />
          {team ? <TextField label={w('cases.apply.team')} required maxLength={60} value={draft.typed.teamName ?? view.teamName} onChange={(teamName) => draft.put({ teamName })} /> : null}
        </Section>
      ) : null}
      {view.sections.map((section) => (
        <Section key={section.label} title={section.label}>
          <div className="draft-fields">
            {section.fields.map((field) => <Entry key={field.key} field={field} value={draft.typed.answers[field.key] ?? field.value} onChange={(value) => draft.put({ answers: { [field.key]: value } })} />)}
          </div>
        </Section>
      ))}
    </>
  );
}

const longText = 100;

function Entry({ field, value, onChange }: { field: FormField; value: FormField['value']; onChange: (value: FormField['value']) => void }) {
  const w = useWords();
  const source = sourceOf(field, w);
  const words = { label: field.label, required: field.required, ...(field.hint ? { hint: field.hint } : {}), ...(source && source.kind !== 'self' ? { source: <SourceLine kind={source.kind} text={source.text} /> } : {}) };
  const text = value === null ? '' : String(value);
  if (field.type === 'works') return <Suspense><WorkChoice label={field.label} hint={field.hint} chosen={Array.isArray(value) ? value : []} min={field.min ?? 1} max={field.max ?? 1} onChange={onChange} /></Suspense>;
  if (field.type === 'boolean' && !field.fact) return <CheckField {...words} value={value === true} onChange={onChange} />;
  if (field.type === 'boolean') {
    return <SelectField {...words} value={value === null ? '' : String(value)} onChange={(given) => onChange(given === '' ? null : given === 'true')} options={[{ value: 'true', label: w('cases.yes') }, { value: 'false', label: w('cases.no') }]} />;
  }
  if (field.type === 'date') return <DateField {...words} value={text} onChange={onChange} />;
  if (field.type === 'integer') return <NumberField {...words} value={typeof value === 'number' ? value : undefined} onChange={(given) => onChange(given ?? null)} />;
  if (field.type === 'choice') return <SelectField {...words} value={text} onChange={onChange} options={(field.options ?? []).map((option) => ({ value: option, label: option }))} />;
  if ((field.max ?? 0) > longText) return <AreaField {...words} value={text} onChange={onChange} maxLength={field.max ?? longText} />;
  return <TextField {...words} value={text} onChange={onChange} {...(field.max ? { maxLength: field.max } : {})} />;
}
