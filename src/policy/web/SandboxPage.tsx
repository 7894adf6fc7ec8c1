import './policy.css';
import './sandbox.css';
import { useMemo, useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { Go } from '#platform/web/Go.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useParam, useSearchText } from '#platform/web/place.ts';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad, type Load } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { writtenInstant } from '#platform/web/written.ts';
import { policyContract } from '../domain/contract.ts';
import type { SandboxView, SlideView, Tried } from './policyView.ts';
import { askOf, paidAtOnce, sharesIn, type Draft, type PaymentText } from './sandboxAsk.ts';
import { SandboxDraft } from './SandboxDraft.tsx';
import { SandboxExport } from './SandboxExport.tsx';
import { SandboxParameters } from './SandboxParameters.tsx';
import { SandboxPayment } from './SandboxPayment.tsx';
import { SandboxPeople } from './SandboxPeople.tsx';
import { SandboxResults } from './SandboxResults.tsx';
import { useSettled, useSteadied } from './useSettled.ts';

const stillMilliseconds = 300;
const dragMilliseconds = 60;
const yearsShown = 5;

/** A draft or other values tried against the people of the region, beside the published version; nothing is kept. */
export default function SandboxPage() {
  const code = useParam('code');
  const version = useParam('version');
  const w = useWords();
  const [tried, setTried] = useState<Tried>({});
  const [payment, setPayment] = useState<PaymentText>(paidAtOnce);
  const { draft, type } = useDraft();
  const read = useTrial(code, version, tried, draft, payment);
  const report = read.whole.value;
  return (
    <>
      <PageHead title={w('policy.sandbox')} sub={report ? comparedIn(report, w) : w('policy.sandbox.sub')} aside={<Go to={`/work/policies/${code}/${version}`}>{w('policy.sandbox.back')}</Go>} />
      <SandboxDraft code={code} version={version} draft={draft} onText={type} />
      <Refusal of={read.whole.refusal ?? read.slide.refusal} />
      {report ? (
        <div className="beside">
          <div className="stack">
            <div className="stack sandbox-report" aria-live="polite"><SandboxResults report={report} slide={read.slide.value ?? report} draft={draft} /></div>
            {report.lists ? <SandboxPeople code={code} version={version} tried={read.settled} draft={draft} /> : null}
          </div>
          <aside className="stack">
            <Section title={w('policy.parameters')} more={<Button small onClick={() => setTried({})}>{w('policy.sandbox.reset')}</Button>}><SandboxParameters parameters={report.parameters} tried={tried} onTry={setTried} /></Section>
            <SandboxPayment payment={payment} onPay={setPayment} />
            <Snapshot report={report} onFresh={read.again} />
            <SandboxExport code={code} version={version} tried={read.settled} draft={draft} payment={read.payment} />
          </aside>
        </div>
      ) : null}
    </>
  );
}

/** Named in the address, or typed in here. */
function useDraft(): { draft: Draft; type: (text: string) => void } {
  const [text, type] = useState('');
  const [version] = useSearchText('version');
  const [id] = useSearchText('draft');
  return { draft: useMemo(() => (text ? { text } : version ? { version } : id ? { id } : undefined), [text, version, id]), type };
}

type Read = { slide: Load<SlideView>; whole: Load<SandboxView>; settled: Tried; payment: { every: 'once' | 'year'; shares: number[] }; again: () => void };

/** The counts follow the slider; the years ahead, the facts that are missing and the thresholds missed follow once it stands still. */
function useTrial(code: string, version: string, tried: Tried, draft: Draft, typed: PaymentText): Read {
  const api = useApi(policyContract);
  const [asked, setAsked] = useState(0);
  const settled = useSettled(tried, stillMilliseconds);
  const moving = useSteadied(tried, dragMilliseconds);
  const shares = sharesIn(typed.shares) ?? [100];
  const payment = { every: typed.every, shares };
  const params = { code, version };
  const whole = useLoad(['policy', code, version, 'sandbox', settled, draft, payment, asked], () => api.trySandbox({ params, body: { ...askOf(settled, draft), years: yearsShown, payment, fresh: asked > 0 } }));
  const slide = useLoad(['policy', code, version, 'slide', moving, draft, asked], () => api.slideSandbox({ params, body: askOf(moving, draft) }), { when: whole.value !== undefined });
  return { slide, whole, settled, payment, again: () => setAsked(asked + 1) };
}

const comparedIn = ({ published, draft, asOf }: SandboxView, w: ReturnType<typeof useWords>): string =>
  w(`policy.sandbox.compared.${draft.kind}`, { published: published.version, version: draft.version, date: asOf });

function Snapshot({ report: { snapshot }, onFresh }: { report: SandboxView; onFresh: () => void }) {
  const w = useWords();
  return (
    <Section title={w('policy.sandbox.snapshot')} more={<Button small onClick={onFresh}>{w('policy.sandbox.snapshot.fresh')}</Button>}>
      <p className="cap">{w('policy.sandbox.snapshot.said', { day: snapshot.day, at: writtenInstant(snapshot.readAt), n: snapshot.people })}</p>
    </Section>
  );
}
