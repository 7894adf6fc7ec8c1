import { useEffect, useRef, useState } from 'react';
import type { RefusalValue } from '#platform/web/refusalValue.ts';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { casesContract, type CaseView } from '../domain/contract.ts';
import type { Answers } from '../domain/form.ts';

const pauseMs = 1200;

/** What a person types into a draft, and the changes of category and team name, until they are saved. */
export type Typed = { answers: Answers; category?: string; teamName?: string };
export type Draft = {
  typed: Typed;
  put: (change: Partial<Typed>) => void;
  state: 'unsaved' | 'saving' | 'saved';
  refusal: RefusalValue | undefined;
  save: () => void;
  /** After somebody else saved: reads their version, keeps what was typed here, and saves again. */
  takeUp: () => void;
  /** Saves what is not yet saved, then goes on. */
  settle: (go: () => void) => void;
};

/** A draft that saves itself when the writer pauses, and continues on another device. */
export function useDraft(view: CaseView, first: CaseView, reread: () => void): Draft {
  const api = useApi(casesContract);
  const [typed, setTyped] = useState<Typed>({ answers: {} });
  const [dirty, setDirty] = useState(false);
  const saved = useRef(first.saved);
  const then = useRef<(() => void) | undefined>(undefined);
  const takingUp = useRef(false);
  const act = useAct(
    (given: Typed) => api.saveDraft({ params: { caseId: view.id }, body: { saved: saved.current, ...given } }),
    { done: (out) => { saved.current = out.saved; then.current?.(); then.current = undefined; } },
  );
  const save = () => { setDirty(false); act.run(typed); };
  useEffect(() => {
    if (!dirty || act.running) return undefined;
    const timer = setTimeout(save, pauseMs);
    return () => clearTimeout(timer);
  });
  useEffect(() => {
    if (!takingUp.current || view.saved <= saved.current) return;
    takingUp.current = false;
    saved.current = view.saved;
    setDirty(true);
  }, [view.saved]);
  const takeUp = () => { takingUp.current = true; act.clear(); reread(); };
  const put = (change: Partial<Typed>) => {
    setTyped((before) => ({ ...before, ...change, answers: { ...before.answers, ...change.answers } }));
    setDirty(true);
  };
  const settle = (go: () => void) => {
    if (!dirty) return go();
    then.current = go;
    save();
  };
  return { typed, put, state: dirty ? 'unsaved' : act.running ? 'saving' : 'saved', refusal: act.refusal, save, takeUp, settle };
}
