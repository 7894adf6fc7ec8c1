import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { DateField } from '#platform/web/DateField.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { registryContract, type FileFact } from '../domain/contract.ts';
import type { FactValue } from '../domain/factKind.ts';
import { cellsOf, valueOf, type Cells, type KindShape } from './factCells.ts';
import { FactField } from './FactField.tsx';

/** Puts a fact right, or fills a missing one, with the evidence for it. */
export function CorrectDialog({ fact, personId, onClose, onDone }: { fact: FileFact; personId: string; onClose: () => void; onDone: (text: string) => void }) {
  const w = useWords();
  const api = useApi(registryContract);
  const kinds = useLoad(['registry', 'kinds'], () => api.factKinds());
  const [cells, setCells] = useState<Cells>(cellsOf(fact.value));
  const [from, setFrom] = useState('');
  const [evidence, setEvidence] = useState('');
  const act = useAct((value: FactValue) => api.correctFact({ params: { personId }, body: { kind: fact.kind, value, evidence, from: from || undefined, seen: fact.factId } }), {
    done: ({ standing }) => onDone(w(standing === 'inForce' ? 'registry.correct.inForce' : 'registry.correct.awaits')),
  });
  return (
    <Loaded of={kinds}>
      {(all) => {
        const shape = all.find((kind) => kind.name === fact.kind);
        return shape ? (
          <Dialog title={w('registry.correct.title', { kind: fact.kind })} open onClose={onClose}
            actions={<Button kind="primary" busy={act.running} onClick={() => act.run(valueOf(shape, cells, fact.value))}>{w('registry.correct.send')}</Button>}>
            <div>
              <p className="sub">{fact.asked}</p>
              <ValueFields shape={shape} entries={fact.entries.length} cells={cells} onChange={setCells} />
              <DateField label={w('registry.correct.from')} value={from} onChange={setFrom} />
              <TextField label={w('registry.correct.evidence')} required value={evidence} onChange={setEvidence} hint={w('registry.correct.evidenceHint', { accepted: fact.acceptedEvidence.join('、') || w('registry.correct.anyEvidence') })} />
              <p className="cap">{w('registry.correct.note')}</p>
              <Refusal of={act.refusal} />
            </div>
          </Dialog>
        ) : null;
      }}
    </Loaded>
  );
}

function ValueFields({ shape, entries, cells, onChange }: { shape: KindShape; entries: number; cells: Cells; onChange: (cells: Cells) => void }) {
  const w = useWords();
  const columns = shape.type === 'list' ? shape.columns : [{ ...shape, name: '' }];
  return (
    <>
      {shape.type === 'list' ? <p className="sub">{w('registry.correct.addEntry')} · {w('registry.correct.entryNote', { n: entries })}</p> : null}
      {columns.map((column) => <FactField key={column.name} label={column.name || w('registry.correct.value')} shape={column} value={cells[column.name] ?? ''} onChange={(text) => onChange({ ...cells, [column.name]: text })} />)}
    </>
  );
}
