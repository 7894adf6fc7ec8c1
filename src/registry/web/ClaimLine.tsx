import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { registryContract, type FileFact, type PersonFile } from '../domain/contract.ts';

/** A person's own claim that waits: confirmed against its evidence, or not accepted with a reason. */
export function ClaimLine({ claim, file }: { claim: FileFact['claims'][number]; file: PersonFile }) {
  const w = useWords();
  const api = useApi(registryContract);
  const act = useAct((factId: string) => api.verifyFact({ params: { personId: file.personId, factId } }));
  return (
    <div className="claim">
      {w('registry.file.claim', { value: claim.entries.join('; ') || claim.written, evidence: claim.evidence, on: claim.recordedOn })}
      {file.mayVerify ? <Button small busy={act.running} onClick={() => act.run(claim.factId)}>{w('registry.file.verify')}</Button> : null}
      {file.mayVerify ? <Decline personId={file.personId} factId={claim.factId} /> : null}
      <Refusal of={act.refusal} />
    </div>
  );
}

function Decline({ personId, factId }: { personId: string; factId: string }) {
  const w = useWords();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const api = useApi(registryContract);
  const act = useAct((body: { reason: string }) => api.declineClaim({ params: { personId, factId }, body }), { done: () => setOpen(false) });
  return (
    <>
      <Button small onClick={() => setOpen(true)}>{w('registry.file.decline')}</Button>
      <Dialog title={w('registry.file.decline')} open={open} onClose={() => setOpen(false)} actions={<Button kind="primary" busy={act.running} onClick={() => act.run({ reason })}>{w('registry.decline.send')}</Button>}>
        <TextField label={w('registry.decline.reason')} hint={w('registry.decline.hint')} value={reason} onChange={setReason} required />
        <Refusal of={act.refusal} />
      </Dialog>
    </>
  );
}
