import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { CheckField } from '#platform/web/CheckField.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { NumberField } from '#platform/web/NumberField.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { registryContract } from '#registry/domain/contract.ts';
import { pairingContract } from '../domain/pairingContract.ts';
import { Side, type PairingPlan } from '../domain/pairingPlan.ts';
import { FieldChoice } from './FieldChoice.tsx';

type Person = { personId: string; name: string; organisationName: string };

/** Enters one person as a master with places, or as a pupil. */
export function AddEntrant({ roundId, plan }: { roundId: string; plan: PairingPlan }) {
  const w = useWords();
  const api = useApi(pairingContract);
  const [open, setOpen] = useState(false);
  const [person, setPerson] = useState<Person>();
  const [side, setSide] = useState<Side>('master');
  const [fields, setFields] = useState<string[]>([]);
  const [places, setPlaces] = useState<number | undefined>(1);
  const [chief, setChief] = useState(false);
  const act = useAct((personId: string) => api.addEntrants({ params: { roundId }, body: { entrants: [{ personId, side, fields, places: side === 'master' ? places ?? 0 : 1, chief: side === 'master' && chief }] } }), { done: () => { setOpen(false); setPerson(undefined); setFields([]); } });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{w('pairing.add')}</Button>
      <Dialog title={w('pairing.add')} open={open} onClose={() => setOpen(false)} actions={person && fields.length ? <Button kind="primary" busy={act.running} onClick={() => act.run(person.personId)}>{w('pairing.add.send')}</Button> : null}>
        <div>
          {person ? <p><b>{person.name}</b> {person.organisationName}</p> : <FindPerson onPick={setPerson} />}
          <SelectField label={w('pairing.add.side')} required value={side} onChange={(value) => setSide(Side.parse(value))} options={Side.options.map((value) => ({ value, label: w(`pairing.side.${value}`) }))} />
          <FieldChoice label={w('pairing.add.fields')} plan={plan} value={fields} onChange={setFields} />
          {side === 'master' ? <NumberField label={w('pairing.add.places')} required value={places} onChange={setPlaces} min={1} max={plan.pupilsMost} /> : null}
          {side === 'master' ? <CheckField label={w('pairing.add.chief')} value={chief} onChange={setChief} /> : null}
          <Refusal of={act.refusal} />
        </div>
      </Dialog>
    </>
  );
}

function FindPerson({ onPick }: { onPick: (person: Person) => void }) {
  const w = useWords();
  const api = useApi(registryContract);
  const [q, setQ] = useState('');
  const long = q.trim().length > 1;
  const found = useLoad(['registry', 'find', q], () => api.findPeople({ query: { q: q.trim(), limit: 8 } }), { when: long });
  return (
    <>
      <TextField label={w('pairing.add.find')} hint={w('pairing.add.findHint')} required value={q} onChange={setQ} />
      <ul className="choice-list">
        {long ? found.value?.rows.map((row) => (
          <li key={row.personId}><span>{row.name} <span className="cap">{row.organisationName}</span></span><Button small onClick={() => onPick(row)} aria-label={`${w('pairing.add.pick')} ${row.name}`}>{w('pairing.add.pick')}</Button></li>
        )) : null}
      </ul>
    </>
  );
}
