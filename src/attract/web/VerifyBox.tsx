import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { useGo } from '#platform/web/place.ts';
import { Section } from '#platform/web/Section.tsx';
import { useWords } from '#platform/web/useWords.ts';

/** Asks for the number or fingerprint of a certificate, notice or draw. */
export function VerifyBox() {
  const w = useWords();
  const go = useGo();
  const [text, setText] = useState('');
  return (
    <Section title={w('attract.verify')}>
      <p className="sub">{w('attract.verify.sub')}</p>
      <form className="joined" onSubmit={(event) => { event.preventDefault(); go(`/verify?number=${encodeURIComponent(text.trim())}`); }}>
        <input className="control" aria-label={w('attract.verify.number')} placeholder={w('attract.verify.number')} value={text} onChange={(event) => setText(event.target.value)} />
        <Button type="submit">{w('attract.verify.go')}</Button>
      </form>
      <p className="cap">{w('attract.verify.note')} <a href="/verify.html">{w('attract.verify.recompute')}</a></p>
    </Section>
  );
}
