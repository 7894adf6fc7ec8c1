import { useState } from 'react';
import { ActionBar } from '#platform/web/ActionBar.tsx';
import { AreaField } from '#platform/web/AreaField.tsx';
import { Button } from '#platform/web/Button.tsx';
import { DateField } from '#platform/web/DateField.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { Go } from '#platform/web/Go.tsx';
import { useGo } from '#platform/web/place.ts';
import { Refusal } from '#platform/web/Refusal.tsx';
import { ShutButton } from '#platform/web/ShutButton.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { studioContract } from '../domain/studioContract.ts';
import type { DraftView } from '../domain/studioShape.ts';
import { dayBefore } from '../domain/succession.ts';
import { isClean } from './DraftGate.tsx';
import type { DraftCheck } from './draftCheck.ts';

type Acting = { view: DraftView; check: DraftCheck; kept: boolean; saved: number };

/** What may be done with the draft where it stands; what the asker may not do stays visible and says why. */
export function DraftActs(acting: Acting) {
  const { view } = acting;
  const w = useWords();
  if (view.state === 'published') return <ActionBar><Go look="primary" to={`/work/policies/${view.code}/${view.version}`}>{w('policy.draft.toVersion')}</Go></ActionBar>;
  if (view.state === 'dropped') return null;
  return view.state === 'drafting' ? <Writing {...acting} /> : <Judging {...acting} />;
}

function Writing({ view, check, kept, saved }: Acting) {
  const w = useWords();
  const api = useApi(studioContract);
  const act = useAct(() => api.submitDraft({ params: { draftId: view.id }, body: { saved } }));
  const why = isClean(check) ? (kept ? '' : w('policy.draft.saveFirst')) : w('policy.draft.notClean');
  return (
    <>
      <Refusal of={act.refusal} />
      <ActionBar>
        {why ? <ShutButton beside why={why}>{w('policy.draft.submit')}</ShutButton> : <Button kind="primary" busy={act.running} onClick={() => act.run(undefined)}>{w('policy.draft.submit')}</Button>}
        <WithReason view={view} saved={saved} act="drop" />
      </ActionBar>
    </>
  );
}

function Judging({ view, check, saved }: Acting) {
  const w = useWords();
  return (
    <ActionBar>
      {view.shut.publish ? <ShutButton beside why={w(`reason.${view.shut.publish}`)}>{w('policy.draft.publish')}</ShutButton> : <Publish view={view} saved={saved} from={check.policy?.from ?? ''} />}
      <WithReason view={view} saved={saved} act={view.own ? 'recall' : 'reject'} />
    </ActionBar>
  );
}

/** The last look before what cannot be undone: from which day, what ends when, what running cases keep. */
function Publish({ view, saved, from }: { view: DraftView; saved: number; from: string }) {
  const w = useWords();
  const go = useGo();
  const api = useApi(studioContract);
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState('');
  const chosen = day || from;
  const act = useAct(() => api.publishDraft({ params: { draftId: view.id }, body: { saved, from: chosen } }), { done: ({ code, version }) => go(`/work/policies/${code}/${version}`) });
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>{w('policy.draft.publish')}</Button>
      <Dialog title={w('policy.publish.title', { title: view.title, version: view.version })} open={open} onClose={() => setOpen(false)} actions={<Button kind="primary" busy={act.running} onClick={() => act.run(undefined)}>{w('policy.publish.do')}</Button>}>
        <DateField required label={w('policy.publish.from')} value={chosen} onChange={setDay} />
        <p>{view.base && chosen ? w('policy.publish.ends', { version: view.base.version, day: dayBefore(chosen) }) : ''}{w('policy.publish.running')}</p>
        <p><b>{w('policy.publish.forGood')}</b></p>
        <Refusal of={act.refusal} />
      </Dialog>
    </>
  );
}

/** Giving back, taking back and ending all state their reason. */
function WithReason({ view, saved, act: kind }: { view: DraftView; saved: number; act: 'reject' | 'recall' | 'drop' }) {
  const w = useWords();
  const api = useApi(studioContract);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const act = useAct(() => {
    const asked = { params: { draftId: view.id }, body: { saved, reason } };
    return kind === 'drop' ? api.dropDraft(asked) : api.rejectDraft(asked);
  }, { done: () => setOpen(false) });
  const label = w(`policy.draft.${kind}`);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      <Dialog title={label} open={open} onClose={() => setOpen(false)} actions={reason.trim() ? <Button kind="primary" busy={act.running} onClick={() => act.run(undefined)}>{w('policy.draft.confirm')}</Button> : null}>
        <AreaField required label={w('policy.draft.reason')} maxLength={2000} value={reason} onChange={setReason} />
        <Refusal of={act.refusal} />
      </Dialog>
    </>
  );
}
