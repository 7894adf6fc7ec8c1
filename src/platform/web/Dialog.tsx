import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { useWords } from './useWords.ts';

/** A question over the page; the browser keeps the focus inside and gives it back. */
export function Dialog({ title, open, onClose, children, actions }: { title: string; open: boolean; onClose: () => void; children: ReactNode; actions?: ReactNode }) {
  const w = useWords();
  const id = useId();
  const place = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = place.current;
    if (open && dialog && !dialog.open) dialog.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return (
    <dialog className="dialog" ref={place} aria-labelledby={id} onClose={onClose}>
      {open ? (
        <>
          <header><h2 id={id}>{title}</h2></header>
          <div className="body">{children}</div>
          <footer><Button onClick={onClose}>{w('platform.close')}</Button>{actions}</footer>
        </>
      ) : null}
    </dialog>
  );
}
