import { Suspense } from 'react';
import { AlikeWorks, WorkCard } from '#registry/web/public.tsx';
import { FactGrid } from '#platform/web/FactGrid.tsx';
import { FactLine } from '#platform/web/FactLine.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import { useActor } from '#platform/web/useActor.ts';
import { useWords, type Words } from '#platform/web/useWords.ts';
import type { CaseView, FormField } from '../domain/contract.ts';

/** The form as read: every value with its source, corrections marked. */
export function CaseForm({ view: { sections, filled } }: { view: CaseView }) {
  const w = useWords();
  return (
    <>
      <p className="cap">{w('cases.form.count', filled)}</p>
      {sections.map((section) => (
        <section key={section.label} className="case-part">
          <h2>{section.label}</h2>
          <FactGrid>
            {section.fields.map((field) => (field.works ? <ChosenWorks key={field.key} field={field} works={field.works} /> : (
              <FactLine key={field.key} label={field.label} source={sourceOf(field, w)} changed={field.changed} full={String(field.value ?? '').length > 24}>
                <b>{shown(field.value, w)}</b>{field.changed ? <Tag kind="green">{w('cases.form.changed')}</Tag> : null}
              </FactLine>
            )))}
          </FactGrid>
        </section>
      ))}
    </>
  );
}

/** The works of an application; staff also read which earlier works are alike. */
function ChosenWorks({ field: { label }, works }: { field: FormField; works: NonNullable<FormField['works']> }) {
  const { actor } = useActor();
  return (
    <div className="fact-line full">
      <dt>{label}</dt>
      <dd>
        <Suspense>
          <ul className="works">{works.map((work) => <li key={work.workId}><WorkCard work={work}>{actor.role === 'talent' ? null : <AlikeWorks workId={work.workId} title={work.title} />}</WorkCard></li>)}</ul>
        </Suspense>
      </dd>
    </div>
  );
}

const shown = (value: FormField['value'], w: Words) => (value === null || value === '' ? w('cases.form.blank') : value === true ? w('cases.yes') : value === false ? w('cases.no') : String(value));

/** The source line of a field; what was typed here is the person's own word. */
export const sourceOf = ({ source }: FormField, w: Words) => (source ? { kind: source.kind, text: source.text || w('cases.form.self') } : undefined);
