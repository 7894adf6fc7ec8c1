import './policy.css';
import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useParam } from '#platform/web/place.ts';
import { Section } from '#platform/web/Section.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { policyContract } from '../domain/contract.ts';
import type { Tried } from './policyView.ts';
import { SandboxParameters } from './SandboxParameters.tsx';
import { SandboxResults } from './SandboxResults.tsx';
import { useSettled } from './useSettled.ts';

const stillMilliseconds = 250;

/** Other parameter values tried against the people of the region; nothing is kept. */
export default function SandboxPage() {
  const code = useParam('code');
  const version = useParam('version');
  const w = useWords();
  const api = useApi(policyContract);
  const [tried, setTried] = useState<Tried>({});
  const settled = useSettled(tried, stillMilliseconds);
  const load = useLoad(['policy', code, version, 'sandbox', settled], () => api.trySandbox({ params: { code, version }, body: { parameters: settled } }));
  return (
    <>
      <PageHead title={w('policy.sandbox')} sub={w('policy.sandbox.sub')} aside={<Go to={`/work/policies/${code}/${version}`}>{w('policy.sandbox.back')}</Go>} />
      <Loaded of={load}>{(report) => (
        <div className="beside">
          <div className="stack" aria-live="polite"><SandboxResults report={report} /></div>
          <aside><Section title={w('policy.parameters')} more={<Button small onClick={() => setTried({})}>{w('policy.sandbox.reset')}</Button>}><SandboxParameters parameters={report.parameters} tried={tried} onTry={setTried} /></Section></aside>
        </div>
      )}</Loaded>
    </>
  );
}
