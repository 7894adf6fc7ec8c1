import { useEffect, useState } from 'react';
import type { RefusalValue } from '#platform/web/refusalValue.ts';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { studioContract } from '../domain/studioContract.ts';
import type { DraftView } from '../domain/studioShape.ts';

const pauseMs = 1000;

export type DraftWriting = {
  text: string; write: (text: string) => void; saved: number; state: 'unsaved' | 'saving' | 'saved'; refusal: RefusalValue | undefined;
  /** Somebody else saved meanwhile: take their text, or keep one's own and save it over theirs. */
  overtaken: boolean; takeTheirs: () => void; keepMine: () => void;
};

/** The text of a draft that saves itself when the writer pauses, and goes on where another device left it. */
export function useDraftText(view: DraftView, reread: () => void): DraftWriting {
  const api = useApi(studioContract);
  const [text, setText] = useState(view.source);
  const [dirty, setDirty] = useState(false);
  const [saved, setSaved] = useState(view.saved);
  const act = useAct((source: string) => api.saveDraft({ params: { draftId: view.id }, body: { saved, source } }), { done: (out) => setSaved(out.saved) });
  useEffect(() => {
    if (!dirty || act.running || act.refusal) return undefined;
    const timer = setTimeout(() => { setDirty(false); act.run(text); }, pauseMs);
    return () => clearTimeout(timer);
  });
  const overtaken = act.refusal?.reason === 'changedMeanwhile';
  useEffect(() => { if (overtaken) reread(); }, [overtaken]);
  useEffect(() => {
    if (dirty || act.running || act.refusal || view.saved <= saved) return;
    setSaved(view.saved); // another device went on; nothing unsaved is lost here
    setText(view.source);
  }, [view.saved, dirty, act.running]);
  const take = (next: string, unsaved: boolean) => { setSaved(view.saved); setText(next); setDirty(unsaved); act.clear(); };
  return {
    text, write: (next) => { setText(next); setDirty(true); if (act.refusal && !overtaken) act.clear(); }, saved, state: dirty || act.refusal ? 'unsaved' : act.running ? 'saving' : 'saved', refusal: act.refusal,
    overtaken: overtaken && view.saved > saved, takeTheirs: () => take(view.source, false), keepMine: () => take(text, true),
  };
}
