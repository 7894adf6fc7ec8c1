import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { DateField } from '#platform/web/DateField.tsx';
import { useGo } from '#platform/web/place.ts';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { policyContract } from '../domain/contract.ts';

/** In the choice of what a draft follows: nothing, a policy that is new. */
const isNew = 'new';

/** What a draft begins from, its version and its first day; a new policy also has its code, title, document and first result. */
export function StartDraftForm() {
  const w = useWords();
  const go = useGo();
  const api = useApi(policyContract);
  const [given, setGiven] = useState({ follows: '', code: '', version: '', from: '', title: '', document: '', result: '' });
  const set = (key: keyof typeof given) => (value: string) => setGiven((before) => ({ ...before, [key]: value }));
  const policies = useLoad(['policy', 'list'], () => api.listPolicies()).value?.rows ?? [];
  const newest = policies.filter((row, index) => policies.findIndex(({ code }) => code === row.code) === index);
  const fresh = given.follows === isNew;
  const { title, document, result } = given;
  const act = useAct(
    () => api.startDraft({ body: { code: fresh ? given.code : given.follows, version: given.version, from: given.from, ...(fresh ? { fresh: { title, document, result } } : {}) } }),
    { done: ({ draftId }) => go(`/work/policies/drafts/${draftId}`) },
  );
  const complete = given.follows !== '' && given.version !== '' && given.from !== '' && (!fresh || (given.code !== '' && title !== '' && document !== '' && result !== ''));
  return (
    <Section title={w('policy.draft.start')} note={w('policy.draft.start.note')}>
      <div className="form-grid">
        <SelectField required label={w('policy.draft.from')} value={given.follows} onChange={set('follows')} options={[...newest.map((row) => ({ value: row.code, label: w('policy.draft.fromVersion', { title: row.title, version: row.version }) })), { value: isNew, label: w('policy.draft.isNew') }]} />
        {fresh ? <TextField required label={w('policy.draft.code')} value={given.code} onChange={set('code')} maxLength={60} hint={w('policy.draft.code.hint')} /> : null}
        <TextField required label={w('policy.draft.version')} value={given.version} onChange={set('version')} maxLength={20} />
        <DateField required label={w('policy.draft.effective')} value={given.from} onChange={set('from')} />
        {fresh ? <TextField required label={w('policy.draft.title')} value={title} onChange={set('title')} maxLength={200} /> : null}
        {fresh ? <TextField required label={w('policy.draft.firstDocument')} value={document} onChange={set('document')} maxLength={200} /> : null}
        {fresh ? <TextField required label={w('policy.draft.firstResult')} value={result} onChange={set('result')} maxLength={60} /> : null}
      </div>
      <Refusal of={act.refusal} />
      <p><Button kind="primary" busy={act.running} disabled={!complete} onClick={() => act.run(undefined)}>{w('policy.draft.begin')}</Button></p>
    </Section>
  );
}
