import './studio.css';
import { useEffect, useMemo, useRef, type Ref } from 'react';
import { runsOf } from './highlightPolicy.ts';

export type Place = { line: number; column: number };

/** A text area over its own coloured copy: the browser's editing, undo and reader support stay, the colours lie beneath. `at` moves the caret there. */
export function CodeEditor({ label, value, onChange, faults, at, shut, describedBy }: {
  label: string; value: string; onChange: (value: string) => void; faults: readonly Place[]; at: Place | undefined; shut: boolean; describedBy: string;
}) {
  const area = useRef<HTMLTextAreaElement>(null);
  const copy = useRef<HTMLPreElement>(null);
  useEffect(() => { if (at && area.current) goTo(area.current, copy.current, value, at); }, [at]);
  return (
    <div className="code-editor">
      <Copy place={copy} text={value} faults={faults} />
      <textarea
        ref={area} aria-label={label} aria-describedby={describedBy} aria-invalid={faults.length > 0 || undefined} value={value} readOnly={shut} spellCheck={false} autoCapitalize="off" autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

function Copy({ text, faults, place }: { text: string; faults: readonly Place[]; place: Ref<HTMLPreElement> }) {
  const bad = new Set(faults.map(({ line }) => line));
  const lines = useMemo(() => text.split('\n').map((line) => runsOf(line).map((run, index) => (run.kind ? <span key={index} className={`run-${run.kind}`}>{run.text}</span> : run.text))), [text]);
  return <pre ref={place} aria-hidden="true">{lines.map((line, index) => <span key={index} className={bad.has(index + 1) ? 'code-line bad' : 'code-line'}>{line}{'\n'}</span>)}</pre>;
}

/** Puts the caret at a line and column and brings the line into the middle of the box. */
function goTo(area: HTMLTextAreaElement, copy: HTMLPreElement | null, text: string, { line, column }: Place): void {
  const start = text.split('\n').slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  area.focus({ preventScroll: true });
  area.setSelectionRange(start, start);
  copy?.children[line - 1]?.scrollIntoView({ block: 'center' });
}
