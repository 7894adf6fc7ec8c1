import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { FactLine } from '#platform/web/FactLine.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { registryContract, type PersonFile } from '../domain/contract.ts';

/** The phone of a file, and where it is put right. */
export function PhoneLine({ file }: { file: PersonFile }) {
  const w = useWords();
  const [open, setOpen] = useState(false);
  const [phone, setPhone] = useState('');
  const api = useApi(registryContract);
  const act = useAct((body: { phone: string }) => api.changePhone({ params: { personId: file.personId }, body }), { done: () => setOpen(false) });
  return (
    <FactLine label={w('registry.file.phone')}>
      {file.phone || w('registry.file.unknown')}
      {file.mayCorrect ? <button type="button" className="text-button fact-act" aria-label={`${w('registry.file.correct')} ${w('registry.file.phone')}`} onClick={() => setOpen(true)}>{w('registry.file.correct')}</button> : null}
      <Dialog title={w('registry.file.phone')} open={open} onClose={() => setOpen(false)} actions={<Button kind="primary" busy={act.running} onClick={() => act.run({ phone })}>{w('registry.correct.send')}</Button>}>
        <TextField label={w('registry.file.phone')} value={phone} onChange={setPhone} inputMode="tel" error={act.refusal?.title} required />
      </Dialog>
    </FactLine>
  );
}
