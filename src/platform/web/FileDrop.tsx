import { useId, useState, type DragEvent, type ReactNode } from 'react';
import { useWords } from './useWords.ts';

/** Takes one file, dropped or chosen. */
export function FileDrop({ label, accept, onFile, hint }: { label: string; accept: string; onFile: (file: File) => void; hint?: ReactNode }) {
  const w = useWords();
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => { if (files?.[0]) onFile(files[0]); };
  const drop = (event: DragEvent) => { event.preventDefault(); setOver(false); take(event.dataTransfer.files); };
  return (
    <div className={over ? 'drop over' : 'drop'} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
      <label htmlFor={id}><b>{label}</b> <span className="sub">{w('platform.file.drop')}</span></label>
      <input id={id} type="file" accept={accept} onChange={(event) => { take(event.target.files); event.target.value = ''; }} />
      {hint ? <p className="cap">{hint}</p> : null}
    </div>
  );
}
