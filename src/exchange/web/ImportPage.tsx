import { useEffect, useState } from 'react';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { useSearchText } from '#platform/web/place.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad, type Load } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { exchangeContract, type RosterImport } from '../domain/contract.ts';
import { CommitSection } from './CommitSection.tsx';
import { ImportHistory } from './ImportHistory.tsx';
import { ProblemSection } from './ProblemSection.tsx';
import { TemplateSection } from './TemplateSection.tsx';
import { UploadSection } from './UploadSection.tsx';

/** A roster from the template to the registry: take the template, dry run, look at each problem, import. */
export default function ImportPage() {
  const w = useWords();
  const [importId, setImportId] = useSearchText('import');
  const load = useImport(importId);
  const current = importId !== '' && load.value?.importId === importId ? load.value : undefined;
  return (
    <div className="stack">
      <PageHead title={w('exchange.imports')} sub={w('exchange.importSub')} />
      <TemplateSection />
      <UploadSection current={current} onOpen={setImportId} />
      <Refusal of={importId === '' ? undefined : load.refusal} />
      {current && (current.stage === 'checked' || current.stage === 'committed') ? <ProblemSection current={current} /> : null}
      {current?.stage === 'checked' ? <CommitSection current={current} /> : null}
      <ImportHistory openId={importId} stage={current?.stage} onOpen={setImportId} />
    </div>
  );
}

const paceMs = 700;
const runs = (stage: RosterImport['stage'] | undefined) => stage === 'checking' || stage === 'committing';

/** The import shown, read again and again while its job runs. */
function useImport(importId: string): Load<RosterImport> {
  const api = useApi(exchangeContract);
  const [running, setRunning] = useState(false);
  const load = useLoad(['exchange', 'import', importId], () => api.viewImport({ params: { importId } }), { when: importId !== '', ...(running ? { every: paceMs } : {}) });
  const stage = load.value?.stage;
  useEffect(() => setRunning(runs(stage)), [stage]);
  return load;
}
