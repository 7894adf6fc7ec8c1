import { useContext, useEffect, useRef, useState } from 'react';
import { Go } from '../Go.tsx';
import { useGo, usePath } from '../place.ts';
import { useLoad } from '../useLoad.ts';
import { useLanguage, useWords } from '../useWords.ts';
import { FinderContext, type Found } from './find.ts';

const shortest = 1;

/** Finds people by name fragment, pinyin or initials; Ctrl K goes there from anywhere. */
export function Find() {
  const w = useWords();
  const finder = useContext(FinderContext);
  const { language } = useLanguage();
  const [text, setText] = useState('');
  const go = useGo();
  const path = usePath();
  const box = useRef<HTMLInputElement>(null);
  const asked = text.trim();
  const found = useLoad(['find', asked], () => finder?.find(asked, language) ?? Promise.resolve([]), { when: asked.length >= shortest && finder !== undefined });
  useCtrlK(() => box.current?.focus());
  useEffect(() => setText(''), [path]);
  if (!finder) return <div className="find" />;
  return (
    <form className="find" role="search" onSubmit={(event) => { event.preventDefault(); if (asked) go(finder.allTo(asked)); }} onKeyDown={(event) => { if (event.key === 'Escape') setText(''); }}>
      <input ref={box} className="control" aria-label={w('platform.find')} placeholder={w('platform.find')} value={text} onChange={(event) => setText(event.target.value)} />
      <kbd aria-hidden="true">Ctrl K</kbd>
      {asked.length >= shortest && found.value ? <FoundList found={found.value} text={asked} allTo={finder.allTo(asked)} /> : null}
    </form>
  );
}

function FoundList({ found, text, allTo }: { found: readonly Found[]; text: string; allTo: string }) {
  const w = useWords();
  if (found.length === 0) return <div className="found"><p className="sub" role="status">{w('platform.find.none', { text })}</p></div>;
  return (
    <div className="found">
      {found.map((each) => <Go key={each.to} to={each.to}><b>{each.title}</b> <span className="cap">{each.sub}</span></Go>)}
      <Go to={allTo}>{w('platform.find.all')}</Go>
    </div>
  );
}

function useCtrlK(act: () => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') { event.preventDefault(); act(); }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}
