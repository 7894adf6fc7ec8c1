import './works.css';
import { useState } from 'react';
import { AreaField } from '#platform/web/AreaField.tsx';
import { Button } from '#platform/web/Button.tsx';
import { DateField } from '#platform/web/DateField.tsx';
import { NumberField } from '#platform/web/NumberField.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { registryContract } from '../domain/contract.ts';
import type { WorkShown } from '../domain/workContract.ts';
import { CoworkerRows } from './CoworkerRows.tsx';
import { emptyWork, formOf, toldOf, totalOf, type WorkTyped } from './workTyped.ts';

type Kinds = Given<typeof registryContract.workKinds>;

/** Enters a work, or changes one: what its type asks for appears with the type. */
export function WorkForm({ work, kinds, onDone }: { work: WorkShown | undefined; kinds: Kinds; onDone: () => void }) {
  const w = useWords();
  const api = useApi(registryContract);
  const [typed, setTyped] = useState<WorkTyped>(work ? formOf(work) : emptyWork);
  const put = (change: Partial<WorkTyped>) => setTyped((before) => ({ ...before, ...change }));
  const organisations = useLoad(['registry', 'organisations'], () => api.organisations());
  const kind = kinds.kinds.find(({ name }) => name === typed.kind);
  const alone = kinds.parts.find(({ name }) => name === typed.part)?.alone ?? false;
  const total = totalOf(typed, alone);
  const act = useAct((body: ReturnType<typeof toldOf>) => (work ? api.changeWork({ params: { workId: work.workId }, body }) : api.addWork({ body })), { done: onDone });
  return (
    <form className="sheet roomy" onSubmit={(event) => { event.preventDefault(); act.run(toldOf(typed, kind?.columns ?? [], alone)); }}>
      <div className="work-fields">
        <SelectField label={w('registry.works.kind')} required value={typed.kind} onChange={(value) => put({ kind: value, details: {} })} options={kinds.kinds.map(({ name }) => ({ value: name, label: name }))} />
        <SelectField label={w('registry.works.level')} required value={typed.level} onChange={(level) => put({ level })} options={kinds.levels.map((name) => ({ value: name, label: name }))} />
        <div className="wide"><TextField label={w('registry.works.title')} required maxLength={120} value={typed.title} onChange={(title) => put({ title })} /></div>
        <AreaField label={w('registry.works.abstract')} required rows={5} maxLength={3000} value={typed.abstract} onChange={(abstract) => put({ abstract })} hint={kind?.abstractHint ?? ''} />
        <DateField label={w('registry.works.madeOn')} required value={typed.madeOn} onChange={(madeOn) => put({ madeOn })} />
        <SelectField label={w('registry.works.part')} required value={typed.part} onChange={(part) => put({ part })} options={kinds.parts.map(({ name }) => ({ value: name, label: name }))} />
        {(kind?.columns ?? []).map((column) => <Detail key={column.name} column={column} value={typed.details[column.name] ?? ''} onChange={(value) => put({ details: { ...typed.details, [column.name]: value } })} />)}
        {alone ? null : <NumberField label={w('registry.works.share')} required min={1} max={100} value={typed.share} onChange={(share) => put({ share })} hint={w('registry.works.shareHint')} />}
      </div>
      {alone ? null : <CoworkerRows rows={typed.coworkers} onChange={(coworkers) => put({ coworkers })} organisations={organisations.value ?? []} />}
      {alone ? null : <p className={total > 100 ? 'b' : 'cap'} role="status">{w(total > 100 ? 'registry.works.over' : 'registry.works.total', { total, over: total - 100 })}</p>}
      <Refusal of={act.refusal} />
      <p className="row"><Button type="submit" kind="primary" busy={act.running}>{w('registry.works.save')}</Button><Button onClick={onDone}>{w('registry.works.leave')}</Button></p>
    </form>
  );
}

function Detail({ column: { name, type, unit, labels, needed }, value, onChange }: { column: Kinds['kinds'][number]['columns'][number]; value: string; onChange: (value: string) => void }) {
  const w = useWords();
  const words = { label: unit ? `${name}（${unit}）` : name, required: needed };
  if (type === 'boolean') return <SelectField {...words} value={value} onChange={onChange} options={[{ value: 'true', label: w('registry.yes') }, { value: 'false', label: w('registry.no') }]} />;
  if (type === 'enum') return <SelectField {...words} value={value} onChange={onChange} options={labels.map((label) => ({ value: label, label }))} />;
  if (type === 'date') return <DateField {...words} value={value} onChange={onChange} />;
  return <TextField {...words} value={value} onChange={onChange} inputMode={type === 'integer' ? 'numeric' : 'text'} />;
}
