import { useState } from 'react';
import { AreaField } from '#platform/web/AreaField.tsx';
import { Button } from '#platform/web/Button.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { CredentialShown } from '../domain/credentialContract.ts';
import { registryContract } from '../domain/contract.ts';

/** Takes a certificate back, with its reason. */
export function RevokeCertificate({ certificate }: { certificate: CredentialShown }) {
  const w = useWords();
  const api = useApi(registryContract);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const act = useAct(() => api.revokeCredential({ params: { credentialId: certificate.credentialId }, body: { reason } }), { done: () => setOpen(false) });
  return (
    <>
      <Button small onClick={() => setOpen(true)} aria-label={w('registry.certificate.revokeOf', { number: certificate.number })}>{w('registry.certificate.revoke')}</Button>
      {open ? (
        <Dialog title={w('registry.certificate.revokeOf', { number: certificate.number })} open onClose={() => setOpen(false)} actions={<Button kind="primary" busy={act.running} onClick={() => act.run(undefined)}>{w('registry.certificate.revokeSure')}</Button>}>
          <div><AreaField label={w('registry.certificate.reason')} required maxLength={300} value={reason} onChange={setReason} /><p className="cap">{w('registry.certificate.revokeNote')}</p><Refusal of={act.refusal} /></div>
        </Dialog>
      ) : null}
    </>
  );
}
