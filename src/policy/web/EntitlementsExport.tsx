import { useState } from 'react';
import { Section } from '#platform/web/Section.tsx';
import { ShutButton } from '#platform/web/ShutButton.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useActor } from '#platform/web/useActor.ts';
import { downloadOf } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';

const shortestPurpose = 4;

/** Facts and results of everybody in the region as Excel, for the bureau and with a purpose only. */
export function EntitlementsExport({ code, version }: { code: string; version: string }) {
  const w = useWords();
  const { actor } = useActor();
  const [purpose, setPurpose] = useState('');
  if (actor.role !== 'bureau') return null;
  return (
    <Section title={w('policy.entitlements.export')}>
      <TextField label={w('policy.entitlements.purpose')} required value={purpose} onChange={setPurpose} hint={w('policy.entitlements.hint')} />
      {purpose.trim().length < shortestPurpose
        ? <ShutButton small why={w('policy.entitlements.why')}>{w('policy.entitlements.download')}</ShutButton>
        : <a className="button small" href={downloadOf('/api/exports/entitlements', { code, version, purpose })} download>{w('policy.entitlements.download')}</a>}
    </Section>
  );
}
