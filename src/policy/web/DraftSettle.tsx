import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { DateField } from '#platform/web/DateField.tsx';
import { Section } from '#platform/web/Section.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useWords } from '#platform/web/useWords.ts';
import type { Policy } from '../domain/policy.ts';
import { marksIn, settled, withDocument, type Mark } from '../domain/settle.ts';

type Ask = { policy: Policy; source: string; broken: boolean; onWrite: (text: string) => void };

/** What is 待核 is settled by citing the document where it is written; one document may settle many. Nothing is left when all is settled. */
export function DraftSettle({ policy, source, broken, onWrite }: Ask) {
  const w = useWords();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [document, setDocument] = useState('');
  const [article, setArticle] = useState('');
  const marks = marksIn(policy);
  const chosen = marks.filter((mark) => picked.has(nameOf(mark)));
  if (marks.length === 0) return null;
  const settle = () => { onWrite(settled(source, chosen, document, article)); setPicked(new Set()); };
  return (
    <Section title={w('policy.settle')} note={w('policy.settle.note', { n: marks.length })} more={<Button small onClick={() => setPicked(new Set(chosen.length === marks.length ? [] : marks.map(nameOf)))}>{w('policy.settle.all')}</Button>}>
      <div className="halves">
        <ul className="settle-list" aria-label={w('policy.settle')}>{marks.map((mark) => <MarkRow key={nameOf(mark)} mark={mark} on={picked.has(nameOf(mark))} onToggle={() => setPicked(toggled(picked, nameOf(mark)))} />)}</ul>
        <div className="stack">
          <SelectField required label={w('policy.settle.document')} value={document} onChange={setDocument} options={Object.entries(policy.documents).map(([key, each]) => ({ value: key, label: each.name }))} />
          <TextField label={w('policy.settle.article')} value={article} onChange={setArticle} maxLength={60} hint={w('policy.settle.article.hint')} />
          <p><Button busy={broken} disabled={broken || chosen.length === 0 || document === ''} onClick={settle}>{w('policy.settle.do', { n: chosen.length })}</Button></p>
          <NewDocument policy={policy} source={source} broken={broken} onWrite={(text, key) => { onWrite(text); setDocument(key); }} />
        </div>
      </div>
    </Section>
  );
}

const nameOf = ({ kind, name }: Mark): string => `${kind} ${name}`;

function toggled(picked: ReadonlySet<string>, name: string): Set<string> {
  const next = new Set(picked);
  if (!next.delete(name)) next.add(name);
  return next;
}

function MarkRow({ mark: { kind, name, article }, on, onToggle }: { mark: Mark; on: boolean; onToggle: () => void }) {
  const w = useWords();
  return <li><label><input type="checkbox" checked={on} onChange={onToggle} /><span>{name} <span className="cap">{w(`policy.kind.${kind}`)}{article ? ` · ${article}` : ''}</span></span></label></li>;
}

/** Declares a document that the draft may then cite. */
function NewDocument({ policy, source, broken, onWrite }: Omit<Ask, 'onWrite'> & { onWrite: (text: string, key: string) => void }) {
  const w = useWords();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [number, setNumber] = useState('');
  const [date, setDate] = useState('');
  if (!open) return <p><button type="button" className="text-button" onClick={() => setOpen(true)}>{w('policy.document.add')}</button></p>;
  const key = w('policy.document.key', { n: Object.keys(policy.documents).length + 1 });
  const add = () => { onWrite(withDocument(source, key, { name, ...(number ? { number } : {}), ...(date ? { date } : {}) }), key); setOpen(false); };
  return (
    <div className="stack" role="group" aria-label={w('policy.document.add')}>
      <TextField required label={w('policy.document.name')} value={name} onChange={setName} maxLength={120} />
      <TextField label={w('policy.document.number')} value={number} onChange={setNumber} maxLength={60} />
      <DateField label={w('policy.document.date')} value={date} onChange={setDate} />
      <p><Button disabled={broken || name.trim() === ''} onClick={add}>{w('policy.document.do')}</Button></p>
    </div>
  );
}
