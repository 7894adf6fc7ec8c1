import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { NumberField } from '#platform/web/NumberField.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useGo, useParam } from '#platform/web/place.ts';
import { ProgressLine } from '#platform/web/ProgressLine.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { platformContract } from '#platform/domain/platformContract.ts';
import { assignmentContract } from '../domain/assignmentContract.ts';
import { DryRun } from './DryRun.tsx';
import './draw.css';

type Loads = { least?: number; most?: number };

/** Assigns a round: first what it would give and why, then for real, as a job that may be cancelled. */
export default function AssignPage() {
  const w = useWords();
  const reviewRoundId = useParam('panelId');
  const api = useApi(assignmentContract);
  const [typed, setTyped] = useState<{ least: number | undefined; most: number | undefined }>({ least: undefined, most: undefined });
  const [tried, setTried] = useState<Loads>({});
  const [jobId, setJobId] = useState('');
  const dry = useLoad(['dryRun', reviewRoundId, tried], () => api.dryRun({ params: { reviewRoundId }, body: tried }));
  const start = useAct(() => api.startAssignment({ params: { reviewRoundId }, body: tried }), { done: (out) => setJobId(out.jobId) });
  const loads = (): Loads => ({ ...(typed.least === undefined ? {} : { least: typed.least }), ...(typed.most === undefined ? {} : { most: typed.most }) });
  return (
    <div className="stack">
      <PageHead over={<Go to={`/work/reviews/${reviewRoundId}`}>{w('review.round.back')}</Go>} title={w('review.act.assign')} sub={w('review.assign.sub')} />
      <Section title={w('review.assign.loads')}>
        <div className="row">
          <NumberField label={w('review.assign.least')} min={0} value={typed.least} onChange={(least) => setTyped({ ...typed, least })} />
          <NumberField label={w('review.assign.mostField')} min={1} value={typed.most} onChange={(most) => setTyped({ ...typed, most })} hint={dry.value ? w('review.assign.nowMost', { n: dry.value.most }) : ''} />
          <Button onClick={() => setTried(loads())}>{w('review.assign.try')}</Button>
        </div>
      </Section>
      <Loaded of={dry}>
        {(result) => (
          <>
            <DryRun result={result} loads={tried} reviewRoundId={reviewRoundId} />
            <Refusal of={start.refusal} />
            {jobId ? <Running jobId={jobId} reviewRoundId={reviewRoundId} /> : <p><Button kind="primary" busy={start.running} disabled={!result.found} onClick={() => start.run(undefined)}>{w('review.assign.do')}</Button></p>}
          </>
        )}
      </Loaded>
    </div>
  );
}

function Running({ jobId, reviewRoundId }: { jobId: string; reviewRoundId: string }) {
  const w = useWords();
  const go = useGo();
  const api = useApi(platformContract);
  const job = useLoad(['job', jobId], () => api.job({ params: { id: jobId } }), { every: 500 });
  const cancel = useAct(() => api.cancelJob({ params: { id: jobId } }));
  const state = job.value?.state ?? 'queued';
  if (state === 'done') return <p role="status">{w('review.assign.done')} <Button kind="primary" onClick={() => go(`/work/reviews/${reviewRoundId}`)}>{w('review.round.back')}</Button></p>;
  if (state === 'cancelled') return <p role="status">{w('reason.cancelled')}</p>;
  if (state === 'failed') return <p role="alert">{w(`reason.${job.value?.failure ?? 'failed'}`)}</p>;
  return <ProgressLine label={w('review.assign.running')} done={job.value?.done ?? 0} total={job.value?.total ?? 0} onCancel={() => cancel.run(undefined)} />;
}
