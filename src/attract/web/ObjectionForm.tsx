import { useState } from 'react';
import { casesContract } from '#cases/domain/contract.ts';
import { AreaField } from '#platform/web/AreaField.tsx';
import { Button } from '#platform/web/Button.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';

/** Objects to what a notice announces; the office answers with reasons within its term. */
export function ObjectionForm({ caseId }: { caseId: string }) {
  const w = useWords();
  const api = useApi(casesContract);
  const [content, setContent] = useState('');
  const [contact, setContact] = useState('');
  const raise = useAct(() => api.raiseObjection({ params: { caseId }, body: { content, contact } }));
  if (raise.value) return <p role="status"><b>{w('attract.objection.done')}</b></p>;
  return (
    <form onSubmit={(event) => { event.preventDefault(); raise.run(undefined); }}>
      <AreaField label={w('attract.objection.content')} value={content} onChange={setContent} maxLength={2000} required />
      <TextField label={w('attract.objection.contact')} hint={w('attract.objection.contactHint')} value={contact} onChange={setContact} maxLength={200} />
      <Refusal of={raise.refusal} />
      <Button type="submit" busy={raise.running}>{w('attract.objection.send')}</Button>
    </form>
  );
}
