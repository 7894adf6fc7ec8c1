import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { registryContract } from '../domain/contract.ts';

/** Where a person withdraws the consent to be shown; asked twice because it cannot be taken back here. */
export function ConsentSection() {
  const w = useWords();
  const [open, setOpen] = useState(false);
  const api = useApi(registryContract);
  const act = useAct((_: object) => api.withdrawConsent(), { done: () => setOpen(false) });
  return (
    <Section title={w('registry.consent.title')}>
      <p className="sub">{w('registry.consent.text')}</p>
      <p><Button onClick={() => setOpen(true)}>{w('registry.consent.withdraw')}</Button></p>
      <Dialog title={w('registry.consent.withdraw')} open={open} onClose={() => setOpen(false)} actions={<Button busy={act.running} onClick={() => act.run({})}>{w('registry.consent.sure')}</Button>}>
        <p>{w('registry.consent.text')}</p>
        <Refusal of={act.refusal} />
      </Dialog>
    </Section>
  );
}
