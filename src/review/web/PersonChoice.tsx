import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { registryContract } from '#registry/domain/contract.ts';

/** Somebody of the roster, as a search finds them. */
export type Chosen = { personId: string; name: string; organisationName: string };

const most = 8;

/** Finds a person by name or pinyin and takes one. */
export function PersonChoice({ label, onPick }: { label: string; onPick: (person: Chosen) => void }) {
  const w = useWords();
  const api = useApi(registryContract);
  const [q, setQ] = useState('');
  const long = q.trim().length > 1;
  const found = useLoad(['registry', 'find', q], () => api.findPeople({ query: { q: q.trim(), limit: most } }), { when: long });
  return (
    <>
      <TextField label={label} hint={w('review.person.hint')} required value={q} onChange={setQ} />
      <ul className="person-choices">
        {long ? found.value?.rows.map((row) => (
          <li key={row.personId}><span>{row.name} <span className="cap">{row.organisationName}</span></span><Button small onClick={() => onPick(row)} aria-label={`${w('review.person.pick')} ${row.name}`}>{w('review.person.pick')}</Button></li>
        )) : null}
        {long && found.value?.rows.length === 0 ? <li className="sub">{w('review.person.none')}</li> : null}
      </ul>
    </>
  );
}
