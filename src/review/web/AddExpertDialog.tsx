import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { CheckField } from '#platform/web/CheckField.tsx';
import { DateField } from '#platform/web/DateField.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useToday } from '#platform/web/useActor.ts';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { registryContract } from '#registry/domain/contract.ts';
import { expertContract } from '../domain/expertContract.ts';
import { latestEnd } from '../domain/expertTerm.ts';
import { PersonChoice, type Chosen } from './PersonChoice.tsx';

/** Enters somebody of the roster into the pool. */
export function AddExpertDialog() {
  const w = useWords();
  const api = useApi(expertContract);
  const today = useToday();
  const registry = useApi(registryContract);
  const [open, setOpen] = useState(false);
  const organisations = useLoad(['organisations'], () => registry.organisations(), { when: open });
  const [person, setPerson] = useState<Chosen>();
  const [given, setGiven] = useState({ organisationId: '', fields: '', level: '', external: false, from: today, to: latestEnd({ from: today }) });
  const put = <K extends keyof typeof given>(key: K) => (value: (typeof given)[K]) => setGiven((before) => ({ ...before, [key]: value }));
  const fields = given.fields.split(/[,，、\s]+/).filter(Boolean);
  const act = useAct((who: Chosen) => api.addExpert({ body: { ...given, personId: who.personId, fields } }), { done: () => { setOpen(false); setPerson(undefined); } });
  const ready = person && given.organisationId && fields.length > 0 && given.level.trim();
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>{w('review.experts.add')}</Button>
      <Dialog title={w('review.experts.add')} open={open} onClose={() => setOpen(false)} actions={ready ? <Button kind="primary" busy={act.running} onClick={() => act.run(person)}>{w('review.experts.add')}</Button> : null}>
        <div className="stack-tight">
          {person ? <p><b>{person.name}</b> <span className="cap">{person.organisationName}</span> <Button small onClick={() => setPerson(undefined)}>{w('review.person.other')}</Button></p> : <PersonChoice label={w('review.experts.person')} onPick={setPerson} />}
          <SelectField label={w('review.experts.organisation')} required value={given.organisationId} onChange={put('organisationId')} options={(organisations.value ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
          <TextField label={w('review.experts.fields')} hint={w('review.experts.fieldsHint')} required value={given.fields} onChange={put('fields')} />
          <TextField label={w('review.experts.level')} required value={given.level} onChange={put('level')} />
          <CheckField label={w('review.experts.external')} value={given.external} onChange={put('external')} />
          <DateField label={w('review.experts.from')} required value={given.from} onChange={put('from')} />
          <DateField label={w('review.experts.to')} required value={given.to} onChange={put('to')} />
          <Refusal of={act.refusal} />
        </div>
      </Dialog>
    </>
  );
}
