import { dayOf } from '#platform/clock/clock.ts';
import type { Call } from '#platform/server/call.ts';
import type { FactValue } from '#registry/domain/factKind.ts';
import { writeFactValue } from '#registry/domain/factValue.ts';
import { factKindsOf, factsOn, works } from '#registry/server/public.ts';
import { Answers } from '../domain/form.ts';
import { fillForm, FilledForm, withWorks, type FactEntry, type KnownFact } from '../domain/filledForm.ts';
import type { FoundCase } from './case.store.ts';

type Asked = Pick<FoundCase, 'programme' | 'category' | 'person_id' | 'answers'>;

/** The form as it stands: in a draft the file's newest facts and what was typed; afterwards the copy frozen at submission. */
export async function caseForm(call: Call, found: FoundCase): Promise<FilledForm> {
  const drafting = found.programme.stages[found.stage]?.kind === 'draft';
  return drafting || found.frozen === null ? liveForm(call, found) : FilledForm.parse(found.frozen);
}

/** The form filled from the person's file today (tell us once). */
export async function liveForm(call: Call, { programme, category, person_id, answers }: Asked): Promise<FilledForm> {
  const { lines } = await factsOn(call, person_id);
  const kinds = factKindsOf(call.region).kinds;
  const known = new Map(Object.entries(lines).flatMap(([name, line]): [string, KnownFact][] => {
    const kind = kinds.get(name);
    return kind ? [[name, { value: plain(line.value, () => writeFactValue(kind, line.value)), source: sourceOf(line) }]] : [];
  }));
  const filled = fillForm(programme.form, category, Answers.parse(answers), known, (fact) => entryOf(kinds.get(fact)));
  const chosen = chosenWorks(filled);
  if (chosen.length === 0) return filled;
  return withWorks(filled, new Map((await works.worksById(call, chosen, person_id)).map((work) => [work.workId, work])));
}

/** Works chosen anywhere in a form, in order; a work chosen twice stands twice. */
export const chosenWorks = (filled: FilledForm): string[] => filled.flatMap((section) => section.fields).flatMap(({ value }) => (Array.isArray(value) ? value : []));

const plain = (value: FactValue, written: () => string): KnownFact['value'] => (typeof value === 'object' ? written() : value);

const sourceOf = ({ source, evidence, recordedAt }: { source: string; evidence: string; recordedAt: Date }): KnownFact['source'] => ({
  kind: source === 'authority' ? 'authority' : source === 'self' ? 'self' : 'institution', text: [evidence, dayOf(recordedAt)].filter(Boolean).join(' · '),
});

function entryOf(kind: { type: string; length?: number; enum?: { values: { name: string }[] } } | undefined): FactEntry {
  if (kind?.type === 'enum') return { type: 'choice', options: kind.enum?.values.map(({ name }) => name) ?? [] };
  if (kind?.type === 'date' || kind?.type === 'integer' || kind?.type === 'boolean') return { type: kind.type };
  return { type: 'text', max: kind?.length ?? 500 };
}
