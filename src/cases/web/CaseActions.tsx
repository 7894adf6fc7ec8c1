import { useState } from 'react';
import { ActionBar } from '#platform/web/ActionBar.tsx';
import { Button } from '#platform/web/Button.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { ShutButton } from '#platform/web/ShutButton.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { casesContract, type CaseView, type Offered, type TakeStep } from '../domain/contract.ts';
import { StepDialog } from './StepDialog.tsx';

/** The acts of a case: open ones as buttons, shut ones with what is missing; the first open one is the primary. */
export function CaseActions({ view, before }: { view: CaseView; before?: (go: () => void) => void }) {
  const w = useWords();
  const api = useApi(casesContract);
  const [asking, setAsking] = useState<Offered | undefined>();
  const act = useAct((step: Omit<TakeStep, 'seen'>) => api.advanceCase({ params: { caseId: view.id }, body: { ...step, seen: view.seen } }), { done: () => setAsking(undefined) });
  const take = (each: Offered) => {
    const go = () => (each.wantsReason || each.asks.length > 0 ? setAsking(each) : act.run({ action: each.action }));
    if (before) before(go);
    else go();
  };
  const primary = view.offered.find(({ refused, forward }) => !refused && forward)?.action;
  if (view.offered.length === 0) return view.outcome ? null : <ActionBar why={w('cases.none')}>{null}</ActionBar>;
  return (
    <ActionBar>
      {asking ? null : <Refusal of={act.refusal} />}
      {view.offered.map((each) => (each.refused
        ? <ShutButton key={each.action} beside why={<Reason of={each} />}>{each.label}</ShutButton>
        : <Button key={each.action} kind={each.action === primary ? 'primary' : 'plain'} busy={act.running} onClick={() => take(each)}>{each.label}</Button>))}
      {asking ? <StepDialog asking={asking} view={view} refusal={act.refusal} busy={act.running} close={() => { act.clear(); setAsking(undefined); }} take={act.run} /> : null}
    </ActionBar>
  );
}

function Reason({ of: { refused, label } }: { of: Offered }) {
  const w = useWords();
  if (!refused) return null;
  return (
    <>
      <b>{w('cases.action.cannot', { action: label })}</b>{refused.message}{refused.reason === 'formIncomplete' ? `${w('platform.colon')}${(refused.problems ?? []).map(({ message }) => message).join(w('platform.comma'))}` : ''}{refused.article ? `（${refused.article}）` : ''}{refused.fact ? ` ${refused.fact}` : ''}
      {refused.next ? ` ${w('cases.action.mustAct')}${refused.next}` : ''}
    </>
  );
}
