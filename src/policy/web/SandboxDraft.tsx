import { useState } from 'react';
import { AreaField } from '#platform/web/AreaField.tsx';
import { Button } from '#platform/web/Button.tsx';
import { Go } from '#platform/web/Go.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { policyContract } from '../domain/contract.ts';
import type { Draft } from './sandboxAsk.ts';

/** What is tried instead of the published text: another version, or a whole text typed in. */
export function SandboxDraft({ code, version, draft, onText }: { code: string; version: string; draft: Draft; onText: (text: string) => void }) {
  const w = useWords();
  const api = useApi(policyContract);
  const policy = useLoad(['policy', code, version], () => api.viewPolicy({ params: { code, version } })).value;
  const here = `/work/policies/${code}/${version}/sandbox`;
  const others = policy?.versions.filter((each) => each.version !== version) ?? [];
  return (
    <details className="sandbox-draft">
      <summary>{w('policy.sandbox.whole')}</summary>
      <div className="row">
        {draft ? <Go to={here} look="small" onClick={() => onText('')}>{w('policy.sandbox.whole.none')}</Go> : null}
        {others.map((each) => <Go key={each.version} to={`${here}?version=${each.version}`} look="small" onClick={() => onText('')}>{w('policy.sandbox.whole.version', { version: each.version, date: each.from })}</Go>)}
      </div>
      <Typed start={policy?.source ?? ''} onText={onText} />
    </details>
  );
}

function Typed({ start, onText }: { start: string; onText: (text: string) => void }) {
  const w = useWords();
  const [typed, setTyped] = useState<string>();
  const text = typed ?? start;
  return (
    <>
      <AreaField label={w('policy.sandbox.whole.text')} hint={w('policy.sandbox.whole.hint')} value={text} rows={14} required onChange={setTyped} />
      <div className="row"><Button small onClick={() => onText(text)}>{w('policy.sandbox.whole.try')}</Button><Button small onClick={() => setTyped(start)}>{w('policy.sandbox.whole.start')}</Button></div>
    </>
  );
}
