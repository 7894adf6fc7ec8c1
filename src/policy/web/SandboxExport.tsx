import { Section } from '#platform/web/Section.tsx';
import { ShutButton } from '#platform/web/ShutButton.tsx';
import { downloadOf } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Tried } from './policyView.ts';
import type { Draft } from './sandboxAsk.ts';

type Shown = { code: string; version: string; tried: Tried; draft: Draft; payment: { every: 'once' | 'year'; shares: number[] } };

/** The whole trial as Excel; a text that is nowhere kept cannot be named in an address. */
export function SandboxExport({ code, version, tried, draft, payment }: Shown) {
  const w = useWords();
  const named = draft && 'version' in draft ? { draftVersion: draft.version } : draft && 'id' in draft ? { draftId: draft.id } : {};
  const query = { code, version, parameters: JSON.stringify(tried), ...named, every: payment.every, shares: payment.shares.join(' ') };
  return (
    <Section title={w('policy.sandbox.export')}>
      {draft && 'text' in draft
        ? <ShutButton small why={w('policy.sandbox.export.text')}>{w('policy.sandbox.export.button')}</ShutButton>
        : <a className="button small" href={downloadOf('/api/exports/sandbox', query)} download>{w('policy.sandbox.export.button')}</a>}
    </Section>
  );
}
