import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { DateField } from '#platform/web/DateField.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useGo } from '#platform/web/place.ts';
import { useAct } from '#platform/web/useAct.ts';
import { useActor } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { registryContract } from '../domain/contract.ts';

const blank = { name: '', idNumber: '', phone: '', organisationId: '', employedFrom: '', post: '' };

/** Enters one person who is not on any roster yet. */
export function AddPerson() {
  const w = useWords();
  const go = useGo();
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState(blank);
  const api = useApi(registryContract);
  const act = useAct((body: typeof blank) => api.addPerson({ body: { ...body, organisationId: body.organisationId || undefined, employedFrom: body.employedFrom || undefined } }), {
    done: (added) => { if (added.standing === 'added') go(`/work/people/${added.personId}`); },
  });
  const field = (key: keyof typeof blank) => ({ label: w(`registry.add.${words[key]}`), value: told[key], onChange: (value: string) => setTold({ ...told, [key]: value }), error: act.refusal?.field === key ? act.refusal.title : undefined });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{w('registry.roster.add')}</Button>
      <Dialog title={w('registry.add.title')} open={open} onClose={() => setOpen(false)} actions={<Button kind="primary" busy={act.running} onClick={() => act.run(told)}>{w('registry.add.send')}</Button>}>
        <div>
          <TextField {...field('name')} required />
          <TextField {...field('idNumber')} required />
          <TextField {...field('phone')} inputMode="tel" />
          <WorkPlace {...field('organisationId')} />
          <DateField {...field('employedFrom')} />
          <TextField {...field('post')} />
          <Refusal of={act.refusal?.field ? undefined : act.refusal} />
          {act.value?.standing === 'underCheck' ? <p role="status">{w('registry.add.underCheck')}</p> : null}
        </div>
      </Dialog>
    </>
  );
}

const words = { name: 'name', idNumber: 'idNumber', phone: 'phone', organisationId: 'organisation', employedFrom: 'from', post: 'post' } as const;

// An institution enters its own people: the server fills its own id in.
function WorkPlace(field: { label: string; value: string; onChange: (value: string) => void; error: string | undefined }) {
  const { actor } = useActor();
  const api = useApi(registryContract);
  const organisations = useLoad(['registry', 'organisations'], () => api.organisations(), { when: actor.role === 'bureau' });
  if (actor.role !== 'bureau') return null;
  return <SelectField {...field} options={(organisations.value ?? []).map(({ id, name }) => ({ value: id, label: name }))} />;
}
