import { z } from 'zod';
import { FormField } from './contract.ts';
import { type Answers, fieldsFor, type FieldKind, type Form } from './form.ts';

/** A form as it stands: sections with fields, each with value and source. Also the frozen copy kept at submission. */
export const FilledForm = z.array(z.object({ label: z.string(), fields: z.array(FormField) }));
export type FilledForm = z.infer<typeof FilledForm>;

/** A fact as the form needs it: shown value, source, and how its kind is entered. */
export type KnownFact = { value: string | number | boolean; source: FormField['source'] };
export type FactEntry = Pick<FormField, 'type' | 'min' | 'max' | 'options'>;

/** A field that holds works gets them beside their ids; one that is gone falls out. */
export const withWorks = (filled: FilledForm, works: ReadonlyMap<string, NonNullable<FormField['works']>[number]>): FilledForm =>
  filled.map((section) => ({
    ...section, fields: section.fields.map((field) => {
      if (!Array.isArray(field.value)) return field;
      const found = field.value.flatMap((id) => works.get(id) ?? []);
      return { ...field, value: found.map(({ workId }) => workId), works: found };
    }),
  }));

/** Puts the person's facts and what was typed into the form; what was typed wins and counts as the person's own word. */
export function fillForm(form: Form, category: string, answers: Answers, facts: ReadonlyMap<string, KnownFact>, entryOf: (fact: string) => FactEntry): FilledForm {
  const asked = new Set(fieldsFor(form, category).map(([key]) => key));
  return form.sections.map(({ label, fields }) => ({
    label,
    fields: Object.entries(fields).filter(([key]) => asked.has(key)).map(([key, field]): FormField => {
      const known = field.fact ? facts.get(field.fact) : undefined;
      const typed = answers[key];
      const own = typed !== undefined && typed !== null && typed !== known?.value;
      return {
        key, label: field.label, required: field.required, ...(field.fact ? { fact: field.fact, ...entryOf(field.fact) } : entryOfKind(field.kind)), ...(field.hint ? { hint: field.hint } : {}),
        value: own ? typed : known?.value ?? null, source: own ? { kind: 'self', text: '' } : known?.source ?? null, changed: own && known !== undefined,
      };
    }),
  }));
}

const entryOfKind = (kind: FieldKind | undefined): FactEntry =>
  !kind ? { type: 'text' } : kind.type === 'text' ? { type: 'text', max: kind.max } : kind.type === 'choice' ? { type: 'choice', options: kind.options } : kind.type === 'integer' ? { type: 'integer', max: kind.max } : kind.type === 'works' ? { type: 'works', min: kind.min, max: kind.max } : { type: kind.type };

const isBlank = ({ value, min = 1 }: FormField) => value === null || value === '' || (Array.isArray(value) && value.length < min);

/** How full a form is: fields in all, filled from the file, written here, required and still empty. */
export function fillingOf(filled: FilledForm): { total: number; prefilled: number; own: number; missing: number } {
  const fields = filled.flatMap((section) => section.fields);
  return {
    total: fields.length,
    prefilled: fields.filter((field) => !isBlank(field) && field.source !== null && field.source.text !== '').length,
    own: fields.filter((field) => !isBlank(field) && (field.source === null || field.source.text === '')).length,
    missing: missingFields(filled).length,
  };
}

/** Required fields that are empty. */
export const missingFields = (filled: FilledForm): FormField[] => filled.flatMap((section) => section.fields).filter((field) => field.required && isBlank(field));
