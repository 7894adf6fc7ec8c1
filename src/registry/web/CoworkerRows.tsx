import { Button } from '#platform/web/Button.tsx';
import { NumberField } from '#platform/web/NumberField.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useWords } from '#platform/web/useWords.ts';
import type { TypedCoworker } from './workTyped.ts';

/** Who made the work along, each with the share; who works here is asked to confirm it. */
export function CoworkerRows({ rows, onChange, organisations }: { rows: readonly TypedCoworker[]; onChange: (rows: TypedCoworker[]) => void; organisations: readonly { id: string; name: string }[] }) {
  const w = useWords();
  const put = (key: number, change: Partial<TypedCoworker>) => onChange(rows.map((row) => (row.key === key ? { ...row, ...change } : row)));
  const next = Math.max(-1, ...rows.map(({ key }) => key)) + 1;
  const places = [{ value: '', label: w('registry.works.elsewhere') }, ...organisations.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <fieldset>
      <legend className="b">{w('registry.works.coworkers')}</legend>
      <p className="cap">{w('registry.works.coworkersHint')}</p>
      {rows.map((row) => (
        <div key={row.key} className="coworker-row">
          <TextField label={w('registry.works.coworker')} required maxLength={50} value={row.name} onChange={(name) => put(row.key, { name })} />
          <SelectField label={w('registry.works.at')} value={row.organisationId} onChange={(organisationId) => put(row.key, { organisationId })} options={places} />
          <NumberField label={w('registry.works.coworkerShare')} required min={0} max={100} value={row.share} onChange={(share) => put(row.key, { share })} />
          <Button small onClick={() => onChange(rows.filter(({ key }) => key !== row.key))} aria-label={w('registry.works.removeCoworker', { name: row.name })}>{w('registry.works.remove')}</Button>
        </div>
      ))}
      <p><Button small onClick={() => onChange([...rows, { key: next, name: '', organisationId: '', share: undefined }])}>{w('registry.works.addCoworker')}</Button></p>
    </fieldset>
  );
}
